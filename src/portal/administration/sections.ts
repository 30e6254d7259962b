import type { Text } from '../../platform/text/texts.ts'

/** A part of the administration: where it is, and what one does there. */
export type Section = {
  href: string
  title: Text
  /** One sentence. */
  text: Text
}

/** Every part of the administration, in the order they are shown. A new part is a page of its own and one entry here. */
export const sections: readonly Section[] = [
  {
    href: '/admin/personer',
    title: { nb: 'Personer', nn: 'Personar', en: 'People' },
    text: { nb: 'Hvem har konto, hvem administrerer, og hvem skal slettes?', nn: 'Kven har konto, kven administrerer, og kven skal slettast?', en: 'Who has an account, who administers, and who is to be deleted?' },
  },
  {
    href: '/admin/organisasjoner',
    title: { nb: 'Organisasjoner', nn: 'Organisasjonar', en: 'Organisations' },
    text: { nb: 'Hvem er ført inn, og hva er de med i?', nn: 'Kven er førte inn, og kva er dei med i?', en: 'Who has been entered, and what do they take part in?' },
  },
  {
    href: '/admin/arbeidsrom',
    title: { nb: 'Arbeidsrom', nn: 'Arbeidsrom', en: 'Workspaces' },
    text: { nb: 'Hvem eier dem, hvem leder dem, og er de i bruk?', nn: 'Kven eig dei, kven leier dei, og er dei i bruk?', en: 'Who owns them, who leads them, and are they in use?' },
  },
  {
    href: '/nytt-arbeidsrom/hent',
    title: { nb: 'Hent inn et arbeidsrom', nn: 'Hent inn eit arbeidsrom', en: 'Bring in a workspace' },
    text: { nb: 'Fra en fil som er tatt ut av en annen installasjon.', nn: 'Frå ei fil som er teken ut av ein annan installasjon.', en: 'From a file that was taken out of another installation.' },
  },
  {
    href: '/admin/arbeid',
    title: { nb: 'Arbeid i bakgrunnen', nn: 'Arbeid i bakgrunnen', en: 'Work in the background' },
    text: { nb: 'Hva har stoppet, hva går, og hva kommer av seg selv?', nn: 'Kva har stoppa, kva går, og kva kjem av seg sjølv?', en: 'What has stopped, what is running, and what comes by itself?' },
  },
  {
    href: '/admin/hendelser',
    title: { nb: 'Hendelsesloggen', nn: 'Hendingsloggen', en: 'The event log' },
    text: { nb: 'Hva har administratorer gjort?', nn: 'Kva har administratorar gjort?', en: 'What have administrators done?' },
  },
  {
    href: '/admin/lagring',
    title: { nb: 'Lagring og kontroll', nn: 'Lagring og kontroll', en: 'Storage and checks' },
    text: { nb: 'Hvor mye plass tar det, og henger alt sammen?', nn: 'Kor mykje plass tek det, og heng alt saman?', en: 'How much room does it take, and does everything hold together?' },
  },
  {
    href: '/admin/innstillinger',
    title: { nb: 'Innstillinger', nn: 'Innstillingar', en: 'Settings' },
    text: { nb: 'Hva er satt, og hvem svarer på spørsmål om personvern?', nn: 'Kva er sett, og kven svarer på spørsmål om personvern?', en: 'What is set, and who answers questions on data protection?' },
  },
  {
    href: '/admin/oppbevaring',
    title: { nb: 'Hva som oppbevares, og hvor lenge', nn: 'Kva som blir teke vare på, og kor lenge', en: 'What is kept, and for how long' },
    text: { nb: 'Hva slettes om natta, og hvor lenge kan det vente?', nn: 'Kva blir sletta om natta, og kor lenge kan det vente?', en: 'What is deleted at night, and how long may it wait?' },
  },
  {
    href: '/admin/e-post',
    title: { nb: 'E-post', nn: 'E-post', en: 'E-mail' },
    text: { nb: 'Går e-posten ut? Hva står fast, og hva kom i retur?', nn: 'Går e-posten ut? Kva står fast, og kva kom i retur?', en: 'Does mail go out? What is stuck, and what came back?' },
  },
  {
    href: '/admin/nokler',
    title: { nb: 'Nøkler og beskjeder', nn: 'Nøklar og meldingar', en: 'Keys and messages' },
    text: { nb: 'Hvilke andre systemer kommer inn, og hvilke får beskjed?', nn: 'Kva andre system kjem inn, og kva for nokre får melding?', en: 'Which other systems come in, and which are told?' },
  },
  {
    href: '/admin/duplikater',
    title: { nb: 'Organisasjoner og personer som er den samme', nn: 'Organisasjonar og personar som er den same', en: 'Organisations and people that are the same' },
    text: { nb: 'Finn dem som er skrevet på to måter, og slå dem sammen.', nn: 'Finn dei som er skrivne på to måtar, og slå dei saman.', en: 'Find those that are spelt in two ways, and make them one.' },
  },
  {
    href: '/admin/kommunesammenslaing',
    title: { nb: 'Kommuner som slår seg sammen eller deler seg', nn: 'Kommunar som slår seg saman eller deler seg', en: 'Municipalities that merge or split' },
    text: { nb: 'Før det inn med dato, så får arbeidsrommene beskjed.', nn: 'Før det inn med dato, så får arbeidsromma beskjed.', en: 'Enter it with a date, and the workspaces are told.' },
  },
  {
    href: '/admin/innlogging',
    title: { nb: 'Innlogging', nn: 'Innlogging', en: 'Log-in' },
    text: { nb: 'ID-porten, Feide og andre veier inn, og passnøklene til dem som administrerer.', nn: 'ID-porten, Feide og andre vegar inn, og passnøklane til dei som administrerer.', en: 'ID-porten, Feide and other ways in, and the passkeys of those who administer.' },
  },
  {
    href: '/organisasjoner/ny',
    title: { nb: 'Legg til en organisasjon', nn: 'Legg til ein organisasjon', en: 'Add an organisation' },
    text: { nb: 'Fra Enhetsregisteret, eller for hånd.', nn: 'Frå Einingsregisteret, eller for hand.', en: 'From the Central Coordinating Register, or by hand.' },
  },
]
