import { texts } from '../../../platform/text/texts.ts'

export const timelineWords = texts({
  nb: {
    title: 'Tidslinje', lead: (n: string, dated: string) => `${n}, ${dated} med dato.`, measures: (n: number) => (n === 1 ? 'Ett tiltak' : `${n} tiltak`),
    group: 'Vis etter', byArea: 'Innsatsområde', byGoal: 'Mål', noArea: 'Uten innsatsområde', noGoal: 'Uten mål', today: 'I dag',
    desc: (title: string, n: number, from: string, to: string) => `${n} tiltak under ${title}, fra ${from} til ${to}. Det samme står i lista under.`,
    legend: 'Tegnforklaring', milestone: 'Milepæl', reached: 'Milepæl som er nådd', overdue: 'Milepæl over fristen', deadline: 'Frist', openEnd: 'Pågår uten sluttdato',
    list: 'Etter frist', measure: 'Tiltak', when: 'Når', status: 'Status', milestones: 'Milepæler', owner: 'Eier', noOwner: 'Ingen eier ennå',
    undated: 'Uten datoer', undatedText: 'Disse tiltakene har ingen datoer ennå. Gi dem en frist, så kommer de på tidslinjen.',
    span: { period: (from: string, to: string) => `${from}–${to}`, deadline: (to: string) => `innen ${to}`, open: (from: string) => `fra ${from}`, ongoing: 'løpende' },
    emptyTitle: 'Ingen tiltak å vise ennå', empty: 'En tidslinje viser når hvert tiltak begynner og skal være ferdig, og milepælene underveis. Skriv det første tiltaket, eller hent inn planen fra et regneark.', toMeasures: 'Gå til tiltakene',
    quarter: (n: number) => `${n}. kv.`, print: 'Skriv ut liggende, på A4 eller A3.',
  },
  nn: {
    title: 'Tidslinje', lead: (n: string, dated: string) => `${n}, ${dated} med dato.`, measures: (n: number) => (n === 1 ? 'Eitt tiltak' : `${n} tiltak`),
    group: 'Vis etter', byArea: 'Innsatsområde', byGoal: 'Mål', noArea: 'Utan innsatsområde', noGoal: 'Utan mål', today: 'I dag',
    desc: (title: string, n: number, from: string, to: string) => `${n} tiltak under ${title}, frå ${from} til ${to}. Det same står i lista under.`,
    legend: 'Teiknforklaring', milestone: 'Milepæl', reached: 'Milepæl som er nådd', overdue: 'Milepæl over fristen', deadline: 'Frist', openEnd: 'Går føre seg utan sluttdato',
    list: 'Etter frist', measure: 'Tiltak', when: 'Når', status: 'Status', milestones: 'Milepælar', owner: 'Eigar', noOwner: 'Ingen eigar enno',
    undated: 'Utan datoar', undatedText: 'Desse tiltaka har ingen datoar enno. Gi dei ein frist, så kjem dei på tidslinja.',
    span: { period: (from: string, to: string) => `${from}–${to}`, deadline: (to: string) => `innan ${to}`, open: (from: string) => `frå ${from}`, ongoing: 'løpande' },
    emptyTitle: 'Ingen tiltak å vise enno', empty: 'Ei tidslinje viser når kvart tiltak byrjar og skal vere ferdig, og milepælane undervegs. Skriv det første tiltaket, eller hent inn planen frå eit rekneark.', toMeasures: 'Gå til tiltaka',
    quarter: (n: number) => `${n}. kv.`, print: 'Skriv ut liggjande, på A4 eller A3.',
  },
  en: {
    title: 'Timeline', lead: (n: string, dated: string) => `${n}, ${dated} with a date.`, measures: (n: number) => (n === 1 ? 'One measure' : `${n} measures`),
    group: 'Show by', byArea: 'Priority area', byGoal: 'Goal', noArea: 'No priority area', noGoal: 'No goal', today: 'Today',
    desc: (title: string, n: number, from: string, to: string) => `${n} measures under ${title}, from ${from} to ${to}. The same is in the list below.`,
    legend: 'Key', milestone: 'Milestone', reached: 'Milestone reached', overdue: 'Milestone past its date', deadline: 'Deadline', openEnd: 'Goes on without an end',
    list: 'By deadline', measure: 'Measure', when: 'When', status: 'Status', milestones: 'Milestones', owner: 'Owner', noOwner: 'No owner yet',
    undated: 'Without dates', undatedText: 'These measures have no dates yet. Give them a deadline, and they come on the timeline.',
    span: { period: (from: string, to: string) => `${from}–${to}`, deadline: (to: string) => `by ${to}`, open: (from: string) => `from ${from}`, ongoing: 'ongoing' },
    emptyTitle: 'No measures to show yet', empty: 'A timeline shows when each measure begins and is to be finished, and the milestones on the way. Write the first measure, or bring in the plan from a spreadsheet.', toMeasures: 'Go to the measures',
    quarter: (n: number) => `Q${n}`, print: 'Print in landscape, on A4 or A3.',
  },
})
