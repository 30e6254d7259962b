import { administrators, page } from '../../platform/http/page.ts'
import { firstText } from '../../platform/item/parse.ts'
import { failedJobs, retryJob } from '../../platform/jobs/jobs.ts'
import { askServer, mailOverview, type MailRow, mailsThat, retryMail } from '../../platform/mail/mail.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { isId } from '../../platform/item/id.ts'
import { Button, type Column, DataTable, Facts, Heading, Lead } from '../../ui/index.ts'
import { mailPageWords } from './mail-page.words.ts'


const Again = ({ lang, path, name, value, about }: { lang: Lang; path: string; name: string; value: string; about: string }) => (
  <form method="post" action={path}>
    <input type="hidden" name="handling" value={name} />
    <Button small name="hva" value={value}>{mailPageWords[lang].again}<span class="ds-sr-only">{mailPageWords[lang].about(about)}</span></Button>
  </form>
)

/** Whether mail goes out, what is stuck, what came back, and work that stopped; each with the way to let it be tried again. */
export const mailAdminPage = page({
  path: '/admin/e-post',
  access: administrators,
  load: async ({ db, platform: { config } }) => {
    const [overview, wait, failed, bounced, jobs] = await Promise.all([mailOverview(db), mailsThat(db, 'wait'), mailsThat(db, 'failed'), mailsThat(db, 'bounced'), failedJobs(db)])
    return { overview, wait, failed, bounced, jobs, server: config.smtpUrl ? new URL(config.smtpUrl).host : null, returns: config.mailIn?.domain ?? null }
  },
  title: (_, request) => mailPageWords[request.lang].title,
  crumbs: (_, request) => [{ text: mailPageWords[request.lang].up, href: '/admin' }],
  actions: {
    check: async (_, { request }) => {
      const w = mailPageWords[request.lang]
      const { smtpUrl } = request.platform.config
      if (!smtpUrl) return { refused: { message: w.noServer } }
      const answer = await askServer(smtpUrl)
      return answer.answers ? { done: { to: request.pathname, flash: { text: w.answers } } } : { refused: { message: w.silent(answer.cause) } }
    },
    mail: async (work, { request, raw }) => {
      const w = mailPageWords[request.lang]
      const id = firstText(raw, 'hva')
      return isId(id) && (await retryMail(work.tx, id, work.now)) ? { done: { to: request.pathname, flash: { text: w.retried } } } : { refused: { message: w.gone } }
    },
    job: async (work, { request, loaded, raw }) => {
      const w = mailPageWords[request.lang]
      const failed = loaded.jobs.find((job) => job.id === firstText(raw, 'hva'))
      return failed && (await retryJob(work.tx, failed)) ? { done: { to: request.pathname, flash: { text: w.retried } } } : { refused: { message: w.gone } }
    },
  },
  view: ({ overview, wait, failed, bounced, jobs, server, returns }, { lang, pathname }) => {
    const w = mailPageWords[lang]
    const at = (instant: Temporal.Instant) => formatDateTime(instant, lang)
    const columns: Column<MailRow>[] = [
      { key: 'to', header: w.to, cell: (mail) => mail.recipient, rowHeader: true },
      { key: 'subject', header: w.subject, cell: (mail) => mail.subject },
      { key: 'when', header: w.when, cell: (mail) => at(mail.at) },
      { key: 'why', header: w.why, cell: (mail) => [mail.code, mail.detail].filter(Boolean).join(' ') || '–' },
    ]
    const tries: Column<MailRow>[] = [{ key: 'tries', header: w.tries, align: 'number', cell: (mail) => mail.attempts }, { key: 'next', header: w.next, cell: (mail) => at(mail.next) }]
    const retry: Column<MailRow> = { key: 'do', header: w.do, cell: (mail) => (mail.canRetry ? <Again lang={lang} path={pathname} name="mail" value={mail.id} about={mail.recipient} /> : '–') }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <Facts facts={[
          { term: w.server, value: server ?? w.none },
          { term: w.lastSent, value: overview.lastSent ? at(overview.lastSent) : w.never },
          { term: w.waiting, value: `${overview.waiting}${overview.waitingSince ? w.since(at(overview.waitingSince)) : ''}` },
          { term: w.held, value: String(overview.held) },
          ...(overview.lastCode ? [{ term: w.code, value: overview.lastCode }] : []),
          { term: w.back, value: returns ? w.backOn(returns) : w.backOff },
        ]} />
        {server ? <form method="post" action={pathname}><Button name="handling" value="check">{w.check}</Button></form> : null}
        <section><Heading level={2}>{w.wait}</Heading><DataTable lang={lang} caption={w.wait} captionHidden columns={[...columns, ...tries]} rows={wait} empty={<p>{w.waitNone}</p>} /></section>
        <section><Heading level={2}>{w.failed}</Heading><DataTable lang={lang} caption={w.failed} captionHidden columns={[...columns, retry]} rows={failed} empty={<p>{w.failedNone}</p>} /></section>
        <section><Heading level={2}>{w.bounced}</Heading><DataTable lang={lang} caption={w.bounced} captionHidden columns={columns} rows={bounced} empty={<p>{w.bouncedNone}</p>} /></section>
        <section>
          <Heading level={2}>{w.jobs}</Heading>
          <DataTable
            lang={lang} caption={w.jobs} captionHidden rows={jobs} empty={<p>{w.jobsNone}</p>}
            columns={[
              { key: 'job', header: w.jobName, cell: (job) => job.name, rowHeader: true }, { key: 'when', header: w.when, cell: (job) => at(job.failed_at) },
              { key: 'tries', header: w.tries, align: 'number', cell: (job) => job.attempts }, { key: 'why', header: w.why, cell: (job) => job.why ?? '–' },
              { key: 'do', header: w.do, cell: (job) => <Again lang={lang} path={pathname} name="job" value={job.id} about={job.name} /> },
            ]}
          />
        </section>
      </>
    )
  },
})
