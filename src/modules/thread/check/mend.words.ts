import { texts } from '../../../platform/text/texts.ts'

/** What is said when a loose thread is mended, or cannot be. */
export const mendWords = texts({
  nb: {
    undo: 'Angre', undone: (title: string) => `«${title}» er som før.`,
    mended: (title: string) => `Festet: «${title}».`, tied: (one: string, other: string) => `Knyttet «${one}» til «${other}».`,
    waived: (title: string) => `Gjelder ikke for «${title}». Grunnen vises nederst på siden.`, unwaived: (title: string) => `Regelen gjelder igjen for «${title}».`,
    chooseFirst: 'Velg ett av alternativene.', chooseOwner: 'Velg en organisasjon, eller skriv navnet på en ny.', chooseFromList: 'Velg fra lista, eller skriv en ny.',
    endsBeforeStart: 'Fristen er før oppstarten. Skriv en senere dato.', tooLong: 'Skriv det kortere, høyst 300 tegn.', mayNotMake: 'Du kan ikke lage dette selv. Velg fra lista, eller spør sekretariatet.',
    alreadyTied: 'De er allerede knyttet sammen slik.', reason: 'Skriv hvorfor regelen ikke gjelder her.', changedSince: 'Noe er endret etterpå, så dette kan ikke angres herfra. Åpne historien i stedet.',
  },
  nn: {
    undo: 'Angre', undone: (title: string) => `«${title}» er som før.`,
    mended: (title: string) => `Festa: «${title}».`, tied: (one: string, other: string) => `Knytte «${one}» til «${other}».`,
    waived: (title: string) => `Gjeld ikkje for «${title}». Grunnen er vist nedst på sida.`, unwaived: (title: string) => `Regelen gjeld igjen for «${title}».`,
    chooseFirst: 'Vel eitt av alternativa.', chooseOwner: 'Vel ein organisasjon, eller skriv namnet på ein ny.', chooseFromList: 'Vel frå lista, eller skriv ein ny.',
    endsBeforeStart: 'Fristen er før oppstarten. Skriv ein seinare dato.', tooLong: 'Skriv det kortare, høgst 300 teikn.', mayNotMake: 'Du kan ikkje lage dette sjølv. Vel frå lista, eller spør sekretariatet.',
    alreadyTied: 'Dei er alt knytte saman slik.', reason: 'Skriv kvifor regelen ikkje gjeld her.', changedSince: 'Noko er endra etterpå, så dette kan ikkje angrast herfrå. Opne historia i staden.',
  },
  en: {
    undo: 'Undo', undone: (title: string) => `“${title}” is as before.`,
    mended: (title: string) => `Mended: “${title}”.`, tied: (one: string, other: string) => `Tied “${one}” to “${other}”.`,
    waived: (title: string) => `Does not apply to “${title}”. The reason is shown at the bottom of the page.`, unwaived: (title: string) => `The rule applies to “${title}” again.`,
    chooseFirst: 'Choose one of the alternatives.', chooseOwner: 'Choose an organisation, or write the name of a new one.', chooseFromList: 'Choose from the list, or write a new one.',
    endsBeforeStart: 'The deadline is before the start. Write a later date.', tooLong: 'Write it shorter, at most 300 characters.', mayNotMake: 'You cannot make this yourself. Choose from the list, or ask the secretariat.',
    alreadyTied: 'They are already tied like this.', reason: 'Write why the rule does not apply here.', changedSince: 'Something has changed since, so this cannot be undone from here. Open the history instead.',
  },
})
