import { check, type Check, into } from '../../../platform/item/check.ts'
import { cocreation } from '../sources.ts'

const evidence = [into('supports', 'finding')]
const measured = [into('measures', 'indicator')]

export const effectChecks: readonly Check[] = [
  check({
    id: 'effect-without-evidence', kind: 'effect', severity: 2, parts: ['effect'],
    looks: [evidence, measured],
    fails: ({ loose }) => loose(evidence, measured),
    mend: [{ by: 'tie', hop: into('supports', 'finding'), make: ['finding'] }],
    source: cocreation,
    words: {
      nb: { title: 'Effekter uten noe som taler for', word: 'uten belegg', why: 'En effekt er en påstand. Kommunene etterlyser selv bedre måter å vise effekt på, og det begynner med belegg.', mend: 'Knytt et funn eller en indikator til påstanden.' },
      nn: { title: 'Effektar utan noko som taler for', word: 'utan belegg', why: 'Ein effekt er ein påstand. Kommunane etterlyser sjølve betre måtar å vise effekt på, og det byrjar med belegg.', mend: 'Knyt eit funn eller ein indikator til påstanden.' },
      en: { title: 'Effects without evidence', word: 'no evidence', why: 'An effect is a claim. Municipalities themselves ask for better ways of showing effect, and it begins with evidence.', mend: 'Tie a finding or an indicator to the claim.' },
    },
  }),
]
