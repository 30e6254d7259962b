import { texts } from '../../../platform/text/texts.ts'

export const digestWords = texts({
  nb: {
    subject: (day: string) => `Uka di i Trådverk, ${day}`, lead: 'Her er det som venter på deg, og det som har skjedd siste uke.', leadHeld: (n: number) => (n === 1 ? 'Én e-post er samlet opp til deg denne uka.' : `${n} e-poster er samlet opp til deg denne uka.`),
    open: 'Åpne Min side', asked: 'Dette venter på deg', due: (date: string) => `frist ${date}`, past: 'over fristen', news: (workspace: string) => `Nytt i ${workspace}`, more: (n: number) => (n === 1 ? 'Og én endring til' : `Og ${n} endringer til`),
    came: 'Hva kom ut av det du sa?', did: { added: 'lagt til', changed: 'endret', removed: 'fjernet' }, footer: 'Du får denne mandag morgen når det er noe å fortelle.',
    preview: 'Slik ville oppsummeringen vært nå', previewNone: 'Akkurat nå er det ingenting å oppsummere. Da ville det ikke kommet noen e-post.',
  },
  nn: {
    subject: (day: string) => `Veka di i Trådverk, ${day}`, lead: 'Her er det som ventar på deg, og det som har hendt siste veka.', leadHeld: (n: number) => (n === 1 ? 'Éin e-post er samla opp til deg denne veka.' : `${n} e-postar er samla opp til deg denne veka.`),
    open: 'Opne Mi side', asked: 'Dette ventar på deg', due: (date: string) => `frist ${date}`, past: 'over fristen', news: (workspace: string) => `Nytt i ${workspace}`, more: (n: number) => (n === 1 ? 'Og éi endring til' : `Og ${n} endringar til`),
    came: 'Kva kom ut av det du sa?', did: { added: 'lagt til', changed: 'endra', removed: 'fjerna' }, footer: 'Du får denne måndag morgon når det er noko å fortelje.',
    preview: 'Slik ville oppsummeringa vore no', previewNone: 'Akkurat no er det ikkje noko å oppsummere. Då ville det ikkje kome nokon e-post.',
  },
  en: {
    subject: (day: string) => `Your week in Trådverk, ${day}`, lead: 'This is what is asked of you, and what has happened in the last week.', leadHeld: (n: number) => (n === 1 ? 'One e-mail has been gathered for you this week.' : `${n} e-mails have been gathered for you this week.`),
    open: 'Open My page', asked: 'Asked of you', due: (date: string) => `due ${date}`, past: 'overdue', news: (workspace: string) => `New in ${workspace}`, more: (n: number) => (n === 1 ? 'And one more change' : `And ${n} more changes`),
    came: 'What came of what you said?', did: { added: 'added', changed: 'changed', removed: 'removed' }, footer: 'You get this on Monday morning when there is something to tell.',
    preview: 'The summary as it would be now', previewNone: 'Right now there is nothing to sum up, so no e-mail would have come.',
  },
})
