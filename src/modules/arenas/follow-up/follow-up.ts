import { kind, leading } from '../../../platform/item/kind.ts'

/** What somebody took upon them in a meeting (`comes_from`), with an owner and a date. */
export const followUp = kind({
  name: 'follow_up',
  table: 'follow_up',
  segment: 'oppfolging',
  under: 'arenaer',
  writers: leading,
  words: {
    nb: {
      one: 'oppgave', many: 'oppgaver', title: 'Oppfølging', new: 'Ny oppgave',
      titleLabel: 'Hva skal følges opp?', titleHint: 'Begynn med et verb, for eksempel «Sende utkastet til kommunene».',
      empty: 'Ingen oppgaver ennå. Skriv ned det noen tok på seg i møtet, med navn og dato. Vi minner dem på det.',
    },
    nn: {
      one: 'oppgåve', many: 'oppgåver', title: 'Oppfølging', new: 'Ny oppgåve',
      titleLabel: 'Kva skal følgjast opp?', titleHint: 'Byrj med eit verb, til dømes «Sende utkastet til kommunane».',
      empty: 'Ingen oppgåver enno. Skriv ned det nokon tok på seg i møtet, med namn og dato. Vi minner dei på det.',
    },
    en: {
      one: 'task', many: 'tasks', title: 'Follow-up', new: 'New task',
      titleLabel: 'What is to be followed up?', titleHint: 'Begin with a verb, for example “Send the draft to the municipalities”.',
      empty: 'No tasks yet. Write down what somebody took upon them in the meeting, with a name and a date. We remind them.',
    },
  },
  stateLabel: { nb: 'Hvordan går det?', nn: 'Korleis går det?', en: 'How is it going?' },
  states: {
    open: { text: { nb: 'Ikke begynt', nn: 'Ikkje byrja', en: 'Not begun' }, tone: 'neutral' },
    on_the_way: { text: { nb: 'På vei', nn: 'På veg', en: 'On the way' }, tone: 'neutral' },
    problem: { text: { nb: 'Trenger hjelp', nn: 'Treng hjelp', en: 'Needs help' }, tone: 'watch' },
    done: { text: { nb: 'Gjort', nn: 'Gjort', en: 'Done' }, tone: 'holds' },
    dropped: { text: { nb: 'Ikke aktuelt lenger', nn: 'Ikkje aktuelt lenger', en: 'No longer relevant' }, tone: 'neutral' },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Mer om oppgaven', nn: 'Meir om oppgåva', en: 'More about it' } },
    owner: { type: 'organisations', role: 'owner', inLists: true, label: { nb: 'Hvem har den?', nn: 'Kven har ho?', en: 'Who has it?' } },
    responsible_id: { type: 'person', label: { nb: 'Ansvarlig person', nn: 'Ansvarleg person', en: 'Responsible person' }, hint: { nb: 'Den som blir minnet på det, og svarer.', nn: 'Den som blir mint på det, og svarer.', en: 'Whoever is reminded, and answers.' } },
    due_on: { type: 'date', inLists: true, label: { nb: 'Frist', nn: 'Frist', en: 'Due' } },
    answer: { type: 'longText', label: { nb: 'Sist meldt', nn: 'Sist meldt', en: 'Last word' } },
  },
})
