import { kind, leading } from '../../../platform/item/kind.ts'

/** Where the partners put their weight; under a goal, or above the goals, as the plan has it. */
export const priorityArea = kind({
  name: 'priority_area',
  table: 'priority_area',
  step: 'priorityArea',
  segment: 'plan/innsatsomrader',
  writers: leading,
  words: {
    nb: {
      one: 'innsatsområde', many: 'innsatsområder', title: 'Innsatsområder', new: 'Nytt innsatsområde',
      titleLabel: 'Hvor legger dere innsatsen?', titleHint: 'Få og tydelige. For eksempel «Kompetanse for grønn industri».',
      empty: 'Ingen innsatsområder ennå. Et innsatsområde samler tiltak som drar samme vei. Få områder er lettere å følge opp.',
    },
    nn: {
      one: 'innsatsområde', many: 'innsatsområde', title: 'Innsatsområde', new: 'Nytt innsatsområde',
      titleLabel: 'Kvar legg de innsatsen?', titleHint: 'Få og tydelege. Til dømes «Kompetanse for grøn industri».',
      empty: 'Ingen innsatsområde enno. Eit innsatsområde samlar tiltak som dreg same vegen. Få område er lettare å følgje opp.',
    },
    en: {
      one: 'priority area', many: 'priority areas', title: 'Priority areas', new: 'New priority area',
      titleLabel: 'Where do you put your weight?', titleHint: 'Few and clear. For example “Skills for green industry”.',
      empty: 'No priority areas yet. A priority area gathers measures that pull the same way. Few areas are easier to follow up.',
    },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    owner: { type: 'organisations', role: 'owner', label: { nb: 'Hvem leder arbeidet?', nn: 'Kven leier arbeidet?', en: 'Who leads the work?' }, inLists: true },
  },
})
