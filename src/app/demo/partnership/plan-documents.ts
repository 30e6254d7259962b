import { planDocument } from '../../../modules/plans/index.ts'
import type { Calendar } from '../calendar.ts'
import type { Entry } from '../entry.ts'

/** The adopted plans that the work stands on; all invented. */
export const planDocuments = (t: Calendar): Entry[] => [
  {
    key: 'P1', kind: planDocument, day: 548, title: `Regional plan for verdiskaping og kompetanse ${t.year(-2)}–${t.year(6)}`,
    fields: { type: 'regional_plan', decided_by: 'Fylkestinget i Eksempelfylket', decided_on: t.end(-22), case_number: `${t.year(-2)}/1042 (eksempel)`, owner: ['fylket'] },
  },
  {
    key: 'P2', kind: planDocument, day: 548, title: `Handlingsprogram for næring og kunnskap ${t.year(-1)}–${t.year(2)}`,
    fields: { type: 'action_part', decided_by: 'Fylkestinget i Eksempelfylket', decided_on: t.end(-19), case_number: `${t.year(-1)}/318 (eksempel)`, owner: ['fylket'] },
  },
  {
    key: 'P3', kind: planDocument, day: 546, title: `Kommuneplanens samfunnsdel for Elvestad ${t.year(-1)}–${t.year(11)}`,
    fields: { type: 'social_element', chapter: 'Kapittel 2: Et sted å bli', decided_by: 'Kommunestyret i Elvestad', decided_on: t.end(-20), owner: ['elvestad'] },
  },
  {
    key: 'P4', kind: planDocument, day: 320, title: `Økonomiplan for Storelv kommune ${t.year(0)}–${t.year(3)}`,
    fields: { type: 'financial_plan', decided_by: 'Kommunestyret i Storelv', decided_on: t.end(-12), owner: ['storelv'] },
  },
  {
    key: 'P5', kind: planDocument, day: 540, title: `Strategi for Høgskolen i Eksempelfylket ${t.year(-1)}–${t.year(3)}`,
    fields: { type: 'business_plan', chapter: 'Del 3: Samarbeid med regionen', decided_by: 'Styret ved høgskolen', decided_on: t.end(-20), owner: ['hogskolen'] },
  },
]
