import { loggedIn, page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { formatDate, formatRelativeDay } from '../../platform/text/format.ts'
import { texts } from '../../platform/text/texts.ts'
import { isPast, osloDate } from '../../platform/time/oslo.ts'
import { ChangeList, MyQuestions, organisationNames, questionsTo, readLatest } from '../../modules/plans/index.ts'
import { itemPath } from '../../modules/thread/index.ts'
import { ownWorkspaces, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, Card, Cards, EmptyState, Heading, type Task, TaskList } from '../../ui/index.ts'
import { type Asked, askedOf } from './asked.store.ts'

const words = texts({
  nb: {
    title: 'Min side', asked: 'Dette venter på deg', nothing: 'Ingenting venter på deg.', dated: 'Med frist', undated: 'Uten frist', due: (date: string, near: string) => `Frist ${date}, ${near}`, past: 'Over fristen', mine: 'Du er ansvarlig', workspaces: 'Arbeidsrommene dine', example: 'Eksempel', latest: 'Siste nytt', noNews: 'Ingenting har skjedd ennå.',
    none: 'Du er ikke med i noe arbeidsrom ennå', noneText: 'Be sekretariatet legge deg til, eller lag din egen plan.', start: 'Lag en plan på ti minutter', another: 'Lag et nytt arbeidsrom', sheet: 'Hent planen fra et regneark', out: 'Logg ut',
  },
  nn: {
    title: 'Mi side', asked: 'Dette ventar på deg', nothing: 'Ingenting ventar på deg.', dated: 'Med frist', undated: 'Utan frist', due: (date: string, near: string) => `Frist ${date}, ${near}`, past: 'Over fristen', mine: 'Du er ansvarleg', workspaces: 'Arbeidsromma dine', example: 'Døme', latest: 'Siste nytt', noNews: 'Ingenting har skjedd enno.',
    none: 'Du er ikkje med i noko arbeidsrom enno', noneText: 'Be sekretariatet leggje deg til, eller lag din eigen plan.', start: 'Lag ein plan på ti minutt', another: 'Lag eit nytt arbeidsrom', sheet: 'Hent planen frå eit rekneark', out: 'Logg ut',
  },
  en: {
    title: 'My page', asked: 'Asked of you', nothing: 'Nothing waits for you.', dated: 'With a deadline', undated: 'Without a deadline', due: (date: string, near: string) => `Due ${date}, ${near}`, past: 'Overdue', mine: 'You are responsible', workspaces: 'Your workspaces', example: 'Example', latest: 'Latest', noNews: 'Nothing has happened yet.',
    none: 'You are not in any workspace yet', noneText: 'Ask the secretariat to add you, or make your own plan.', start: 'Make a plan in ten minutes', another: 'Make a new workspace', sheet: 'Bring the plan from a spreadsheet', out: 'Log out',
  },
})

/** A list, not a dashboard: what is asked of me, where I take part, what has happened. */
export const mePage = (catalogue: Catalogue) =>
  page({
    path: '/min-side',
    access: loggedIn,
    load: async (request) => {
      const { db, viewer } = request
      const workspaces = await ownWorkspaces(db, viewer)
      const [questions, asked, changes] = await Promise.all([questionsTo(db, viewer.person?.id ?? '', osloDate(request.now).toString()), askedOf(db, viewer, 50), readLatest(db, viewer, workspaces.map((one) => one.id), 24)])
      return { workspaces, questions, asked, changes, organisations: await organisationNames(db, changes, request.lang) }
    },
    title: (_, request) => words[request.lang].title,
    view: ({ workspaces, questions, asked, changes, organisations }, { lang, viewer, now }) => {
      const w = words[lang]
      const byId = new Map(workspaces.map((one) => [one.id, one]))
      const task = (one: Asked): Task => {
        const workspace = byId.get(one.workspaceId)
        const kind = catalogue.kinds.get(one.kind)
        const when = one.due ? w.due(formatDate(one.due, lang), formatRelativeDay(one.due, osloDate(now), lang)) : ''
        return {
          title: one.title, ...(workspace && kind && { href: itemPath(workspace, kind, one) }),
          hint: [when, one.mine ? w.mine : '', workspaces.length > 1 ? (workspace?.title ?? '') : ''].filter(Boolean).join(' · '),
          ...(one.due && isPast(one.due, now) ? { state: 'watch' as const, stateText: w.past } : {}),
        }
      }
      const [dated, undated] = [asked.filter((one) => one.due !== null), asked.filter((one) => one.due === null)]
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <p class="lead">{viewer.person?.name}</p>
          {workspaces.length === 0 && questions.length > 0 ? <section><Heading level={2}>{w.asked}</Heading><MyQuestions questions={questions} lang={lang} /></section> : null}
          {workspaces.length === 0 ? (
            <EmptyState picture="start" title={w.none} actions={<><ButtonLink href="/kom-i-gang" variant="primary">{w.start}</ButtonLink><ButtonLink href="/nytt-arbeidsrom">{w.sheet}</ButtonLink></>}><p>{w.noneText}</p></EmptyState>
          ) : (
            <>
              <section>
                <Heading level={2}>{w.asked}</Heading>
                {asked.length + questions.length === 0 ? <p>{w.nothing}</p> : null}
                <MyQuestions questions={questions} lang={lang} />
                {dated.length > 0 ? <TaskList lang={lang} tasks={dated.map(task)} /> : null}
                {undated.length > 0 ? <><Heading level={3}>{w.undated}</Heading><TaskList lang={lang} tasks={undated.map(task)} /></> : null}
              </section>
              <section>
                <Heading level={2}>{w.workspaces}</Heading>
                <Cards>{workspaces.map((one) => <Card href={workspacePath(one)} title={one.title} level={3} {...(one.example && { meta: w.example })} />)}</Cards>
                <p><a href="/nytt-arbeidsrom">{w.another}</a></p>
              </section>
              <section>
                <Heading level={2}>{w.latest}</Heading>
                {changes.length === 0 ? <p>{w.noNews}</p> : <ChangeList brief atMost={8} changes={changes} lang={lang} now={now} catalogue={catalogue} organisations={organisations} slugOf={(id) => byId.get(id)?.slug ?? null} />}
              </section>
            </>
          )}
          <form method="post" action="/logg-ut"><Button variant="quiet">{w.out}</Button></form>
        </>
      )
    },
  })
