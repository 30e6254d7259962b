import { page } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { formatCount } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { type LooseWords, overviewOf, pictureOfWhole, readWhole, summaryOf, threadHealth, ThreadStrip } from '../../../modules/thread/index.ts'
import { type InWorkspace, workspaceLeading, workspacePath } from '../../../modules/workspaces/index.ts'
import { roundsPath } from '../../../modules/plans/index.ts'
import { Alert, Button, ButtonLink, Form, FormActions, Heading, Lead, type Task, TaskList } from '../../../ui/index.ts'
import { backToRead, type Counts, findImport } from '../plan-import.store.ts'
import { failedWords, ImportProgress, progressOf, progressTitle } from './progress.tsx'
import { importCrumbs, ImportSteps, stepPath } from './steps.tsx'

const words = texts({
  nb: {
    title: 'Planen er hentet inn', notYet: 'Planen er ikke hentet inn ennå', toCheck: 'Se over og lagre', changed: 'Planen ble endret av noen andre mens den ble lagret. Se over én gang til.', tryAgain: 'Se over på nytt',
    goal: 'mål', goals: 'mål', area: 'innsatsområde', areas: 'innsatsområder', measure: 'tiltak', measures: 'tiltak', new: 'Nye', changes: 'Endret', removed: 'Fjernet', nothing: 'Ingenting ble endret.',
    thread: 'Tråden', see: 'Se hele tråden', loose: 'De viktigste løse trådene', all: (count: number) => (count === 1 ? 'Se den ene løse tråden' : `Se alle ${count} løse tråder`), noLoose: 'Ingen løse tråder. Planen henger sammen så langt den går.', plan: 'Se planen', ask: 'Spør om status',
    kept: 'Regnearket er tatt vare på.', download: 'Last det ned', when: 'Når dere får en nyere utgave, laster dere den opp på samme sted. Da ser du hva som er endret.',
  },
  nn: {
    title: 'Planen er henta inn', notYet: 'Planen er ikkje henta inn enno', toCheck: 'Sjå over og lagre', changed: 'Planen blei endra av nokon andre medan han blei lagra. Sjå over éin gong til.', tryAgain: 'Sjå over på nytt',
    goal: 'mål', goals: 'mål', area: 'innsatsområde', areas: 'innsatsområde', measure: 'tiltak', measures: 'tiltak', new: 'Nye', changes: 'Endra', removed: 'Fjerna', nothing: 'Ingenting blei endra.',
    thread: 'Tråden', see: 'Sjå heile tråden', loose: 'Dei viktigaste lause trådane', all: (count: number) => (count === 1 ? 'Sjå den eine lause tråden' : `Sjå alle ${count} lause trådar`), noLoose: 'Ingen lause trådar. Planen heng saman så langt han går.', plan: 'Sjå planen', ask: 'Spør om status',
    kept: 'Reknearket er teke vare på.', download: 'Last det ned', when: 'Når de får ei nyare utgåve, lastar de ho opp på same stad. Då ser du kva som er endra.',
  },
  en: {
    title: 'The plan has been brought in', notYet: 'The plan has not been brought in yet', toCheck: 'Look it over and save', changed: 'Somebody else changed the plan while it was being saved. Look it over once more.', tryAgain: 'Look it over again',
    goal: 'goal', goals: 'goals', area: 'priority area', areas: 'priority areas', measure: 'measure', measures: 'measures', new: 'New', changes: 'Changed', removed: 'Removed', nothing: 'Nothing was changed.',
    thread: 'The thread', see: 'See the whole thread', loose: 'The most important loose threads', all: (count: number) => (count === 1 ? 'See the one loose thread' : `See all ${count} loose threads`), noLoose: 'No loose threads. The plan holds together as far as it goes.', plan: 'See the plan', ask: 'Ask for status',
    kept: 'The spreadsheet is kept.', download: 'Download it', when: 'When you have a newer version, upload it in the same place. You will then see what has changed.',
  },
})

/** Step four: the thread as it is now, and what to mend first. */
export const donePage = (catalogue: Catalogue, looseWords: LooseWords) =>
  page({
    path: '/arbeidsrom/:workspace/plan/importer/:id/ferdig',
    styles: ['plan-import.page.css'],
    access: workspaceLeading,
    load: async (request, { workspace }: InWorkspace, params) => {
      const one = await findImport(request.db, workspace.id, params.id ?? '')
      if (!one) return null
      if (one.state !== 'done') return { one, status: await progressOf(request, one), whole: null, health: null }
      const [whole, health] = await Promise.all([readWhole(request, workspace, looseWords), threadHealth(catalogue, request, workspace)])
      return { one, status: null, whole, health }
    },
    title: ({ one }, { lang }) => (one.state === 'saving' ? progressTitle(one, lang) : one.state === 'done' ? words[lang].title : words[lang].notYet),
    crumbs: (_, { lang }, { workspace }) => importCrumbs(workspace, lang, true),
    actions: {
      tilbake: async (work, { scope: { workspace }, loaded: { one, status } }) => {
        if (status?.state !== 'failed' || !(await backToRead(work.tx, one.id))) return { refused: 'stale' }
        return { done: { to: stepPath(workspace, one.id, 'check') } }
      },
    },
    view: ({ one, status, whole, health }, request, { workspace }) => {
      const { lang, path } = request
      const w = words[lang]
      if (!whole || !health) {
        const failed = one.state === 'saving' && status?.state === 'failed'
        return (
          <>
            <Heading level={1}>{one.state === 'saving' ? progressTitle(one, lang) : w.notYet}</Heading>
            <ImportSteps lang={lang} workspace={workspace} importId={one.id} current={one.state === 'saving' ? 'done' : 'check'} closed />
            {failed ? (
              <>
                <Alert colour="warning"><p>{failedWords(lang)}</p></Alert>
                <Form action={path} does="tilbake"><FormActions><Button variant="primary">{w.tryAgain}</Button></FormActions></Form>
              </>
            ) : one.state === 'saving' ? <ImportProgress lang={lang} one={one} status={status} /> : (
              <>{one.refusal ? <p>{w.changed}</p> : null}<ButtonLink href={stepPath(workspace, one.id, 'check')} variant="primary">{w.toCheck}</ButtonLink></>
            )}
          </>
        )
      }
      const overview = overviewOf(pictureOfWhole(catalogue, workspace, whole, request))
      const tasks = health.top.map(({ text, title, href }): Task => ({ title, href, state: 'loose', stateText: text }))
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <ImportSteps lang={lang} workspace={workspace} importId={one.id} current="done" closed />
          <Lead>{countsText(one.counts, lang)}</Lead>
          <section>
            <Heading level={2}>{w.thread}</Heading>
            <ThreadStrip lang={lang} overview={overview} />
            <p>{summaryOf(overview, lang)}</p>
            <div class="actions">
              <ButtonLink href={workspacePath(workspace, 'traden')} variant="primary">{w.see}</ButtonLink>
              <ButtonLink href={workspacePath(workspace, 'plan')}>{w.plan}</ButtonLink>
              <ButtonLink href={roundsPath(workspace, 'prov')}>{w.ask}</ButtonLink>
            </div>
          </section>
          <section>
            <Heading level={2}>{w.loose}</Heading>
            {tasks.length > 0 ? <><TaskList lang={lang} tasks={tasks} /><p><a href={health.href}>{w.all(health.total)}</a></p></> : <p>{w.noLoose}</p>}
          </section>
          <p>{w.kept} <a href={`${stepPath(workspace, one.id, 'columns').replace(/kolonner$/, 'fil')}`}>{w.download}</a>. {w.when}</p>
        </>
      )
    },
  })

function countsText(counts: Counts | null, lang: keyof typeof words): string {
  const w = words[lang]
  if (!counts) return ''
  const parts = [
    counts.goals > 0 ? formatCount(counts.goals, w.goal, w.goals, lang) : '', counts.areas > 0 ? formatCount(counts.areas, w.area, w.areas, lang) : '',
    counts.measures > 0 ? formatCount(counts.measures, w.measure, w.measures, lang) : '',
  ].filter((text) => text !== '')
  const said = [
    parts.length > 0 ? `${w.new}: ${parts.join(', ')}.` : '', counts.changed > 0 ? `${w.changes}: ${counts.changed}.` : '', counts.removed > 0 ? `${w.removed}: ${counts.removed}.` : '',
  ].filter((text) => text !== '')
  return said.join(' ') || w.nothing
}

