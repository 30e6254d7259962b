import { texts } from '../../platform/text/texts.ts'

export const waysWords = texts({
  nb: {
    title: 'Måter å logge inn på', me: 'Min side', lead: 'Du kan ha flere veier inn til den samme kontoen. Alle fører til det samme.',
    email: (address: string) => `Lenke til ${address}`, demo: 'Rolle i eksempelet', since: (day: string) => `Lagt til ${day}`, used: (day: string) => `sist brukt ${day}`, unused: 'ikke brukt ennå', unusable: 'ikke i bruk her lenger',
    remove: 'Fjern', removeThis: (name: string) => `: ${name}`, removed: (name: string) => `${name} er fjernet. Du kan ikke lenger logge inn med det, og er logget ut alle andre steder.`,
    last: 'Dette er den siste veien din inn. Legg til en annen før du fjerner den.', onlyAddress: 'Vi trenger én e-postadresse til deg. Den kan ikke fjernes.', missing: 'Den er allerede fjernet.',
    add: 'Legg til en måte', addLead: 'Du logger inn der først, og sier ja til å knytte det til kontoen etterpå.', addWith: (name: string) => `Legg til ${name}`, passkeys: 'Se og lag passnøkler', none: 'Her logger alle inn med lenke på e-post.',
  },
  nn: {
    title: 'Måtar å logge inn på', me: 'Mi side', lead: 'Du kan ha fleire vegar inn til den same kontoen. Alle fører til det same.',
    email: (address: string) => `Lenkje til ${address}`, demo: 'Rolle i dømet', since: (day: string) => `Lagd til ${day}`, used: (day: string) => `sist brukt ${day}`, unused: 'ikkje brukt enno', unusable: 'ikkje i bruk her lenger',
    remove: 'Fjern', removeThis: (name: string) => `: ${name}`, removed: (name: string) => `${name} er fjerna. Du kan ikkje lenger logge inn med det, og er logga ut alle andre stader.`,
    last: 'Dette er den siste vegen din inn. Legg til ein annan før du fjernar den.', onlyAddress: 'Vi treng éi e-postadresse til deg. Ho kan ikkje fjernast.', missing: 'Den er alt fjerna.',
    add: 'Legg til ein måte', addLead: 'Du loggar inn der først, og seier ja til å knyte det til kontoen etterpå.', addWith: (name: string) => `Legg til ${name}`, passkeys: 'Sjå og lag passnøklar', none: 'Her loggar alle inn med lenkje på e-post.',
  },
  en: {
    title: 'Ways to log in', me: 'My page', lead: 'You may have several ways in to the same account. They all lead to the same.',
    email: (address: string) => `Link to ${address}`, demo: 'Role in the example', since: (day: string) => `Added ${day}`, used: (day: string) => `last used ${day}`, unused: 'not used yet', unusable: 'no longer in use here',
    remove: 'Remove', removeThis: (name: string) => `: ${name}`, removed: (name: string) => `${name} is removed. You can no longer log in with it, and are logged out everywhere else.`,
    last: 'This is your last way in. Add another before you remove it.', onlyAddress: 'We need one e-mail address for you. It cannot be removed.', missing: 'It is removed already.',
    add: 'Add a way', addLead: 'You log in there first, and then say yes to tying it to your account.', addWith: (name: string) => `Add ${name}`, passkeys: 'See and make passkeys', none: 'Here everybody logs in by a link in an e-mail.',
  },
})
