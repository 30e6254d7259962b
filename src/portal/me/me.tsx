import { loggedIn, page, type Request } from '../../platform/http/page.ts'
import type { Asked } from '../../platform/item/asked.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { formatDate, formatDateTime, formatRelativeDay } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { isPast, osloDate } from '../../platform/time/oslo.ts'
import { ChangeList, organisationNames } from '../../modules/plans/index.ts'
import { itemPath } from '../../modules/thread/index.ts'
import { type Workspace, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, Card, Cards, EmptyState, Heading, type Task, TaskList } from '../../ui/index.ts'
import { HandoverList } from '../people/handover-list.tsx'
import { type Handover, handoversFor } from '../people/handovers.store.ts'
import { waysPath } from '../login/ways-path.ts'
import { waysWords } from '../login/ways.words.ts'
import { personWords } from '../people/people.words.ts'
import { ownDataPath } from '../personal-data/own-data-page.tsx'
import { personalDataWords } from '../personal-data/personal-data.words.ts'
import { meWords } from './me.words.ts'
import type { Outcome } from './outcomes.store.ts'
import { type Summary, summaryFor } from './summary.ts'
import { lastVisit } from './visit.store.ts'

const firstVisitDays = 30
const daysOfOutcomes = 90

type Loaded = Summary & { since: Temporal.Instant | null; organisations: Map<string, string>; handovers: readonly Handover[] }

/** A list, not a dashboard: what is asked of me, what others have done, what came of what I said. */
export const mePage = (catalogue: Catalogue) =>
  page({
    path: '/min-side',
    access: loggedIn,
    load: async ({ db, viewer, now, lang, platform: { passKey } }): Promise<Loaded> => {
      const since = viewer.person ? await lastVisit(db, viewer.person.id, now) : null
      const day = (n: number) => now.subtract({ hours: 24 * n })
      const until = now.add({ seconds: 1 })
      const summary = await summaryFor(db, { catalogue, passKey }, viewer, { news: { since: since ?? day(firstVisitDays), until }, outcomes: { since: day(daysOfOutcomes), until } }, now)
      return { ...summary, since, organisations: await organisationNames(db, summary.changes, lang), handovers: await handoversFor(db, viewer, osloDate(now).toString()) }
    },
    title: (_, request) => meWords[request.lang].title,
    view: (loaded, request) => {
      const { lang, viewer } = request
      const w = meWords[lang]
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <p class="lead">{viewer.person?.name}</p>
          {loaded.workspaces.length === 0 && loaded.asked.length === 0 ? (
            <EmptyState picture="start" title={w.none} actions={<><ButtonLink href="/kom-i-gang" variant="primary">{w.start}</ButtonLink><ButtonLink href="/nytt-arbeidsrom">{w.sheet}</ButtonLink></>}><p>{w.noneText}</p></EmptyState>
          ) : (
            <>
              <AskedList asked={loaded.asked} request={request} several={loaded.workspaces.length > 1} />
              <HandoverList lang={lang} handovers={loaded.handovers} />
              <News loaded={loaded} request={request} catalogue={catalogue} />
              <CameOf outcomes={loaded.outcomes} workspaces={loaded.workspaces} lang={lang} catalogue={catalogue} />
              <section>
                <Heading level={2}>{w.workspaces}</Heading>
                <Cards>{loaded.workspaces.map((one) => <Card href={workspacePath(one)} title={one.title} level={3} {...(one.example && { meta: w.example })} />)}</Cards>
                <p><a href="/nytt-arbeidsrom">{w.another}</a></p>
              </section>
            </>
          )}
          <section>
            <Heading level={2}>{w.more}</Heading>
            <ul>
              <li><a href="/min-side/profil">{personWords[lang].toProfile}</a></li>
              <li><a href="/min-side/e-post">{w.mail}</a></li>
              <li><a href="/min-side/kalender">{w.calendar}</a></li>
              <li><a href={waysPath}>{waysWords[lang].title}</a></li>
              <li><a href={ownDataPath}>{personalDataWords[lang].toPage}</a></li>
              {viewer.person?.administrator || viewer.person?.passkeyToBe ? <li><a href="/admin">{w.administration}</a></li> : null}
            </ul>
            {/* Where one may have logged in at a provider, the page of its own says that one is logged out there too. */}
            {request.platform.relyingParties.size > 0 ? <p><ButtonLink href="/logg-ut" variant="quiet">{w.out}</ButtonLink></p> : <form method="post" action="/logg-ut"><Button variant="quiet">{w.out}</Button></form>}
          </section>
        </>
      )
    },
  })

const AskedList = ({ asked, request: { lang, now }, several }: { asked: readonly Asked[]; request: Request; several: boolean }) => {
  const w = meWords[lang]
  const task = (one: Asked): Task => ({
    title: one.title, href: one.href,
    hint: [one.words[lang], one.due ? w.due(formatDate(one.due, lang), formatRelativeDay(one.due, osloDate(now), lang)) : '', one.mine ? w.mine : '', several ? one.from : ''].filter(Boolean).join(' · '),
    ...(one.due && isPast(one.due, now) ? { state: 'watch' as const, stateText: w.past } : {}),
  })
  const [dated, undated] = [asked.filter((one) => one.due !== null), asked.filter((one) => one.due === null)]
  return (
    <section>
      <Heading level={2}>{w.asked}</Heading>
      {asked.length === 0 ? <p>{w.nothing}</p> : null}
      {dated.length > 0 ? <TaskList lang={lang} tasks={dated.map(task)} /> : null}
      {undated.length > 0 ? <><Heading level={3}>{w.undated}</Heading><TaskList lang={lang} tasks={undated.map(task)} /></> : null}
    </section>
  )
}

const News = ({ loaded: { changes, since, workspaces, organisations }, request: { lang, now }, catalogue }: { loaded: Loaded; request: Request; catalogue: Catalogue }) => {
  const w = meWords[lang]
  const slugs = new Map(workspaces.map((one) => [one.id, one.slug]))
  const places = workspaces.map((workspace) => ({ workspace, here: changes.filter((change) => change.workspaceId === workspace.id) })).filter(({ here }) => here.length > 0)
  return (
    <section>
      <Heading level={2}>{since ? w.since(formatDateTime(since, lang)) : w.first}</Heading>
      {places.length === 0 ? <p>{w.noNews}</p> : null}
      {places.map(({ workspace, here }) => (
        <>
          {workspaces.length > 1 ? <Heading level={3}>{workspace.title}</Heading> : null}
          <ChangeList brief atMost={6} changes={here} lang={lang} now={now} catalogue={catalogue} organisations={organisations} slugOf={(id) => slugs.get(id) ?? null} />
          <p><a href={workspacePath(workspace, 'plan/endringer')}>{w.all(workspace.title)}</a></p>
        </>
      ))}
    </section>
  )
}

const CameOf = ({ outcomes, workspaces, lang, catalogue }: { outcomes: readonly Outcome[]; workspaces: readonly Workspace[]; lang: Lang; catalogue: Catalogue }) => {
  const w = meWords[lang]
  const task = (one: Outcome): Task => {
    const [workspace, kind] = [workspaces.find(({ id }) => id === one.item.workspaceId), catalogue.kinds.get(one.item.kind)]
    const how = one.what === 'changed' ? w.outcome.changed(one.who ?? w.someone) : w.outcome[one.what](one.about.title)
    return { title: one.item.title, hint: `${how} · ${formatDate(osloDate(one.at), lang)}`, ...(workspace && kind && { href: itemPath(workspace, kind, one.item) }) }
  }
  return (
    <section>
      <Heading level={2}>{w.came}</Heading>
      {outcomes.length === 0 ? <p>{w.cameNone}</p> : <TaskList lang={lang} tasks={outcomes.map(task)} />}
    </section>
  )
}
