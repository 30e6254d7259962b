import { texts } from '../../platform/text/texts.ts'

export const loginPageWords = texts({
  nb: {
    title: 'Innlogging', up: 'Administrasjon', lead: 'Hvordan folk kommer inn her, og hvem som administrerer.',
    ways: 'Måter å logge inn på', none: 'Alle logger inn med lenke på e-post. Andre måter settes opp av den som drifter.', issuer: 'Utsteder', level: 'Sikkerhetsnivå', anyLevel: 'ikke krevd', back: 'Adresse etter innlogging', out: 'Adresse etter utlogging', front: 'Utlogging i ramme', message: 'Utlogging med melding', tenants: 'Leietakere',
    test: 'Prøv forbindelsen', testOf: (name: string) => ` til ${name}`, answers: (name: string) => `${name} svarer, og nøklene kan leses.`, silent: (name: string) => `${name} svarer ikke, eller svarer med noe annet enn avtalt. Se i loggen.`,
    administrators: 'Administratorer', person: 'Navn', email: 'E-post', keys: 'Passnøkler', used: 'Sist brukt', never: 'Aldri', do: 'Gjør', reset: 'Nullstill', resetOf: (name: string) => ` passnøklene til ${name}`, resetDone: (name: string) => `Passnøklene til ${name} er nullstilt, og hen er logget ut.`, required: 'Alle som administrerer må ha passnøkkel.', own: 'Passnøkkel kreves bare av dem som har en.', gone: 'Fant ikke administratoren.',
  },
  nn: {
    title: 'Innlogging', up: 'Administrasjon', lead: 'Korleis folk kjem inn her, og kven som administrerer.',
    ways: 'Måtar å logge inn på', none: 'Alle loggar inn med lenkje på e-post. Andre måtar blir sette opp av den som driftar.', issuer: 'Utferdar', level: 'Tryggleiksnivå', anyLevel: 'ikkje kravd', back: 'Adresse etter innlogging', out: 'Adresse etter utlogging', front: 'Utlogging i ramme', message: 'Utlogging med melding', tenants: 'Leigetakarar',
    test: 'Prøv sambandet', testOf: (name: string) => ` til ${name}`, answers: (name: string) => `${name} svarar, og nøklane kan lesast.`, silent: (name: string) => `${name} svarar ikkje, eller svarar med noko anna enn avtalt. Sjå i loggen.`,
    administrators: 'Administratorar', person: 'Namn', email: 'E-post', keys: 'Passnøklar', used: 'Sist brukt', never: 'Aldri', do: 'Gjer', reset: 'Nullstill', resetOf: (name: string) => ` passnøklane til ${name}`, resetDone: (name: string) => `Passnøklane til ${name} er nullstilte, og vedkomande er logga ut.`, required: 'Alle som administrerer må ha passnøkkel.', own: 'Passnøkkel blir berre kravd av dei som har ein.', gone: 'Fann ikkje administratoren.',
  },
  en: {
    title: 'Log-in', up: 'Administration', lead: 'How people come in here, and who administers.',
    ways: 'Ways to log in', none: 'Everybody logs in by a link in an e-mail. Other ways are set up by whoever runs Trådverk.', issuer: 'Issuer', level: 'Level of assurance', anyLevel: 'not required', back: 'Address after log-in', out: 'Address after log-out', front: 'Log-out in a frame', message: 'Log-out by message', tenants: 'Tenants',
    test: 'Try the connection', testOf: (name: string) => ` to ${name}`, answers: (name: string) => `${name} answers, and its keys can be read.`, silent: (name: string) => `${name} does not answer, or answers with something else than agreed. See the log.`,
    administrators: 'Administrators', person: 'Name', email: 'E-mail', keys: 'Passkeys', used: 'Last used', never: 'Never', do: 'Do', reset: 'Reset', resetOf: (name: string) => ` the passkeys of ${name}`, resetDone: (name: string) => `The passkeys of ${name} are reset, and they are logged out.`, required: 'All who administer must have a passkey.', own: 'A passkey is required only of those who have one.', gone: 'The administrator was not found.',
  },
})
