import { kind, leading } from '../../../platform/item/kind.ts'

/** Where people meet over and over: a steering group, a professional group, an annual conference. */
export const arena = kind({
  name: 'arena',
  table: 'arena',
  segment: 'arenaer',
  writers: leading,
  words: {
    nb: {
      one: 'arena', many: 'arenaer', title: 'Arenaer', new: 'Ny arena',
      titleLabel: 'Hva heter arenaen?', titleHint: 'For eksempel «Arbeidsutvalget» eller «Partnerskapskonferansen».',
      empty: 'Ingen arenaer ennå. En arena er et sted dere møtes igjen og igjen: et utvalg, en faggruppe, en konferanse. Skriv dem ned, så ser dere hvordan de henger sammen.',
    },
    nn: {
      one: 'arena', many: 'arenaer', title: 'Arenaer', new: 'Ny arena',
      titleLabel: 'Kva heiter arenaen?', titleHint: 'Til dømes «Arbeidsutvalet» eller «Partnarskapskonferansen».',
      empty: 'Ingen arenaer enno. Ein arena er ein stad de møtest om og om igjen: eit utval, ei faggruppe, ein konferanse. Skriv dei ned, så ser de korleis dei heng saman.',
    },
    en: {
      one: 'arena', many: 'arenas', title: 'Arenas', new: 'New arena',
      titleLabel: 'What is the arena called?', titleHint: 'For example “The working committee” or “The partnership conference”.',
      empty: 'No arenas yet. An arena is somewhere you meet again and again: a committee, a professional group, a conference. Write them down, and you see how they are connected.',
    },
  },
  stateLabel: { nb: 'Er arenaen i bruk?', nn: 'Er arenaen i bruk?', en: 'Is the arena in use?' },
  states: {
    active: { text: { nb: 'I bruk', nn: 'I bruk', en: 'In use' }, tone: 'holds' },
    planned: { text: { nb: 'Planlagt', nn: 'Planlagd', en: 'Planned' }, tone: 'neutral' },
    resting: { text: { nb: 'Hviler', nn: 'Kviler', en: 'Resting' }, tone: 'neutral' },
    ended: { text: { nb: 'Avsluttet', nn: 'Avslutta', en: 'Ended' }, tone: 'neutral' },
  },
  children: { arena_member: { nb: 'Medlemmer', nn: 'Medlemer', en: 'Members' }, arena_tie: { nb: 'Avtalte forbindelser', nn: 'Avtalte samband', en: 'Agreed connections' } },
  fields: {
    purpose: { type: 'longText', label: { nb: 'Hva er den til for?', nn: 'Kva er han til for?', en: 'What is it for?' } },
    mandate: { type: 'longText', label: { nb: 'Mandat', nn: 'Mandat', en: 'Mandate' }, hint: { nb: 'Hva arenaen kan avgjøre, og hva den gir råd om.', nn: 'Kva arenaen kan avgjere, og kva han gir råd om.', en: 'What the arena may decide, and what it advises on.' } },
    level: {
      type: 'choice', inLists: true, label: { nb: 'Nivå', nn: 'Nivå', en: 'Level' },
      options: {
        political: { nb: 'Politisk', nn: 'Politisk', en: 'Political' },
        administrative: { nb: 'Administrativt', nn: 'Administrativt', en: 'Administrative' },
        professional: { nb: 'Faglig', nn: 'Fagleg', en: 'Professional' },
        open: { nb: 'Åpent for alle', nn: 'Ope for alle', en: 'Open to all' },
      },
    },
    rhythm: { type: 'text', inLists: true, label: { nb: 'Hvor ofte møtes den?', nn: 'Kor ofte møtest han?', en: 'How often does it meet?' }, hint: { nb: 'For eksempel «første tirsdag i måneden».', nn: 'Til dømes «første tysdag i månaden».', en: 'For example “the first Tuesday of the month”.' } },
    meets_every_days: { type: 'number', label: { nb: 'Høyst så mange dager mellom møtene', nn: 'Høgst så mange dagar mellom møta', en: 'At most this many days between meetings' }, hint: { nb: 'Blir det lenger, ser dere det på arenakartet.', nn: 'Blir det lenger, ser de det på arenakartet.', en: 'If it takes longer, the arena map shows it.' } },
    owner: { type: 'organisations', role: 'owner', label: { nb: 'Hvem leder arenaen?', nn: 'Kven leier arenaen?', en: 'Who leads the arena?' } },
    contact_id: { type: 'person', label: { nb: 'Kontaktperson', nn: 'Kontaktperson', en: 'Contact person' } },
  },
})
