import { kind, leading } from '../../../platform/item/kind.ts'

/** What was done or made. */
export const result = kind({
  name: 'result',
  table: 'result',
  step: 'result',
  segment: 'resultater',
  writers: leading,
  words: {
    nb: {
      one: 'resultat', many: 'resultater', title: 'Resultater', new: 'Nytt resultat',
      titleLabel: 'Hva er gjort eller laget?', titleHint: 'For eksempel «38 bedrifter har deltatt i kurset».',
      empty: 'Ingen resultater ennå. Et resultat er noe som er gjort eller laget. Hva det endret, er en effekt.',
    },
    nn: {
      one: 'resultat', many: 'resultat', title: 'Resultat', new: 'Nytt resultat',
      titleLabel: 'Kva er gjort eller laga?', titleHint: 'Til dømes «38 bedrifter har delteke i kurset».',
      empty: 'Ingen resultat enno. Eit resultat er noko som er gjort eller laga. Kva det endra, er ein effekt.',
    },
    en: {
      one: 'result', many: 'results', title: 'Results', new: 'New result',
      titleLabel: 'What was done or made?', titleHint: 'For example “38 companies took part in the course”.',
      empty: 'No results yet. A result is something that was done or made. What it changed is an effect.',
    },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    happened_on: { type: 'date', label: { nb: 'Dato', nn: 'Dato', en: 'Date' }, inLists: true },
    source: { type: 'text', label: { nb: 'Kilde', nn: 'Kjelde', en: 'Source' } },
    source_url: { type: 'url', label: { nb: 'Lenke', nn: 'Lenkje', en: 'Link' } },
    file: { type: 'file', label: { nb: 'Fil', nn: 'Fil', en: 'File' } },
  },
})
