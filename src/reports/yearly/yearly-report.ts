import { type Role, roles } from '../../platform/access/viewer.ts'
import { kind, leading } from '../../platform/item/kind.ts'

/** Who reads a report while it is being written: those who take part in the work. It is for the elected when it is finished. */
export const draftReaders: readonly Role[] = roles.filter((role) => role !== 'political' && role !== 'participant')

/** What the partnership tells the political body of a year: drafted from the workspace, written by people, and locked when it is finished. */
export const yearlyReport = kind({
  name: 'yearly_report',
  table: 'yearly_report',
  segment: 'arsrapport',
  writers: leading,
  stateFollows: true,
  children: {
    yearly_report_edition: { nb: 'Utgaver av rapporten', nn: 'Utgåver av rapporten', en: 'Editions of the report' },
    yearly_report_section: { nb: 'Avsnitt i rapporten', nn: 'Avsnitt i rapporten', en: 'Sections of the report' },
  },
  rowsHiddenFrom: ['political', 'participant'],
  words: {
    nb: {
      one: 'årsrapport', many: 'årsrapporter', title: 'Årsrapporter', new: 'Ny årsrapport',
      titleLabel: 'Hva heter rapporten?', titleHint: 'For eksempel «Årsrapport 2027».',
      empty: 'Ingen årsrapport ennå. Utkastet lages av det som allerede står i arbeidsrommet. Så retter dere det, og gjør det ferdig.',
    },
    nn: {
      one: 'årsrapport', many: 'årsrapportar', title: 'Årsrapportar', new: 'Ny årsrapport',
      titleLabel: 'Kva heiter rapporten?', titleHint: 'Til dømes «Årsrapport 2027».',
      empty: 'Ingen årsrapport enno. Utkastet blir laga av det som alt står i arbeidsrommet. Så rettar de det, og gjer det ferdig.',
    },
    en: {
      one: 'yearly report', many: 'yearly reports', title: 'Yearly reports', new: 'New yearly report',
      titleLabel: 'What is the report called?', titleHint: 'For example “Yearly report 2027”.',
      empty: 'No yearly report yet. The draft is made of what already stands in the workspace. Then you correct it, and finish it.',
    },
  },
  stateLabel: { nb: 'Hvor langt er rapporten?', nn: 'Kor langt er rapporten?', en: 'How far has it come?' },
  states: {
    draft: { text: { nb: 'Utkast', nn: 'Utkast', en: 'Draft' }, tone: 'neutral' },
    finished: { text: { nb: 'Ferdig', nn: 'Ferdig', en: 'Finished' }, tone: 'holds' },
  },
  fields: {
    from_on: { type: 'date', inLists: true, label: { nb: 'Fra og med', nn: 'Frå og med', en: 'From' } },
    to_on: { type: 'date', inLists: true, label: { nb: 'Til og med', nn: 'Til og med', en: 'Until' } },
    recipient: { type: 'text', max: 200, inLists: true, label: { nb: 'Hvem skal ha den?', nn: 'Kven skal ha han?', en: 'Who is it for?' }, hint: { nb: 'For eksempel fylkestinget.', nn: 'Til dømes fylkestinget.', en: 'For example the county assembly.' } },
    case_number: { type: 'text', max: 60, label: { nb: 'Saksnummer i arkivet', nn: 'Saksnummer i arkivet', en: 'Case number in the archive' } },
  },
})
