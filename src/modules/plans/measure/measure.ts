import { kind, leading } from '../../../platform/item/kind.ts'

/** What somebody does, so that a goal is reached. */
export const measure = kind({
  name: 'measure',
  table: 'measure',
  step: 'measure',
  segment: 'plan/tiltak',
  writers: leading,
  keptElsewhere: { system: 'kept_in', link: 'kept_at', instead: ['status_note', 'needs_decision', 'cost_text'] },
  children: {
    milestone: { nb: 'Milepæler', nn: 'Milepælar', en: 'Milestones' },
    instrument: { nb: 'Bidrag', nn: 'Bidrag', en: 'Contributions' },
  },
  words: {
    nb: {
      one: 'tiltak', many: 'tiltak', title: 'Tiltak', new: 'Nytt tiltak',
      titleLabel: 'Hva skal gjøres?', titleHint: 'Begynn med et verb, for eksempel «Etablere felles rekrutteringsportal».',
      empty: 'Ingen tiltak ennå. Et tiltak er noe noen skal gjøre innen en frist. Skriv det første, eller hent inn planen fra et regneark.',
    },
    nn: {
      one: 'tiltak', many: 'tiltak', title: 'Tiltak', new: 'Nytt tiltak',
      titleLabel: 'Kva skal gjerast?', titleHint: 'Byrj med eit verb, til dømes «Etablere felles rekrutteringsportal».',
      empty: 'Ingen tiltak enno. Eit tiltak er noko nokon skal gjere innan ein frist. Skriv det første, eller hent inn planen frå eit rekneark.',
    },
    en: {
      one: 'measure', many: 'measures', title: 'Measures', new: 'New measure',
      titleLabel: 'What is to be done?', titleHint: 'Begin with a verb, for example “Set up a joint recruitment portal”.',
      empty: 'No measures yet. A measure is something somebody will do by a date. Write the first one, or bring in the plan from a spreadsheet.',
    },
  },
  stateLabel: { nb: 'Status', nn: 'Status', en: 'Status' },
  states: {
    not_started: { text: { nb: 'Ikke startet', nn: 'Ikkje starta', en: 'Not started' }, tone: 'neutral' },
    in_progress: { text: { nb: 'I gang', nn: 'I gang', en: 'Under way' }, tone: 'neutral' },
    delayed: { text: { nb: 'Forsinket', nn: 'Forseinka', en: 'Delayed' }, tone: 'watch' },
    completed: { text: { nb: 'Fullført', nn: 'Fullført', en: 'Completed' }, tone: 'holds' },
    cancelled: { text: { nb: 'Avsluttet uten å bli fullført', nn: 'Avslutta utan å bli fullført', en: 'Ended without being completed' }, tone: 'neutral' },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Hva går det ut på?', nn: 'Kva går det ut på?', en: 'What is it about?' } },
    owner: { type: 'organisations', role: 'owner', inLists: true, label: { nb: 'Eier', nn: 'Eigar', en: 'Owner' }, hint: { nb: 'Den som har ansvaret for at det blir gjort. Helst én.', nn: 'Den som har ansvaret for at det blir gjort. Helst éin.', en: 'Whoever sees to it that it is done. Preferably one.' } },
    partner: { type: 'organisations', role: 'partner', label: { nb: 'Samarbeidspartnere', nn: 'Samarbeidspartnarar', en: 'Partners' } },
    responsible_id: { type: 'person', label: { nb: 'Ansvarlig person', nn: 'Ansvarleg person', en: 'Responsible person' }, hint: { nb: 'Den som følger det opp, og blir spurt om status.', nn: 'Den som følgjer det opp, og blir spurd om status.', en: 'Whoever follows it up, and is asked for its status.' } },
    starts_on: { type: 'date', label: { nb: 'Starter', nn: 'Startar', en: 'Starts' } },
    ends_on: { type: 'date', inLists: true, label: { nb: 'Frist', nn: 'Frist', en: 'Deadline' } },
    period_text: { type: 'text', label: { nb: 'Tidsrom med ord', nn: 'Tidsrom med ord', en: 'Period in words' }, hint: { nb: 'Slik planen skriver det, for eksempel «1. halvår 2027».', nn: 'Slik planen skriv det, til dømes «1. halvår 2027».', en: 'As the plan has it, for example “first half of 2027”.' } },
    recurrence: {
      type: 'choice', label: { nb: 'Én gang eller om igjen?', nn: 'Éin gong eller om igjen?', en: 'Once or again?' },
      options: {
        once: { nb: 'Én gang', nn: 'Éin gong', en: 'Once' },
        ongoing: { nb: 'Løpende', nn: 'Løpande', en: 'Ongoing' },
        recurring: { nb: 'Hvert år eller jevnlig', nn: 'Kvart år eller jamleg', en: 'Every year or regularly' },
        asneeded: { nb: 'Ved behov', nn: 'Ved behov', en: 'As needed' },
        conditional: { nb: 'Avhengig av noe annet', nn: 'Avhengig av noko anna', en: 'Depends on something else' },
      },
    },
    expected_result: { type: 'longText', label: { nb: 'Hva skal det føre til?', nn: 'Kva skal det føre til?', en: 'What should it lead to?' } },
    status_note: { type: 'longText', label: { nb: 'Om status', nn: 'Om status', en: 'About the status' }, hint: { nb: 'En setning eller to om hvor det står.', nn: 'Éi setning eller to om kvar det står.', en: 'A sentence or two on where it stands.' } },
    needs_decision: { type: 'text', label: { nb: 'Trenger en avgjørelse', nn: 'Treng ei avgjerd', en: 'Needs a decision' }, hint: { nb: 'Skriv hva som må avgjøres. Det kommer på arket til lederen.', nn: 'Skriv kva som må avgjerast. Det kjem på arket til leiaren.', en: 'Write what has to be decided. It goes on the sheet for the chair.' } },
    cost_text: { type: 'text', label: { nb: 'Kostnad med ord', nn: 'Kostnad med ord', en: 'Cost in words' } },
    indicator_text: { type: 'longText', label: { nb: 'Hvordan måles det?', nn: 'Korleis blir det målt?', en: 'How is it measured?' } },
    anchoring_text: { type: 'longText', label: { nb: 'Forankring med ord', nn: 'Forankring med ord', en: 'Anchoring in words' } },
    kept_in: {
      type: 'text', max: 120, label: { nb: 'Føres i et annet system', nn: 'Blir ført i eit anna system', en: 'Kept in another system' },
      hint: { nb: 'Skriv hva systemet heter, for eksempel fylkeskommunens plansystem. Da spør vi verken om status eller penger her.', nn: 'Skriv kva systemet heiter, til dømes plansystemet til fylkeskommunen. Då spør vi korkje om status eller pengar her.', en: 'Write what the system is called, for example the county’s planning system. Then neither status nor money is asked for here.' },
    },
    kept_at: { type: 'url', secure: true, label: { nb: 'Lenke til det andre systemet', nn: 'Lenkje til det andre systemet', en: 'Link to the other system' }, hint: { nb: 'Til akkurat dette tiltaket, hvis det går an.', nn: 'Til akkurat dette tiltaket, om det går an.', en: 'To this very measure, if possible.' } },
    notes: { type: 'longText', label: { nb: 'Notater', nn: 'Notat', en: 'Notes' } },
  },
})
