import { kind, leading } from '../../../platform/item/kind.ts'

/** A claim about what changed, with evidence for and against. A thread shows connection, not proof of cause. */
export const effect = kind({
  name: 'effect',
  table: 'effect',
  step: 'effect',
  segment: 'effekter',
  writers: [...leading, 'researcher'],
  words: {
    nb: {
      one: 'effekt', many: 'effekter', title: 'Effekter', new: 'Ny effekt',
      titleLabel: 'Hva har endret seg?', titleHint: 'Skriv det som en påstand. Knytt så til det som taler for og imot.',
      empty: 'Ingen effekter ennå. En effekt er en påstand om hva som har endret seg, med det som taler for, det som taler imot, og hvor sikre dere er.',
    },
    nn: {
      one: 'effekt', many: 'effektar', title: 'Effektar', new: 'Ny effekt',
      titleLabel: 'Kva har endra seg?', titleHint: 'Skriv det som ein påstand. Knyt så til det som taler for og imot.',
      empty: 'Ingen effektar enno. Ein effekt er ein påstand om kva som har endra seg, med det som taler for, det som taler imot, og kor sikre de er.',
    },
    en: {
      one: 'effect', many: 'effects', title: 'Effects', new: 'New effect',
      titleLabel: 'What has changed?', titleHint: 'Write it as a claim. Then tie it to what speaks for and against.',
      empty: 'No effects yet. An effect is a claim about what has changed, with what speaks for it, what speaks against it, and how certain you are.',
    },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    certainty: {
      type: 'choice', inLists: true, label: { nb: 'Hvor sikre er dere?', nn: 'Kor sikre er de?', en: 'How certain are you?' },
      options: {
        low: { nb: 'Lite sikre: vi tror det', nn: 'Lite sikre: vi trur det', en: 'Not very: we believe so' },
        medium: { nb: 'Nokså sikre: flere tegn peker samme vei', nn: 'Nokså sikre: fleire teikn peikar same vegen', en: 'Fairly: several signs point the same way' },
        high: { nb: 'Sikre: det er undersøkt', nn: 'Sikre: det er undersøkt', en: 'Certain: it has been studied' },
      },
    },
    other_explanations: { type: 'longText', label: { nb: 'Andre forklaringer', nn: 'Andre forklaringar', en: 'Other explanations' }, hint: { nb: 'Hva annet kan ha ført til endringen?', nn: 'Kva anna kan ha ført til endringa?', en: 'What else may have led to the change?' } },
  },
})
