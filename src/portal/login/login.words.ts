import { texts } from '../../platform/text/texts.ts'

/** A role in the middle of a sentence; «IT-ansvarlig» keeps its capitals. */
const inSentence = (role: string) => role.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase('nb'))

export const loginWords = texts({
  nb: {
    title: 'Logg inn', lead: 'Du får en lenke på e-post. Du trenger ikke noe passord.', email: 'E-postadressen din', emailHint: 'Den du er invitert med.', send: 'Send meg en lenke',
    emailBad: 'Skriv e-postadressen, for eksempel navn@kommune.no.', sentTitle: 'Se i innboksen din', sent: (email: string, minutes: number) => `Hvis ${email} er registrert, er en lenke på vei. Den virker én gang, i ${minutes} minutter.`, sentSpam: 'Kommer den ikke? Se i søppelposten, eller be om en ny.',
    tooMany: (seconds: number) => `Det er bedt om mange lenker på kort tid. Prøv igjen om ${seconds} sekunder.`,
    byMail: 'Eller med e-post', demoTitle: 'Prøv som en av disse', demoLead: 'Dette er et eksempel. Velg hvem du vil være, og se hvordan det er.', demoAs: (role: string) => `Logg inn som ${inSentence(role)}`,
    linkTitle: 'Logg inn i Trådverk', linkLead: (email: string) => `Trykk på knappen for å logge inn som ${email}.`, linkButton: 'Logg inn',
    linkUsed: 'Lenken er brukt før. En lenke virker bare én gang.', linkExpired: 'Lenken er for gammel.', linkUnknown: 'Vi kjenner ikke igjen lenken. Kanskje ble den delt i to i e-posten.', linkAgain: 'Be om en ny lenke',
    mailSubject: 'Logg inn i Trådverk', mailHeading: 'Logg inn i Trådverk', mailText: (minutes: number) => `Noen, trolig du, har bedt om å logge inn. Lenken virker én gang, i ${minutes} minutter.`, mailButton: 'Logg inn', mailFooter: 'Var det ikke deg? Da kan du se bort fra denne e-posten.',
    out: 'Logg ut', outDone: 'Du er logget ut.', outTitle: 'Logget ut', outThere: (name: string) => `Du blir logget ut både her og hos ${name}.`, home: 'Til forsiden', languageTitle: 'Språk', languageLead: 'Velg språket du vil lese Trådverk på.', outbox: 'Se e-posten som ville blitt sendt',
  },
  nn: {
    title: 'Logg inn', lead: 'Du får ei lenkje på e-post. Du treng ikkje noko passord.', email: 'E-postadressa di', emailHint: 'Den du er invitert med.', send: 'Send meg ei lenkje',
    emailBad: 'Skriv e-postadressa, til dømes namn@kommune.no.', sentTitle: 'Sjå i innboksen din', sent: (email: string, minutes: number) => `Om ${email} er registrert, er ei lenkje på veg. Ho verkar éin gong, i ${minutes} minutt.`, sentSpam: 'Kjem ho ikkje? Sjå i søppelposten, eller be om ei ny.',
    tooMany: (seconds: number) => `Det er bede om mange lenkjer på kort tid. Prøv igjen om ${seconds} sekund.`,
    byMail: 'Eller med e-post', demoTitle: 'Prøv som ein av desse', demoLead: 'Dette er eit døme. Vel kven du vil vere, og sjå korleis det er.', demoAs: (role: string) => `Logg inn som ${inSentence(role)}`,
    linkTitle: 'Logg inn i Trådverk', linkLead: (email: string) => `Trykk på knappen for å logge inn som ${email}.`, linkButton: 'Logg inn',
    linkUsed: 'Lenkja er brukt før. Ei lenkje verkar berre éin gong.', linkExpired: 'Lenkja er for gammal.', linkUnknown: 'Vi kjenner ikkje att lenkja. Kanskje blei ho delt i to i e-posten.', linkAgain: 'Be om ei ny lenkje',
    mailSubject: 'Logg inn i Trådverk', mailHeading: 'Logg inn i Trådverk', mailText: (minutes: number) => `Nokon, truleg du, har bede om å logge inn. Lenkja verkar éin gong, i ${minutes} minutt.`, mailButton: 'Logg inn', mailFooter: 'Var det ikkje deg? Då kan du sjå bort frå denne e-posten.',
    out: 'Logg ut', outDone: 'Du er logga ut.', outTitle: 'Logga ut', outThere: (name: string) => `Du blir logga ut både her og hos ${name}.`, home: 'Til framsida', languageTitle: 'Språk', languageLead: 'Vel språket du vil lese Trådverk på.', outbox: 'Sjå e-posten som ville blitt send',
  },
  en: {
    title: 'Log in', lead: 'You get a link by e-mail. You need no password.', email: 'Your e-mail address', emailHint: 'The one you were invited with.', send: 'Send me a link',
    emailBad: 'Write the e-mail address, for example name@kommune.no.', sentTitle: 'Look in your inbox', sent: (email: string, minutes: number) => `If ${email} is registered, a link is on its way. It works once, for ${minutes} minutes.`, sentSpam: 'It does not come? Look in the junk mail, or ask for a new one.',
    tooMany: (seconds: number) => `Many links were asked for in a short time. Try again in ${seconds} seconds.`,
    byMail: 'Or by e-mail', demoTitle: 'Try as one of these', demoLead: 'This is an example. Choose who you want to be, and see what it is like.', demoAs: (role: string) => `Log in as ${inSentence(role)}`,
    linkTitle: 'Log in to Trådverk', linkLead: (email: string) => `Press the button to log in as ${email}.`, linkButton: 'Log in',
    linkUsed: 'The link has been used before. A link works only once.', linkExpired: 'The link is too old.', linkUnknown: 'We do not know this link. Perhaps the e-mail broke it in two.', linkAgain: 'Ask for a new link',
    mailSubject: 'Log in to Trådverk', mailHeading: 'Log in to Trådverk', mailText: (minutes: number) => `Somebody, probably you, has asked to log in. The link works once, for ${minutes} minutes.`, mailButton: 'Log in', mailFooter: 'Was it not you? Then you may disregard this e-mail.',
    out: 'Log out', outDone: 'You are logged out.', outTitle: 'Logged out', outThere: (name: string) => `You are logged out both here and at ${name}.`, home: 'To the front page', languageTitle: 'Language', languageLead: 'Choose the language you want to read Trådverk in.', outbox: 'See the e-mail that would have been sent',
  },
})
