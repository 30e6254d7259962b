import { texts } from '../../../platform/text/texts.ts'

export const milestoneWords = texts({
  nb: {
    add: 'Ny milepæl', change: 'Endre milepælen', remove: 'Fjern milepælen',
    added: 'Milepælen er lagt til.', changed: 'Milepælen er endret.', removed: 'Milepælen er fjernet. Den står i historien.',
    heading: 'Milepæler', addLink: 'Legg til en milepæl',
    empty: 'Ingen milepæler ennå. En milepæl er noe som skal være på plass underveis, med en dato.',
    title: 'Hva skal være på plass?', titleHint: 'Skriv det som om det er gjort, for eksempel «Avtalen er undertegnet».',
    due: 'Innen', done: 'Nådd', doneHint: 'Fyll ut når den er nådd.', doneLater: 'Datoen er ikke kommet ennå. Skriv dagen da den ble nådd.',
    column: 'Milepæl', status: 'Status', edit: 'Endre',
    states: { done: 'Nådd', overdue: 'Over fristen', coming: 'Kommer', undated: 'Uten dato' },
    doneOn: (date: string) => `Nådd ${date}`,
  },
  nn: {
    add: 'Ny milepæl', change: 'Endre milepælen', remove: 'Fjern milepælen',
    added: 'Milepælen er lagd til.', changed: 'Milepælen er endra.', removed: 'Milepælen er fjerna. Han står i historia.',
    heading: 'Milepælar', addLink: 'Legg til ein milepæl',
    empty: 'Ingen milepælar enno. Ein milepæl er noko som skal vere på plass undervegs, med ein dato.',
    title: 'Kva skal vere på plass?', titleHint: 'Skriv det som om det er gjort, til dømes «Avtalen er underskriven».',
    due: 'Innan', done: 'Nådd', doneHint: 'Fyll ut når han er nådd.', doneLater: 'Datoen er ikkje komen enno. Skriv dagen då han blei nådd.',
    column: 'Milepæl', status: 'Status', edit: 'Endre',
    states: { done: 'Nådd', overdue: 'Over fristen', coming: 'Kjem', undated: 'Utan dato' },
    doneOn: (date: string) => `Nådd ${date}`,
  },
  en: {
    add: 'New milestone', change: 'Change the milestone', remove: 'Remove the milestone',
    added: 'The milestone is added.', changed: 'The milestone is changed.', removed: 'The milestone is removed. It is kept in the history.',
    heading: 'Milestones', addLink: 'Add a milestone',
    empty: 'No milestones yet. A milestone is something that is to be in place on the way, with a date.',
    title: 'What is to be in place?', titleHint: 'Write it as if it is done, for example “The agreement is signed”.',
    due: 'By', done: 'Reached', doneHint: 'Fill in when it is reached.', doneLater: 'That date has not come yet. Write the day it was reached.',
    column: 'Milestone', status: 'Status', edit: 'Change',
    states: { done: 'Reached', overdue: 'Past its date', coming: 'To come', undated: 'No date' },
    doneOn: (date: string) => `Reached ${date}`,
  },
})
