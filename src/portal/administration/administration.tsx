import { administrators, page } from '../../platform/http/page.ts'
import { texts } from '../../platform/text/texts.ts'
import { Heading, Lead, TaskList } from '../../ui/index.ts'

const words = texts({
  nb: {
    title: 'Administrasjon', lead: 'Det som gjelder hele installasjonen. Arbeidsrommene styrer seg selv.',
    mail: 'E-post og arbeid i bakgrunnen', mailText: 'Går e-posten ut? Hva står fast, og hva kom i retur?', same: 'Organisasjoner og personer som er den samme', sameText: 'Finn dem som er skrevet på to måter, og slå dem sammen.',
    reform: 'Kommuner som slår seg sammen eller deler seg', reformText: 'Før det inn med dato, så får arbeidsrommene beskjed.', add: 'Legg til en organisasjon', addText: 'Fra Enhetsregisteret, eller for hånd.',
  },
  nn: {
    title: 'Administrasjon', lead: 'Det som gjeld heile installasjonen. Arbeidsromma styrer seg sjølve.',
    mail: 'E-post og arbeid i bakgrunnen', mailText: 'Går e-posten ut? Kva står fast, og kva kom i retur?', same: 'Organisasjonar og personar som er den same', sameText: 'Finn dei som er skrivne på to måtar, og slå dei saman.',
    reform: 'Kommunar som slår seg saman eller deler seg', reformText: 'Før det inn med dato, så får arbeidsromma beskjed.', add: 'Legg til ein organisasjon', addText: 'Frå Einingsregisteret, eller for hand.',
  },
  en: {
    title: 'Administration', lead: 'What concerns the whole installation. Workspaces govern themselves.',
    mail: 'E-mail and background work', mailText: 'Does mail go out? What is stuck, and what came back?', same: 'Organisations and people that are the same', sameText: 'Find those that are spelt in two ways, and make them one.',
    reform: 'Municipalities that merge or split', reformText: 'Enter it with a date, and the workspaces are told.', add: 'Add an organisation', addText: 'From the Central Coordinating Register, or by hand.',
  },
})

/** The way to everything that only administrators do. */
export const administrationPage = page({
  path: '/admin',
  access: administrators,
  load: async () => ({}),
  title: (_, request) => words[request.lang].title,
  view: (_, { lang }) => {
    const w = words[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <TaskList lang={lang} tasks={[
          { title: w.mail, hint: w.mailText, href: '/admin/e-post' }, { title: w.same, hint: w.sameText, href: '/admin/duplikater' },
          { title: w.reform, hint: w.reformText, href: '/admin/kommunesammenslaing' }, { title: w.add, hint: w.addText, href: '/organisasjoner/ny' },
        ]} />
      </>
    )
  },
})
