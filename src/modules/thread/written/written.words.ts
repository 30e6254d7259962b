import type { Refusal } from '../../../platform/http/page.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import type { TextRefusal } from './written.actions.ts'

export const writtenWords = texts({
  nb: {
    whyNot: { nothing: 'Det står ingen tekst ennå.', empty: 'Minst ett avsnitt er tomt. Skriv teksten, eller ta avsnittet bort.', gaps: 'Noe står fortsatt i klammer. Fyll det ut, eller ta det bort.' },
    refused: { agreed: 'Teksten er låst. Åpne en ny utgave for å endre den.', full: 'Teksten har så mange avsnitt som den kan ha. Slå noen sammen.' },
    sectionTitle: (heading: string) => `Endre: ${heading}`, newSection: 'Nytt avsnitt', heading: 'Overskrift', body: 'Tekst', bodyHint: 'En blank linje gir et nytt avsnitt. Begynn linjer med bindestrek for å få en liste.',
    after: 'Hvor skal det stå?', last: 'Sist', afterThis: (heading: string) => `Etter «${heading}»`, save: 'Lagre', cancel: 'Avbryt', saved: 'Avsnittet er lagret.', added: 'Avsnittet er lagt til.',
    remove: 'Ta bort avsnittet', removed: 'Avsnittet er tatt bort. Det står i historien.', up: 'Flytt opp', down: 'Flytt ned', moved: 'Avsnittet er flyttet.',
    staleTitle: 'Noen andre har endret avsnittet samtidig', stale: 'Det du skrev, står i skjemaet. Under ser du hva som skiller det fra det som er lagret. Lagrer du på nytt, gjelder det du har skrevet.',
    theirs: 'Fra det som er lagret, til det du har skrevet:',
    gone: 'Tatt bort', new: 'Nytt', same: 'Uendret', changed: 'Endret',
    ended: 'slutt',
  },
  nn: {
    whyNot: { nothing: 'Det står ingen tekst enno.', empty: 'Minst eitt avsnitt er tomt. Skriv teksten, eller ta avsnittet bort.', gaps: 'Noko står framleis i klammer. Fyll det ut, eller ta det bort.' },
    refused: { agreed: 'Teksten er låst. Opne ei ny utgåve for å endre han.', full: 'Teksten har så mange avsnitt som han kan ha. Slå nokre saman.' },
    sectionTitle: (heading: string) => `Endre: ${heading}`, newSection: 'Nytt avsnitt', heading: 'Overskrift', body: 'Tekst', bodyHint: 'Ei blank linje gir eit nytt avsnitt. Byrj linjer med bindestrek for å få ei liste.',
    after: 'Kvar skal det stå?', last: 'Sist', afterThis: (heading: string) => `Etter «${heading}»`, save: 'Lagre', cancel: 'Avbryt', saved: 'Avsnittet er lagra.', added: 'Avsnittet er lagt til.',
    remove: 'Ta bort avsnittet', removed: 'Avsnittet er teke bort. Det står i historia.', up: 'Flytt opp', down: 'Flytt ned', moved: 'Avsnittet er flytt.',
    staleTitle: 'Nokon andre har endra avsnittet samstundes', stale: 'Det du skreiv, står i skjemaet. Under ser du kva som skil det frå det som er lagra. Lagrar du på nytt, gjeld det du har skrive.',
    theirs: 'Frå det som er lagra, til det du har skrive:',
    gone: 'Teke bort', new: 'Nytt', same: 'Uendra', changed: 'Endra',
    ended: 'slutt',
  },
  en: {
    whyNot: { nothing: 'There is no text yet.', empty: 'At least one section is empty. Write the text, or take the section out.', gaps: 'Something is still in brackets. Fill it in, or take it out.' },
    refused: { agreed: 'The text is locked. Open a new edition to change it.', full: 'The text has as many sections as it can have. Put some together.' },
    sectionTitle: (heading: string) => `Change: ${heading}`, newSection: 'New section', heading: 'Heading', body: 'Text', bodyHint: 'A blank line makes a new paragraph. Begin lines with a hyphen to make a list.',
    after: 'Where does it stand?', last: 'Last', afterThis: (heading: string) => `After “${heading}”`, save: 'Save', cancel: 'Cancel', saved: 'The section is saved.', added: 'The section is added.',
    remove: 'Take the section out', removed: 'The section is taken out. It stands in the history.', up: 'Move up', down: 'Move down', moved: 'The section is moved.',
    staleTitle: 'Somebody else changed the section at the same time', stale: 'What you wrote is in the form. Below you see how it differs from what is saved. If you save again, what you have written stands.',
    theirs: 'From what is saved to what you have written:',
    gone: 'Taken out', new: 'New', same: 'Unchanged', changed: 'Changed',
    ended: 'end',
  },
})

/** What an action on a text could not do, as the page says it. */
export function toldRefusal(refusal: TextRefusal, lang: Lang): Refusal {
  const w = writtenWords[lang]
  if (refusal === 'nothing' || refusal === 'empty' || refusal === 'gaps') return { message: w.whyNot[refusal] }
  return refusal === 'agreed' || refusal === 'full' ? { message: w.refused[refusal] } : refusal
}
