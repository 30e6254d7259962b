import { kind, leading } from '../../../platform/item/kind.ts'

/** A plan that somebody has adopted, and that the work stands on. Which chapter a measure stands on is the note of its link. */
export const planDocument = kind({
  name: 'plan_document',
  table: 'plan_document',
  segment: 'plan/plandokumenter',
  writers: leading,
  words: {
    nb: {
      one: 'plandokument', many: 'plandokumenter', title: 'Plandokumenter', new: 'Nytt plandokument',
      titleLabel: 'Hva heter planen?', titleHint: 'For eksempel «Regional plan for kompetanse 2024–2028».',
      empty: 'Ingen plandokumenter ennå. Legg inn de vedtatte planene som arbeidet bygger på, så kan mål og tiltak forankres i dem.',
    },
    nn: {
      one: 'plandokument', many: 'plandokument', title: 'Plandokument', new: 'Nytt plandokument',
      titleLabel: 'Kva heiter planen?', titleHint: 'Til dømes «Regional plan for kompetanse 2024–2028».',
      empty: 'Ingen plandokument enno. Legg inn dei vedtekne planane som arbeidet byggjer på, så kan mål og tiltak forankrast i dei.',
    },
    en: {
      one: 'plan document', many: 'plan documents', title: 'Plan documents', new: 'New plan document',
      titleLabel: 'What is the plan called?', titleHint: 'For example “Regional plan for skills 2024–2028”.',
      empty: 'No plan documents yet. Add the adopted plans that the work builds on, so that goals and measures can be anchored in them.',
    },
  },
  fields: {
    type: {
      type: 'choice', inLists: true, label: { nb: 'Hva slags plan?', nn: 'Kva slags plan?', en: 'What sort of plan?' },
      options: {
        regional_plan: { nb: 'Regional plan', nn: 'Regional plan', en: 'Regional plan' },
        social_element: { nb: 'Kommuneplanens samfunnsdel', nn: 'Samfunnsdelen til kommuneplanen', en: 'Social element of the municipal master plan' },
        action_part: { nb: 'Handlingsdel', nn: 'Handlingsdel', en: 'Action part' },
        financial_plan: { nb: 'Økonomiplan', nn: 'Økonomiplan', en: 'Financial plan' },
        theme_plan: { nb: 'Temaplan', nn: 'Temaplan', en: 'Theme plan' },
        strategy: { nb: 'Strategi', nn: 'Strategi', en: 'Strategy' },
        business_plan: { nb: 'Partners egen plan', nn: 'Eigen plan hos partnar', en: 'A partner’s own plan' },
        other: { nb: 'Annet', nn: 'Anna', en: 'Other' },
      },
    },
    chapter: { type: 'text', label: { nb: 'Kapittel', nn: 'Kapittel', en: 'Chapter' } },
    decided_by: { type: 'text', inLists: true, label: { nb: 'Vedtatt av', nn: 'Vedteke av', en: 'Adopted by' } },
    decided_on: { type: 'date', inLists: true, label: { nb: 'Vedtatt dato', nn: 'Vedteke dato', en: 'Adopted on' } },
    case_number: { type: 'text', max: 60, label: { nb: 'Saksnummer', nn: 'Saksnummer', en: 'Case number' } },
    url: { type: 'url', label: { nb: 'Lenke', nn: 'Lenkje', en: 'Link' } },
    owner: { type: 'organisations', role: 'owner', label: { nb: 'Hvem sin plan?', nn: 'Kven sin plan?', en: 'Whose plan?' } },
    file: { type: 'file', label: { nb: 'Fil', nn: 'Fil', en: 'File' } },
  },
})
