import { everyone, page } from '../../platform/http/page.ts'
import { texts } from '../../platform/text/texts.ts'
import { ButtonLink, Card, Cards, Heading, Lead } from '../../ui/index.ts'
import { ownWorkspaces, publicWorkspaces, workspacePath } from '../../modules/workspaces/index.ts'

const words = texts({
  nb: {
    title: 'Den røde tråden i utviklingsarbeidet', lead: 'Trådverk holder sammen det dere vet, det dere ble enige om, det dere gjorde, det det endret, og det andre kan lære.',
    login: 'Logg inn', yours: 'Dine arbeidsrom', open: 'Åpne for alle', quick: 'Lag en plan på ti minutter',
  },
  nn: {
    title: 'Den raude tråden i utviklingsarbeidet', lead: 'Trådverk held saman det de veit, det de vart samde om, det de gjorde, det det endra, og det andre kan lære.',
    login: 'Logg inn', yours: 'Arbeidsromma dine', open: 'Opne for alle', quick: 'Lag ein plan på ti minutt',
  },
  en: {
    title: 'The red thread in development work', lead: 'Trådverk keeps together what you know, what you agreed, what you did, what it changed, and what others can learn.',
    login: 'Log in', yours: 'Your workspaces', open: 'Open to all', quick: 'Make a plan in ten minutes',
  },
})

export const frontPage = page({
  path: '/',
  access: everyone,
  load: async (request) => ({ own: await ownWorkspaces(request.db, request.viewer), open: await publicWorkspaces(request.db) }),
  title: (_, request) => words[request.lang].title,
  view: ({ own, open }, { lang, viewer }) => {
    const w = words[lang]
    const others = open.filter((one) => !own.some((mine) => mine.id === one.id))
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <div class="actions">
          {viewer.person ? <ButtonLink href="/kom-i-gang" variant={own.length > 0 ? 'secondary' : 'primary'}>{w.quick}</ButtonLink> : <ButtonLink href="/logg-inn" variant="primary">{w.login}</ButtonLink>}
        </div>
        {own.length > 0 ? <section><Heading level={2}>{w.yours}</Heading><Cards>{own.map((one) => <Card href={workspacePath(one)} title={one.title} />)}</Cards></section> : null}
        {others.length > 0 ? <section><Heading level={2}>{w.open}</Heading><Cards>{others.map((one) => <Card href={workspacePath(one)} title={one.title} />)}</Cards></section> : null}
      </>
    )
  },
})
