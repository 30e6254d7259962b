import { kind, leading } from '../../../platform/item/kind.ts'

/** How one sees whether something changes: a number with baseline and target, or words. */
export const indicator = kind({
  name: 'indicator',
  table: 'indicator',
  segment: 'plan/indikatorer',
  writers: leading,
  children: { measurement: { nb: 'Målinger', nn: 'Målingar', en: 'Measurements' } },
  words: {
    nb: {
      one: 'indikator', many: 'indikatorer', title: 'Indikatorer', new: 'Ny indikator',
      titleLabel: 'Hva ser dere på?', titleHint: 'For eksempel «Andel som har fullført videregående innen fem år».',
      empty: 'Ingen indikatorer ennå. En indikator viser om noe endrer seg. Ta med hvor dere står nå, og hvor dere vil.',
    },
    nn: {
      one: 'indikator', many: 'indikatorar', title: 'Indikatorar', new: 'Ny indikator',
      titleLabel: 'Kva ser de på?', titleHint: 'Til dømes «Del som har fullført vidaregåande innan fem år».',
      empty: 'Ingen indikatorar enno. Ein indikator viser om noko endrar seg. Ta med kvar de står no, og kvar de vil.',
    },
    en: {
      one: 'indicator', many: 'indicators', title: 'Indicators', new: 'New indicator',
      titleLabel: 'What do you look at?', titleHint: 'For example “Share who finish upper secondary within five years”.',
      empty: 'No indicators yet. An indicator shows whether something changes. Say where you stand now, and where you want to be.',
    },
  },
  fields: {
    description: { type: 'longText', label: { nb: 'Utdyping', nn: 'Utdjuping', en: 'Details' } },
    qualitative: { type: 'yesNo', label: { nb: 'Følges med ord, ikke tall', nn: 'Blir følgd med ord, ikkje tal', en: 'Followed in words, not numbers' } },
    direction: {
      type: 'choice', label: { nb: 'Hvilken vei er bra?', nn: 'Kva veg er bra?', en: 'Which way is good?' },
      options: { up: { nb: 'Opp', nn: 'Opp', en: 'Up' }, down: { nb: 'Ned', nn: 'Ned', en: 'Down' } },
    },
    unit: { type: 'text', max: 40, label: { nb: 'Enhet', nn: 'Eining', en: 'Unit' }, hint: { nb: 'For eksempel prosent, personer eller kroner.', nn: 'Til dømes prosent, personar eller kroner.', en: 'For example per cent, people or kroner.' }, inLists: true },
    baseline: { type: 'number', label: { nb: 'Der dere var', nn: 'Der de var', en: 'Where you were' }, inLists: true },
    baseline_on: { type: 'date', label: { nb: 'Dato for utgangspunktet', nn: 'Dato for utgangspunktet', en: 'Date of the baseline' } },
    target: { type: 'number', label: { nb: 'Der dere vil', nn: 'Der de vil', en: 'Where you want to be' }, inLists: true },
    target_on: { type: 'date', label: { nb: 'Nådd innen', nn: 'Nådd innan', en: 'Reached by' } },
    source: { type: 'text', label: { nb: 'Kilde', nn: 'Kjelde', en: 'Source' } },
    source_url: { type: 'url', label: { nb: 'Lenke til kilden', nn: 'Lenkje til kjelda', en: 'Link to the source' } },
    owner: { type: 'organisations', role: 'owner', label: { nb: 'Hvem måler?', nn: 'Kven måler?', en: 'Who measures?' } },
  },
})
