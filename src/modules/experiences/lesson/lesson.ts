import { kind, leading } from '../../../platform/item/kind.ts'

/** What others can learn: an experience, and the advice that comes of it. */
export const lesson = kind({
  name: 'lesson',
  table: 'lesson',
  step: 'lesson',
  segment: 'laering',
  writers: [...leading, 'guide', 'researcher'],
  words: {
    nb: {
      one: 'læringspunkt', many: 'læringspunkter', title: 'Læring', new: 'Nytt læringspunkt',
      titleLabel: 'Hva har dere lært?', titleHint: 'Skriv det som et råd til noen som skal gjøre det samme.',
      empty: 'Ingen læringspunkter ennå. Skriv ned det dere ville sagt til noen som skal i gang med det samme, også det som gikk galt.',
    },
    nn: {
      one: 'læringspunkt', many: 'læringspunkt', title: 'Læring', new: 'Nytt læringspunkt',
      titleLabel: 'Kva har de lært?', titleHint: 'Skriv det som eit råd til nokon som skal gjere det same.',
      empty: 'Ingen læringspunkt enno. Skriv ned det de ville sagt til nokon som skal i gang med det same, òg det som gjekk gale.',
    },
    en: {
      one: 'lesson', many: 'lessons', title: 'Lessons', new: 'New lesson',
      titleLabel: 'What have you learned?', titleHint: 'Write it as advice to somebody who is about to do the same.',
      empty: 'No lessons yet. Write what you would tell somebody who is about to start on the same, also what went wrong.',
    },
  },
  fields: {
    what_happened: { type: 'longText', label: { nb: 'Hva skjedde?', nn: 'Kva skjedde?', en: 'What happened?' } },
    advice: { type: 'longText', label: { nb: 'Råd til andre', nn: 'Råd til andre', en: 'Advice to others' } },
    works_when: { type: 'longText', label: { nb: 'Når gjelder det, og når ikke?', nn: 'Når gjeld det, og når ikkje?', en: 'When does it hold, and when not?' } },
  },
})
