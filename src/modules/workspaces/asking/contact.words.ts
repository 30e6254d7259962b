import { texts } from '../../../platform/text/texts.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Naming somebody to be asked, by their name and address. */
export const contactWords = texts({
  nb: {
    addFor: (organisation: string) => `Legg til en som kan svare for ${organisation}`, name: 'Navn på den som svarer', email: 'E-post til den som svarer', add: 'Legg til',
    nameMissing: 'Skriv navnet.', emailBad: 'Skriv en e-postadresse, for eksempel navn@kommune.no.', already: 'Hen er allerede med.', limited: (minutes: number) => `Du har lagt til mange adresser. Prøv igjen om ${count(minutes, 'minutt', 'minutter')}.`,
  },
  nn: {
    addFor: (organisation: string) => `Legg til ein som kan svare for ${organisation}`, name: 'Namn på den som svarer', email: 'E-post til den som svarer', add: 'Legg til',
    nameMissing: 'Skriv namnet.', emailBad: 'Skriv ei e-postadresse, til dømes namn@kommune.no.', already: 'Hen er alt med.', limited: (minutes: number) => `Du har lagt til mange adresser. Prøv igjen om ${count(minutes, 'minutt', 'minutt')}.`,
  },
  en: {
    addFor: (organisation: string) => `Add somebody who can answer for ${organisation}`, name: 'Name of the one who answers', email: 'E-mail of the one who answers', add: 'Add',
    nameMissing: 'Write the name.', emailBad: 'Write an e-mail address, for example name@municipality.no.', already: 'They are asked already.', limited: (minutes: number) => `You have added many addresses. Try again in ${count(minutes, 'minute', 'minutes')}.`,
  },
})
