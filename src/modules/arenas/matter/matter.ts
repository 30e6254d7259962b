import { kind, leading } from '../../../platform/item/kind.ts'

/** Something that is handled in meetings (møtesak, not arkivsak), and travels from arena to arena until it is settled. */
export const matter = kind({
  name: 'matter',
  table: 'matter',
  segment: 'saker',
  under: 'arenaer',
  writers: leading,
  raisedByPartners: true,
  words: {
    nb: {
      one: 'sak', many: 'saker', title: 'Saker', new: 'Ny sak',
      titleLabel: 'Hva gjelder saken?', titleHint: 'Én setning, for eksempel «Felles søknad om kompetansepenger».',
      empty: 'Ingen saker ennå. En sak er noe som skal tas opp i et møte. Den kan gå fra arena til arena, og dere ser hele tiden hvem som har den.',
    },
    nn: {
      one: 'sak', many: 'saker', title: 'Saker', new: 'Ny sak',
      titleLabel: 'Kva gjeld saka?', titleHint: 'Éi setning, til dømes «Felles søknad om kompetansepengar».',
      empty: 'Ingen saker enno. Ei sak er noko som skal takast opp i eit møte. Ho kan gå frå arena til arena, og de ser heile tida kven som har ho.',
    },
    en: {
      one: 'matter', many: 'matters', title: 'Matters', new: 'New matter',
      titleLabel: 'What is the matter about?', titleHint: 'One sentence, for example “Joint application for skills funding”.',
      empty: 'No matters yet. A matter is something to be taken up in a meeting. It can go from arena to arena, and you always see who has it.',
    },
  },
  stateLabel: { nb: 'Hvor er saken i løpet?', nn: 'Kvar er saka i løpet?', en: 'How far has it come?' },
  states: {
    raised: { text: { nb: 'Meldt inn', nn: 'Meldt inn', en: 'Raised' }, tone: 'neutral' },
    prepared: { text: { nb: 'Forberedt', nn: 'Førebudd', en: 'Prepared' }, tone: 'neutral' },
    handled: { text: { nb: 'Behandlet', nn: 'Behandla', en: 'Handled' }, tone: 'neutral' },
    forwarded: { text: { nb: 'Sendt videre', nn: 'Send vidare', en: 'Forwarded' }, tone: 'neutral' },
    returned: { text: { nb: 'Sendt tilbake', nn: 'Send tilbake', en: 'Returned' }, tone: 'watch' },
    decided: { text: { nb: 'Avgjort', nn: 'Avgjord', en: 'Decided' }, tone: 'holds' },
    closed: { text: { nb: 'Lukket', nn: 'Lukka', en: 'Closed' }, tone: 'neutral' },
  },
  stateFollows: true,
  children: { matter_step: { nb: 'Gangen i saken', nn: 'Gangen i saka', en: 'The course of the matter' } },
  fields: {
    background: { type: 'longText', label: { nb: 'Bakgrunn', nn: 'Bakgrunn', en: 'Background' } },
    proposal: { type: 'longText', label: { nb: 'Forslag til vedtak', nn: 'Framlegg til vedtak', en: 'Proposed decision' } },
    owner: { type: 'organisations', role: 'owner', inLists: true, label: { nb: 'Hvem tar den opp?', nn: 'Kven tek ho opp?', en: 'Who raises it?' } },
    raised_on: { type: 'date', inLists: true, label: { nb: 'Meldt inn', nn: 'Meldt inn', en: 'Raised' } },
    wanted_by: { type: 'date', label: { nb: 'Må være avgjort innen', nn: 'Må vere avgjord innan', en: 'To be decided by' } },
  },
})
