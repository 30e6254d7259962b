import { texts } from '../../../platform/text/texts.ts'

export const seatWords = texts({
  nb: {
    add: 'Ny leder, vara eller sekretariat', change: 'Endre ledelsen', remove: 'Fjern raden', added: 'Raden er lagt til.', changed: 'Raden er endret.', removed: 'Raden er fjernet. Den står i historien.',
    heading: 'Ledelse og sekretariat', addLink: 'Legg til', empty: 'Ingen er ført opp ennå. Skriv hvem som leder, hvem som er vara, og hvem som er sekretariat.',
    role: 'Rolle', roles: { chair: 'Leder', deputy: 'Vara', secretariat: 'Sekretariat' }, organisation: 'Organisasjon', noOrganisation: 'Ingen valgt', holder: 'Hvem', holderHint: 'Stilling eller verv, for eksempel «næringssjefen». Bare medlemmer ser det.', from: 'Fra', to: 'Til', period: 'Periode', over: 'Perioden er over', sits: 'Sitter nå', coming: 'Kommer', edit: 'Endre',
  },
  nn: {
    add: 'Ny leiar, vara eller sekretariat', change: 'Endre leiinga', remove: 'Fjern rada', added: 'Rada er lagd til.', changed: 'Rada er endra.', removed: 'Rada er fjerna. Ho står i historia.',
    heading: 'Leiing og sekretariat', addLink: 'Legg til', empty: 'Ingen er førte opp enno. Skriv kven som leier, kven som er vara, og kven som er sekretariat.',
    role: 'Rolle', roles: { chair: 'Leiar', deputy: 'Vara', secretariat: 'Sekretariat' }, organisation: 'Organisasjon', noOrganisation: 'Ingen vald', holder: 'Kven', holderHint: 'Stilling eller verv, til dømes «næringssjefen». Berre medlemer ser det.', from: 'Frå', to: 'Til', period: 'Periode', over: 'Perioden er over', sits: 'Sit no', coming: 'Kjem', edit: 'Endre',
  },
  en: {
    add: 'New chair, deputy or secretariat', change: 'Change the leadership', remove: 'Remove the row', added: 'The row is added.', changed: 'The row is changed.', removed: 'The row is removed. It stands in the history.',
    heading: 'Leadership and secretariat', addLink: 'Add', empty: 'Nobody is listed yet. Write who chairs, who is deputy, and who is the secretariat.',
    role: 'Role', roles: { chair: 'Chair', deputy: 'Deputy', secretariat: 'Secretariat' }, organisation: 'Organisation', noOrganisation: 'None chosen', holder: 'Who', holderHint: 'Position or office, for example “the head of business development”. Only members see it.', from: 'From', to: 'Until', period: 'Term', over: 'The term is over', sits: 'Sits now', coming: 'To come', edit: 'Change',
  },
})

export const influenceWords = texts({
  nb: {
    add: 'Nytt punkt om politisk innflytelse', change: 'Endre punktet', remove: 'Fjern punktet', added: 'Punktet er lagt til.', changed: 'Punktet er endret.', removed: 'Punktet er fjernet. Det står i historien.',
    heading: 'Politisk innflytelse og kontroll', addLink: 'Legg til', empty: 'Ingenting er planlagt ennå. De folkevalgte kan styre uten å sitte i møtene: med et mandat, ved å bli spurt før prioriteringer endres, gjennom orienteringer og en årlig rapport.',
    means: 'Hva', all: { mandate: 'Mandat', consultation: 'Spørres før prioriteringer endres', orientation: 'Orientering', report: 'Årlig rapport' }, body: 'Til hvem?', bodyHint: 'For eksempel fylkestinget, formannskapet eller hovedutvalget.', due: 'Innen', done: 'Gjort', note: 'Merknad', state: 'Status',
    states: { done: 'Gjort', overdue: 'Over fristen', planned: 'Planlagt', undated: 'Uten dato' }, doneOn: (on: string) => `Gjort ${on}`, doneLater: 'Datoen kan ikke være etter i dag.', edit: 'Endre',
    missing: (what: string) => `Ikke planlagt: ${what}.`, reports: 'Årsrapportene', complete: 'Alle fire måtene er planlagt eller brukt det siste året.',
  },
  nn: {
    add: 'Nytt punkt om politisk innverknad', change: 'Endre punktet', remove: 'Fjern punktet', added: 'Punktet er lagt til.', changed: 'Punktet er endra.', removed: 'Punktet er fjerna. Det står i historia.',
    heading: 'Politisk innverknad og kontroll', addLink: 'Legg til', empty: 'Ingenting er planlagt enno. Dei folkevalde kan styre utan å sitje i møta: med eit mandat, ved å bli spurde før prioriteringar blir endra, gjennom orienteringar og ein årleg rapport.',
    means: 'Kva', all: { mandate: 'Mandat', consultation: 'Blir spurde før prioriteringar blir endra', orientation: 'Orientering', report: 'Årleg rapport' }, body: 'Til kven?', bodyHint: 'Til dømes fylkestinget, formannskapet eller hovudutvalet.', due: 'Innan', done: 'Gjort', note: 'Merknad', state: 'Status',
    states: { done: 'Gjort', overdue: 'Over fristen', planned: 'Planlagt', undated: 'Utan dato' }, doneOn: (on: string) => `Gjort ${on}`, doneLater: 'Datoen kan ikkje vere etter i dag.', edit: 'Endre',
    missing: (what: string) => `Ikkje planlagt: ${what}.`, reports: 'Årsrapportane', complete: 'Alle fire måtane er planlagde eller brukte det siste året.',
  },
  en: {
    add: 'New point on political influence', change: 'Change the point', remove: 'Remove the point', added: 'The point is added.', changed: 'The point is changed.', removed: 'The point is removed. It stands in the history.',
    heading: 'Political influence and control', addLink: 'Add', empty: 'Nothing is planned yet. The elected can steer without sitting in the meetings: with a mandate, by being asked before priorities change, through briefings and a yearly report.',
    means: 'What', all: { mandate: 'Mandate', consultation: 'Asked before priorities change', orientation: 'Briefing', report: 'Yearly report' }, body: 'To whom?', bodyHint: 'For example the county council, the executive committee or a standing committee.', due: 'By', done: 'Done', note: 'Note', state: 'Status',
    states: { done: 'Done', overdue: 'Overdue', planned: 'Planned', undated: 'Without a date' }, doneOn: (on: string) => `Done ${on}`, doneLater: 'The date cannot be after today.', edit: 'Change',
    missing: (what: string) => `Not planned: ${what}.`, reports: 'The yearly reports', complete: 'All four ways are planned or were used in the last year.',
  },
})
