import { installation } from '../../../platform/audit/installation.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { administrators, type Done, page, type Refusal } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { deleteJob, jobsThat, type ListedJob, nextRun, retryJob, schedules } from '../../../platform/jobs/jobs.ts'
import { formatDateTime, formatNumber } from '../../../platform/text/format.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import { Button, type Column, DataTable, Heading, Lead } from '../../../ui/index.ts'
import { causeWords, jobWords } from './job.words.ts'

const words = texts({
  nb: { up: 'Administrasjon', title: 'Arbeid i bakgrunnen', lead: 'Det som tar tid eller kommer av seg selv. Det som stopper, blir prøvd flere ganger før det står her.', failed: 'Stoppet', failedNone: 'Ingenting har stoppet.', running: 'Går nå', runningNone: 'Ingenting går akkurat nå.', waiting: 'Venter', waitingNone: 'Ingenting venter.', schedule: 'Kommer av seg selv', scheduleNone: 'Ingenting er satt opp ennå. Det skjer når programmet starter.', job: 'Arbeid', when: 'Når', tries: 'Forsøk', why: 'Hvorfor', next: 'Neste gang', last: 'Sist gjort', never: 'Ikke ennå', do: 'Gjør', retry: 'Prøv igjen', remove: 'Slett', retried: 'Det blir prøvd igjen.', removed: 'Det er slettet.', gone: 'Det finnes ikke lenger, eller er alt i gang.', since: 'Siden', begins: 'Begynner' },
  nn: { up: 'Administrasjon', title: 'Arbeid i bakgrunnen', lead: 'Det som tek tid eller kjem av seg sjølv. Det som stoppar, blir prøvd fleire gonger før det står her.', failed: 'Stoppa', failedNone: 'Ingenting har stoppa.', running: 'Går no', runningNone: 'Ingenting går akkurat no.', waiting: 'Ventar', waitingNone: 'Ingenting ventar.', schedule: 'Kjem av seg sjølv', scheduleNone: 'Ingenting er sett opp enno. Det skjer når programmet startar.', job: 'Arbeid', when: 'Når', tries: 'Forsøk', why: 'Kvifor', next: 'Neste gong', last: 'Sist gjort', never: 'Ikkje enno', do: 'Gjer', retry: 'Prøv att', remove: 'Slett', retried: 'Det blir prøvd att.', removed: 'Det er sletta.', gone: 'Det finst ikkje lenger, eller er alt i gang.', since: 'Sidan', begins: 'Byrjar' },
  en: { up: 'Administration', title: 'Work in the background', lead: 'What takes time or comes by itself. What stops is tried several times before it stands here.', failed: 'Stopped', failedNone: 'Nothing has stopped.', running: 'Running now', runningNone: 'Nothing is running just now.', waiting: 'Waiting', waitingNone: 'Nothing waits.', schedule: 'Comes by itself', scheduleNone: 'Nothing is set up yet. It happens when the program starts.', job: 'Work', when: 'When', tries: 'Tries', why: 'Why', next: 'Next time', last: 'Last done', never: 'Not yet', do: 'Do', retry: 'Try again', remove: 'Delete', retried: 'It will be tried again.', removed: 'It is deleted.', gone: 'It is no longer there, or is under way.', since: 'Since', begins: 'Begins' },
})

/** Lets it be tried again, or deletes it: of what the page shows, and nothing else. */
async function settle(work: Work, of: readonly ListedJob[], does: 'retry' | 'remove', lang: Lang, id: string, to: string): Promise<Outcome<Done, Refusal>> {
  const w = words[lang]
  const job = of.find((one) => one.id === id)
  if (!job || !(await (does === 'retry' ? retryJob : deleteJob)(work.tx, job))) return { refused: { message: w.gone } }
  work.record({ workspaceId: installation, what: does === 'retry' ? 'job.retried' : 'job.deleted', body: { name: job.name } })
  return { done: { to, flash: { text: does === 'retry' ? w.retried : w.removed } } }
}

/** Work that stopped, runs and waits, and what comes by itself; each that stopped with its cause and the two ways on. */
export const jobsPage = page({
  path: '/admin/arbeid',
  access: administrators,
  load: async ({ db }) => {
    const [failed, running, waiting, planned] = await Promise.all([jobsThat(db, 'failed'), jobsThat(db, 'running'), jobsThat(db, 'waiting'), schedules(db)])
    return { failed, running, waiting, planned }
  },
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }) => [{ text: words[lang].up, href: '/admin' }],
  actions: {
    retry: (work, { request, loaded, raw }) => settle(work, loaded.failed, 'retry', request.lang, firstText(raw, 'hva'), request.pathname),
    remove: (work, { request, loaded, raw }) => settle(work, [...loaded.failed, ...loaded.waiting], 'remove', request.lang, firstText(raw, 'hva'), request.pathname),
  },
  width: 'wide',
  view: ({ failed, running, waiting, planned }, { lang, pathname, now }) => {
    const w = words[lang]
    const called = (name: string) => jobWords[name]?.[lang] ?? name
    const at = (instant: Temporal.Instant) => formatDateTime(instant, lang)
    const name: Column<ListedJob> = { key: 'job', header: w.job, rowHeader: true, cell: (job) => called(job.name) }
    const tries: Column<ListedJob> = { key: 'tries', header: w.tries, align: 'number', cell: (job) => formatNumber(job.attempts, lang) }
    const form = (job: ListedJob, does: string, label: string) => (
      <form method="post" action={pathname}><input type="hidden" name="handling" value={does} /><Button small name="hva" value={job.id}>{label}<span class="ds-sr-only">: {called(job.name)}</span></Button></form>
    )
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <section><Heading level={2}>{w.failed}</Heading><DataTable lang={lang} caption={w.failed} captionHidden rows={failed} empty={<p>{w.failedNone}</p>} columns={[
          name, { key: 'when', header: w.when, cell: (job) => at(job.at) }, tries, { key: 'why', header: w.why, cell: (job) => <>{causeWords(job.why, lang)}<div class="hint">{job.why ?? ''}</div></> },
          { key: 'do', header: w.do, cell: (job) => <>{form(job, 'retry', w.retry)}{form(job, 'remove', w.remove)}</> },
        ]} /></section>
        <section><Heading level={2}>{w.running}</Heading><DataTable lang={lang} caption={w.running} captionHidden rows={running} empty={<p>{w.runningNone}</p>} columns={[name, { key: 'since', header: w.since, cell: (job) => at(job.at) }, tries]} /></section>
        <section><Heading level={2}>{w.waiting}</Heading><DataTable lang={lang} caption={w.waiting} captionHidden rows={waiting} empty={<p>{w.waitingNone}</p>} columns={[
          name, { key: 'begins', header: w.begins, cell: (job) => (job.next ? at(job.next) : '–') }, tries, { key: 'do', header: w.do, cell: (job) => form(job, 'remove', w.remove) },
        ]} /></section>
        <section><Heading level={2}>{w.schedule}</Heading><DataTable lang={lang} caption={w.schedule} captionHidden rows={planned} empty={<p>{w.scheduleNone}</p>} columns={[
          { key: 'job', header: w.job, rowHeader: true, cell: (one) => called(one.name) }, { key: 'last', header: w.last, cell: (one) => (one.last ? at(one.last) : w.never) },
          { key: 'next', header: w.next, cell: (one) => {
            const next = nextRun(one.cron, now)
            return next ? at(next) : '–'
          } },
        ]} /></section>
      </>
    )
  },
})
