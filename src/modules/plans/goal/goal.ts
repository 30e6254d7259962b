import { kind, leading } from '../../../platform/item/kind.ts'

/** What is to be different. */
export const goal = kind({
  name: 'goal',
  table: 'goal',
  step: 'goal',
  segment: 'plan/mal',
  writers: leading,
  words: {
    nb: {
      one: 'mål', many: 'mål', title: 'Mål', new: 'Nytt mål',
      titleLabel: 'Hva skal være annerledes?', titleHint: 'Skriv det som om det har skjedd, for eksempel «Flere unge har fullført og kommet i arbeid».',
      empty: 'Ingen mål ennå. Et mål sier hva som skal være annerledes, ikke hva dere skal gjøre. Skriv det første, eller hent inn planen fra et regneark.',
    },
    nn: {
      one: 'mål', many: 'mål', title: 'Mål', new: 'Nytt mål',
      titleLabel: 'Kva skal vere annleis?', titleHint: 'Skriv det som om det har skjedd, til dømes «Fleire unge har fullført og kome i arbeid».',
      empty: 'Ingen mål enno. Eit mål seier kva som skal vere annleis, ikkje kva de skal gjere. Skriv det første, eller hent inn planen frå eit rekneark.',
    },
    en: {
      one: 'goal', many: 'goals', title: 'Goals', new: 'New goal',
      titleLabel: 'What is to be different?', titleHint: 'Write it as if it has happened, for example “More young people have finished and found work”.',
      empty: 'No goals yet. A goal says what is to be different, not what you will do. Write the first one, or bring in the plan from a spreadsheet.',
    },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    reached_by: { type: 'date', label: { nb: 'Nådd innen', nn: 'Nådd innan', en: 'Reached by' }, inLists: true },
    owner: { type: 'organisations', role: 'owner', label: { nb: 'Hvem følger målet?', nn: 'Kven følgjer målet?', en: 'Who follows the goal?' }, inLists: true },
  },
})
