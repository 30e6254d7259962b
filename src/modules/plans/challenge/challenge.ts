import { kind, leading } from '../../../platform/item/kind.ts'

/** What is hard here, as the partners see it together. Its evidence is findings that support or weaken it. */
export const challenge = kind({
  name: 'challenge',
  table: 'challenge',
  step: 'challenge',
  segment: 'utfordringer',
  writers: leading,
  words: {
    nb: {
      one: 'utfordring', many: 'utfordringer', title: 'Utfordringer', new: 'Ny utfordring',
      titleLabel: 'Hva er utfordringen?', titleHint: 'Si hva som er vanskelig og for hvem, ikke hva dere skal gjøre.',
      empty: 'Ingen utfordringer ennå. En utfordring er noe dere er enige om at er vanskelig her. Skriv den første, og knytt den til det dere vet.',
    },
    nn: {
      one: 'utfordring', many: 'utfordringar', title: 'Utfordringar', new: 'Ny utfordring',
      titleLabel: 'Kva er utfordringa?', titleHint: 'Sei kva som er vanskeleg og for kven, ikkje kva de skal gjere.',
      empty: 'Ingen utfordringar enno. Ei utfordring er noko de er samde om er vanskeleg her. Skriv den første, og knyt ho til det de veit.',
    },
    en: {
      one: 'challenge', many: 'challenges', title: 'Challenges', new: 'New challenge',
      titleLabel: 'What is the challenge?', titleHint: 'Say what is hard and for whom, not what you will do.',
      empty: 'No challenges yet. A challenge is something you agree is hard here. Write the first one, and tie it to what you know.',
    },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    affected: { type: 'text', label: { nb: 'Hvem gjelder det?', nn: 'Kven gjeld det?', en: 'Who is affected?' }, inLists: true },
  },
})
