import { loggedIn, page } from '../../platform/http/page.ts'
import { texts } from '../../platform/text/texts.ts'
import { ownWorkspaces, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, ButtonLink, EmptyState, Heading, TaskList } from '../../ui/index.ts'

const words = texts({
  nb: { title: 'Min side', workspaces: 'Arbeidsrommene dine', none: 'Du er ikke med i noe arbeidsrom ennå', noneText: 'Be sekretariatet om en invitasjon, eller lag din egen plan.', start: 'Lag en plan på ti minutter', out: 'Logg ut' },
  nn: { title: 'Mi side', workspaces: 'Arbeidsromma dine', none: 'Du er ikkje med i noko arbeidsrom enno', noneText: 'Be sekretariatet om ein invitasjon, eller lag din eigen plan.', start: 'Lag ein plan på ti minutt', out: 'Logg ut' },
  en: { title: 'My page', workspaces: 'Your workspaces', none: 'You are not in any workspace yet', noneText: 'Ask the secretariat for an invitation, or make your own plan.', start: 'Make a plan in ten minutes', out: 'Log out' },
})

export const mePage = page({
  path: '/min-side',
  access: loggedIn,
  load: async (request) => ({ workspaces: await ownWorkspaces(request.db, request.viewer) }),
  title: (_, request) => words[request.lang].title,
  view: ({ workspaces }, { lang, viewer }) => {
    const w = words[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <p>{viewer.person?.name}</p>
        {workspaces.length === 0 ? (
          <EmptyState picture="start" title={w.none} actions={<ButtonLink href="/kom-i-gang" variant="primary">{w.start}</ButtonLink>}><p>{w.noneText}</p></EmptyState>
        ) : (
          <section>
            <Heading level={2}>{w.workspaces}</Heading>
            <TaskList lang={lang} tasks={workspaces.map((one) => ({ title: one.title, href: workspacePath(one) }))} />
          </section>
        )}
        <form method="post" action="/logg-ut"><Button variant="quiet">{w.out}</Button></form>
      </>
    )
  },
})
