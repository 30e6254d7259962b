import { check, type Check, out } from '../../../platform/item/check.ts'
import { cityRegions } from '../sources.ts'

const effects = [out('leads_to', 'effect')]

export const resultChecks: readonly Check[] = [
  check({
    id: 'result-without-effect', kind: 'result', severity: 3, parts: ['result', 'effect'], end: 'after',
    looks: [effects],
    fails: ({ loose }) => loose(effects),
    mend: [{ by: 'tie', hop: out('leads_to', 'effect'), make: ['effect'] }],
    source: cityRegions,
    words: {
      nb: { title: 'Resultater uten effekt', word: 'uten effekt', why: 'Strategi og tiltak skal på sikt gi endring. Spør hva resultatet førte til, også når svaret er at dere ikke vet.', mend: 'Skriv hva dere tror har endret seg, og hvor sikre dere er.' },
      nn: { title: 'Resultat utan effekt', word: 'utan effekt', why: 'Strategi og tiltak skal på sikt gi endring. Spør kva resultatet førte til, òg når svaret er at de ikkje veit.', mend: 'Skriv kva de trur har endra seg, og kor sikre de er.' },
      en: { title: 'Results without an effect', word: 'no effect', why: 'Strategy and measures should in time give change. Ask what the result led to, also when the answer is that you do not know.', mend: 'Write what you believe has changed, and how certain you are.' },
    },
  }),
]
