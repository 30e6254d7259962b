import { kind, leading } from '../../../platform/item/kind.ts'

/** What the partners say of their own partnership, once a year. How far it has come follows from what is done with it. */
export const evaluation = kind({
  name: 'evaluation',
  table: 'evaluation',
  segment: 'evaluering',
  writers: leading,
  words: {
    nb: {
      one: 'evaluering', many: 'evalueringer', title: 'Evaluering', new: 'Ny evaluering',
      titleLabel: 'Hva heter evalueringen?', titleHint: 'For eksempel «Evaluering 2026».',
      empty: 'Ingen evaluering ennå. Spør partnerne én gang i året hva samarbeidet gir, også dem som har sluttet. Det tar fem minutter å svare, og ingen ser hvem som svarte hva.',
    },
    nn: {
      one: 'evaluering', many: 'evalueringar', title: 'Evaluering', new: 'Ny evaluering',
      titleLabel: 'Kva heiter evalueringa?', titleHint: 'Til dømes «Evaluering 2026».',
      empty: 'Inga evaluering enno. Spør partnarane éin gong i året kva samarbeidet gjev, òg dei som har slutta. Det tek fem minutt å svare, og ingen ser kven som svarte kva.',
    },
    en: {
      one: 'evaluation', many: 'evaluations', title: 'Evaluation', new: 'New evaluation',
      titleLabel: 'What is the evaluation called?', titleHint: 'For example “Evaluation 2026”.',
      empty: 'No evaluation yet. Ask the partners once a year what working together gives, those who have left too. It takes five minutes to answer, and nobody sees who answered what.',
    },
  },
  stateLabel: { nb: 'Hvor langt?', nn: 'Kor langt?', en: 'How far?' },
  states: {
    draft: { text: { nb: 'Kladd', nn: 'Kladd', en: 'Draft' }, tone: 'neutral' },
    open: { text: { nb: 'Svar kommer inn', nn: 'Svar kjem inn', en: 'Answers are coming in' }, tone: 'neutral' },
    closed: { text: { nb: 'Lukket, ikke vist', nn: 'Lukka, ikkje vist', en: 'Closed, not shown' }, tone: 'watch' },
    published: { text: { nb: 'Vist for partnerne', nn: 'Vist for partnarane', en: 'Shown to the partners' }, tone: 'holds' },
  },
  stateFollows: true,
  fields: {
    starts_on: { type: 'date', label: { nb: 'Ser tilbake fra', nn: 'Ser tilbake frå', en: 'Looks back from' }, hint: { nb: 'De som har sluttet etter denne dagen, blir også spurt. Uten dato gjelder det siste året.', nn: 'Dei som har slutta etter denne dagen, blir òg spurde. Utan dato gjeld det siste året.', en: 'Those who have left since this day are asked too. Without a date it is the last year.' } },
    ends_on: { type: 'date', inLists: true, label: { nb: 'Til', nn: 'Til', en: 'Until' } },
    greeting: { type: 'longText', max: 2_000, label: { nb: 'Hilsen til dem som svarer', nn: 'Helsing til dei som svarer', en: 'Greeting to those who answer' }, hint: { nb: 'Står i e-posten: hvorfor dere spør, og hva svarene skal brukes til.', nn: 'Står i e-posten: kvifor de spør, og kva svara skal brukast til.', en: 'Stands in the e-mail: why you ask, and what the answers are for.' } },
  },
})

export const states = ['draft', 'open', 'closed', 'published'] as const
export type EvaluationState = (typeof states)[number]
