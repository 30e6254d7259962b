import { goal, measure } from '../../../modules/plans/index.ts'
import type { Calendar } from '../calendar.ts'
import { tie } from '../entry.ts'
import type { DemoWorkspace } from '../world.ts'

/**
 * What a small municipality makes in ten minutes: what is to have happened in a year, three activities, who and when. In nynorsk.
 * It is for everybody, but for what the council has not decided yet.
 */
export const smallPlan = (t: Calendar): DemoWorkspace => ({
  key: 'gamlebanken',
  keeper: 'prosessleder',
  began: 26,
  workspace: {
    slug: 'gamlebanken', title: 'Fjellbygda: møteplass i gamlebanken', kind: 'process', template: 'light', language: 'nn', owner: 'fjellbygda',
    partsInUse: ['goal', 'measure'], public: true,
  },
  parties: ['fjellbygda', 'frivilligsentralen'],
  entries: [
    {
      key: 'mål', kind: goal, day: 26, language: 'nn', audience: 'public', title: 'Om eitt år er gamlebanken open for alle to kveldar i veka',
      fields: { description: 'Bygda manglar ein stad der folk kan møtast utan å måtte kjøpe noko. Banken har stått tom i fire år, og kommunen eig bygget.', reached_by: t.end(11), owner: ['fjellbygda'] },
    },
    {
      key: 'spørje', kind: measure, day: 26, language: 'nn', code: '1', audience: 'public', title: 'Spørje bygda kva møteplassen skal vere',
      fields: { description: 'Éin kveld i grendehuset, eit bord utanfor butikken og ein klassetime på skulen. Vi spør: Kva ville fått deg til å kome?', owner: ['fjellbygda'], partner: ['frivilligsentralen'], starts_on: t.start(-1), ends_on: t.end(1) },
      ties: [tie('delivers', 'mål')],
      later: [{ day: 9, state: 'in_progress', fields: { status_note: 'Kvelden i grendehuset er halden. 34 kom. No står skulen og butikken att.' } }],
    },
    {
      key: 'opne', kind: measure, day: 26, language: 'nn', code: '2', audience: 'public', title: 'Halde ope to kveldar i veka på prøve',
      fields: { description: 'Frivilligsentralen har nøkkelen og set opp ei vaktliste. Kommunen tek straum og reinhald i prøvetida.', owner: ['frivilligsentralen'], partner: ['fjellbygda'], starts_on: t.start(2), ends_on: t.end(7) },
      ties: [tie('delivers', 'mål')],
    },
    {
      key: 'avgjere', kind: measure, day: 25, language: 'nn', code: '3', title: 'Avgjere drifta etter prøvetida',
      fields: { description: 'Kommunestyret får ei sak med tal frå prøvetida: kor mange som kom, kven som ikkje kom, og kva det kosta.', owner: ['fjellbygda'], starts_on: t.start(8), ends_on: t.end(10), needs_decision: 'Kven skal betale straum og reinhald når prøvetida er over?' },
      ties: [tie('delivers', 'mål')],
    },
  ],
})
