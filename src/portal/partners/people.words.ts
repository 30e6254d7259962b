import { texts } from '../../platform/text/texts.ts'

export const peopleWords = texts({
  nb: {
    title: 'Personer i arbeidsrommet', lead: 'Legg til en person med e-postadressen. Personen logger inn med en lenke på e-post, uten passord.', manage: 'Legg til eller ta ut personer',
    name: 'Navn eller stilling', email: 'E-postadresse', emailHint: 'For eksempel navn@kommune.no.', role: 'Rolle', organisation: 'Handler på vegne av', organisationHint: 'En partner kan oppdatere det organisasjonen selv eier.', add: 'Legg til', here: 'Er med nå', end: 'Ta ut',
    nameMissing: 'Skriv navn eller stilling.', emailBad: 'Skriv e-postadressen, for eksempel navn@kommune.no.', roleMissing: 'Velg fra lista.', alreadyThere: 'Personen har allerede denne rollen her.', notYourself: 'Du kan ikke ta ut deg selv. Be en annen i ledelsen om det.',
    added: 'Personen er lagt til og får en e-post.', ended: 'Personen er ikke lenger med i arbeidsrommet.',
    mailSubject: (title: string) => `Du er med i «${title}»`, mailText: 'Du kan lese planen og følge tråden i arbeidsrommet. Logg inn med denne e-postadressen. Du får en lenke, og trenger ikke noe passord.', mailButton: 'Gå til arbeidsrommet', mailFooter: (who: string) => `Du ble lagt til av ${who}. Kjenner du ikke til dette? Da kan du se bort fra e-posten.`,
  },
  nn: {
    title: 'Personar i arbeidsrommet', lead: 'Legg til ein person med e-postadressa. Personen loggar inn med ei lenkje på e-post, utan passord.', manage: 'Legg til eller ta ut personar',
    name: 'Namn eller stilling', email: 'E-postadresse', emailHint: 'Til dømes namn@kommune.no.', role: 'Rolle', organisation: 'Handlar på vegner av', organisationHint: 'Ein partnar kan oppdatere det organisasjonen sjølv eig.', add: 'Legg til', here: 'Er med no', end: 'Ta ut',
    nameMissing: 'Skriv namn eller stilling.', emailBad: 'Skriv e-postadressa, til dømes namn@kommune.no.', roleMissing: 'Vel frå lista.', alreadyThere: 'Personen har alt denne rolla her.', notYourself: 'Du kan ikkje ta ut deg sjølv. Be ein annan i leiinga om det.',
    added: 'Personen er lagd til og får ein e-post.', ended: 'Personen er ikkje lenger med i arbeidsrommet.',
    mailSubject: (title: string) => `Du er med i «${title}»`, mailText: 'Du kan lese planen og følgje tråden i arbeidsrommet. Logg inn med denne e-postadressa. Du får ei lenkje, og treng ikkje noko passord.', mailButton: 'Gå til arbeidsrommet', mailFooter: (who: string) => `Du blei lagd til av ${who}. Kjenner du ikkje til dette? Då kan du sjå bort frå e-posten.`,
  },
  en: {
    title: 'People in the workspace', lead: 'Add a person by e-mail address. The person logs in with a link by e-mail, without a password.', manage: 'Add or take out people',
    name: 'Name or position', email: 'E-mail address', emailHint: 'For example name@kommune.no.', role: 'Role', organisation: 'Acts for', organisationHint: 'A partner may update what its own organisation owns.', add: 'Add', here: 'Take part now', end: 'Take out',
    nameMissing: 'Write a name or position.', emailBad: 'Write the e-mail address, for example name@kommune.no.', roleMissing: 'Choose from the list.', alreadyThere: 'The person has this role here already.', notYourself: 'You cannot take out yourself. Ask another leader to do it.',
    added: 'The person was added and gets an e-mail.', ended: 'The person no longer takes part in the workspace.',
    mailSubject: (title: string) => `You take part in “${title}”`, mailText: 'You may read the plan and follow the thread in the workspace. Log in with this e-mail address. You get a link, and need no password.', mailButton: 'Go to the workspace', mailFooter: (who: string) => `You were added by ${who}. Do you know nothing of this? Then you may disregard the e-mail.`,
  },
})
