import { kind, leading } from '../../../platform/item/kind.ts'

/** One meeting of an arena (`held_in`), from the day it is planned to the day its minutes are approved. */
export const meeting = kind({
  name: 'meeting',
  table: 'meeting',
  segment: 'moter',
  under: 'arenaer',
  writers: leading,
  children: {
    agenda_point: { nb: 'Punkter på saklista', nn: 'Punkt på saklista', en: 'Points on the agenda' },
    agenda_paper: { nb: 'Sakspapirer', nn: 'Sakspapir', en: 'Papers' },
    minutes_opening: { nb: 'Innledning i referatet', nn: 'Innleiing i referatet', en: 'Opening of the minutes' },
    agenda_outcome: { nb: 'Vedtak og oppgaver fra møtet', nn: 'Vedtak og oppgåver frå møtet', en: 'Decisions and follow-ups of the meeting' },
  },
  childFiles: ['agenda_paper'],
  rowsHiddenFrom: ['political'],
  words: {
    nb: {
      one: 'møte', many: 'møter', title: 'Møter', new: 'Nytt møte',
      titleLabel: 'Hva heter møtet?', titleHint: 'For eksempel «Møte i arbeidsutvalget».',
      empty: 'Ingen møter ennå. Lag sakliste, innkall, og skriv referat her. Da følger vedtak og oppgaver med videre.',
    },
    nn: {
      one: 'møte', many: 'møte', title: 'Møte', new: 'Nytt møte',
      titleLabel: 'Kva heiter møtet?', titleHint: 'Til dømes «Møte i arbeidsutvalet».',
      empty: 'Ingen møte enno. Lag sakliste, kall inn, og skriv referat her. Då følgjer vedtak og oppgåver med vidare.',
    },
    en: {
      one: 'meeting', many: 'meetings', title: 'Meetings', new: 'New meeting',
      titleLabel: 'What is the meeting called?', titleHint: 'For example “Meeting of the working committee”.',
      empty: 'No meetings yet. Make the agenda, invite, and write the minutes here. Then decisions and tasks come along.',
    },
  },
  stateLabel: { nb: 'Hvor langt er møtet?', nn: 'Kor langt er møtet?', en: 'How far has it come?' },
  states: {
    planned: { text: { nb: 'Planlagt', nn: 'Planlagt', en: 'Planned' }, tone: 'neutral' },
    called: { text: { nb: 'Innkalt', nn: 'Kalla inn', en: 'Called' }, tone: 'neutral' },
    held: { text: { nb: 'Holdt', nn: 'Halde', en: 'Held' }, tone: 'neutral' },
    approved: { text: { nb: 'Referatet er godkjent', nn: 'Referatet er godkjent', en: 'Minutes approved' }, tone: 'holds' },
    cancelled: { text: { nb: 'Avlyst', nn: 'Avlyst', en: 'Cancelled' }, tone: 'neutral' },
  },
  day: 'held_on',
  fields: {
    held_on: { type: 'date', inLists: true, label: { nb: 'Dag', nn: 'Dag', en: 'Day' } },
    starts_at: { type: 'time', inLists: true, label: { nb: 'Fra klokka', nn: 'Frå klokka', en: 'From' } },
    ends_at: { type: 'time', label: { nb: 'Til klokka', nn: 'Til klokka', en: 'Until' } },
    venue: { type: 'text', inLists: true, label: { nb: 'Sted', nn: 'Stad', en: 'Place' } },
    online_url: { type: 'url', label: { nb: 'Lenke til nettmøtet', nn: 'Lenkje til nettmøtet', en: 'Link to the online meeting' } },
    about: { type: 'longText', label: { nb: 'Om møtet', nn: 'Om møtet', en: 'About the meeting' } },
    case_number: { type: 'text', max: 60, label: { nb: 'Saksnummer i arkivet', nn: 'Saksnummer i arkivet', en: 'Case number in the archive' } },
    quorum: { type: 'number', label: { nb: 'Så mange må møte for at dere kan vedta noe', nn: 'Så mange må møte for at de kan vedta noko', en: 'So many must attend for you to decide anything' } },
    approval_asked_on: { type: 'date', label: { nb: 'Referatet sendt til godkjenning', nn: 'Referatet sendt til godkjenning', en: 'Minutes sent for approval' } },
    approved_on: { type: 'date', label: { nb: 'Referatet godkjent', nn: 'Referatet godkjent', en: 'Minutes approved' } },
    archived_on: { type: 'date', label: { nb: 'Ført i arkivet', nn: 'Ført i arkivet', en: 'Entered in the archive' } },
  },
})
