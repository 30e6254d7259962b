import { everyone, page } from '../../platform/http/page.ts'
import { texts } from '../../platform/text/texts.ts'
import { ButtonLink, Card, Cards, Heading, Lead } from '../../ui/index.ts'
import { ownWorkspaces, publicWorkspaces, type Workspace, workspacePath } from '../../modules/workspaces/index.ts'
import { Hero } from './hero.tsx'
import { MunicipalitySearch } from './municipality.tsx'

const words = texts({
  nb: {
    title: 'Den røde tråden i utviklingsarbeidet', lead: 'Her kan du se hva kommuner, fylker og andre er blitt enige om å gjøre sammen, hva de har gjort, og hva det førte til.',
    description: 'Se hva kommuner, fylker og andre arbeider med sammen, hva de har gjort og hva det førte til.', now: 'Åpent nå', nothing: 'Ingen undersøkelser eller påmeldinger er åpne akkurat nå. Når noe er åpent, står det her.', noneOpen: 'Ingen arbeidsrom er åpne for alle ennå.', work: 'For deg som arbeider med utvikling', workText: 'Trådverk holder sammen det dere vet, det dere ble enige om, det dere gjorde, det det endret, og det andre kan lære.',
    login: 'Logg inn', mine: 'Min side', yours: 'Arbeidsrommene dine', open: 'Åpent for alle', openText: 'Disse viser fram arbeidet sitt. Du trenger ikke å logge inn.', quick: 'Lag en plan på ti minutter', sheet: 'Hent planen fra et regneark', example: 'Eksempel',
    one: 'Se hvordan det henger sammen', oneText: 'Planen tegnes som én tråd: fra kunnskap og utfordring, gjennom mål og tiltak, til det som endret seg.', two: 'Finn løse tråder', twoText: 'Trådverk ser hvor tråden glipper, sier hvorfor det teller, og tar deg dit det kan rettes.', three: 'Få det ned på ett ark', threeText: 'Planen på én side. Ett ark til lederen. Alt kan skrives ut, og alt kan hentes ut igjen.',
  },
  nn: {
    title: 'Den raude tråden i utviklingsarbeidet', lead: 'Her kan du sjå kva kommunar, fylke og andre er blitt samde om å gjere saman, kva dei har gjort, og kva det førte til.',
    description: 'Sjå kva kommunar, fylke og andre arbeider med saman, kva dei har gjort og kva det førte til.', now: 'Ope no', nothing: 'Ingen undersøkingar eller påmeldingar er opne akkurat no. Når noko er ope, står det her.', noneOpen: 'Ingen arbeidsrom er opne for alle enno.', work: 'For deg som arbeider med utvikling', workText: 'Trådverk held saman det de veit, det de blei samde om, det de gjorde, det det endra, og det andre kan lære.',
    login: 'Logg inn', mine: 'Mi side', yours: 'Arbeidsromma dine', open: 'Ope for alle', openText: 'Desse viser fram arbeidet sitt. Du treng ikkje å logge inn.', quick: 'Lag ein plan på ti minutt', sheet: 'Hent planen frå eit rekneark', example: 'Døme',
    one: 'Sjå korleis det heng saman', oneText: 'Planen blir teikna som éin tråd: frå kunnskap og utfordring, gjennom mål og tiltak, til det som endra seg.', two: 'Finn lause trådar', twoText: 'Trådverk ser kvar tråden glepp, seier kvifor det tel, og tek deg dit det kan rettast.', three: 'Få det ned på eitt ark', threeText: 'Planen på éi side. Eitt ark til leiaren. Alt kan skrivast ut, og alt kan hentast ut att.',
  },
  en: {
    title: 'The red thread in development work', lead: 'Here you can see what municipalities, counties and others have agreed to do together, what they have done, and what came of it.',
    description: 'See what municipalities, counties and others work on together, what they have done and what came of it.', now: 'Open now', nothing: 'No surveys or sign-ups are open just now. When something is, it stands here.', noneOpen: 'No workspaces are open to all yet.', work: 'For those who work with development', workText: 'Trådverk keeps together what you know, what you agreed, what you did, what it changed, and what others can learn.',
    login: 'Log in', mine: 'My page', yours: 'Your workspaces', open: 'Open to all', openText: 'These show their work. You need not log in.', quick: 'Make a plan in ten minutes', sheet: 'Bring the plan from a spreadsheet', example: 'Example',
    one: 'See how it hangs together', oneText: 'The plan is drawn as one thread: from knowledge and challenge, through goals and measures, to what changed.', two: 'Find what is loose', twoText: 'Trådverk sees where the thread slips, says why it matters, and takes you to where it can be mended.', three: 'Get it down on one sheet', threeText: 'The plan on one page. One sheet for the chair. Everything can be printed, and everything can be taken out again.',
  },
})

/** What it is, for one who came by chance; and the way in for one who works here. */
export const frontPage = page({
  path: '/',
  access: everyone,
  shared: true,
  listed: true,
  styles: ['front.page.css'],
  load: async (request) => ({ own: await ownWorkspaces(request.db, request.viewer), open: await publicWorkspaces(request.db) }),
  title: (_, request) => words[request.lang].title,
  description: (_, request) => words[request.lang].description,
  view: ({ own, open }, { lang, viewer }) => {
    const w = words[lang]
    const others = open.filter((one) => !own.some((mine) => mine.id === one.id))
    const cards = (list: readonly Workspace[]) => <Cards>{list.map((one) => <Card href={workspacePath(one)} title={one.title} {...(one.example && { meta: w.example })} {...(one.language !== lang && { lang: one.language })} />)}</Cards>
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <MunicipalitySearch lang={lang} primary={!viewer.person} />
        {own.length > 0 ? <section><Heading level={2}>{w.yours}</Heading>{cards(own)}</section> : null}
        <section>
          <Heading level={2}>{w.now}</Heading>
          <p>{w.nothing}</p>
        </section>
        <section>
          <Heading level={2}>{w.open}</Heading>
          <p>{open.length > 0 ? w.openText : w.noneOpen}</p>
          {others.length > 0 ? cards(others) : null}
        </section>
        <section>
          <Heading level={2}>{w.work}</Heading>
          <p>{w.workText}</p>
          <Hero lang={lang} />
          <ul class="points">
            {[[w.one, w.oneText], [w.two, w.twoText], [w.three, w.threeText]].map(([title, text]) => <li><h3>{title}</h3><p>{text}</p></li>)}
          </ul>
          <div class="actions">
            {viewer.person ? <ButtonLink href="/min-side" variant="primary">{w.mine}</ButtonLink> : <ButtonLink href="/logg-inn">{w.login}</ButtonLink>}
            <ButtonLink href="/nytt-arbeidsrom">{w.sheet}</ButtonLink>
            <ButtonLink href="/kom-i-gang" variant="quiet">{w.quick}</ButtonLink>
          </div>
        </section>
      </>
    )
  },
})
