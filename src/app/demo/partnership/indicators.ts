import { indicator } from '../../../modules/plans/index.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, type Measurement, ties } from '../entry.ts'

const values = (...given: readonly (readonly [day: number, value: number])[]): Measurement[] => given.map(([day, value]) => ({ day, value }))
const invented = (what: string) => `Oppdiktet eksempel: ${what}`

/** How the goals and some measures are followed. One has no baseline, one has not been measured for a long time. */
export const indicators = (t: Calendar): Entry[] => [
  {
    key: 'I1', kind: indicator, day: 470, title: 'Netto innflytting, 25–34 år',
    fields: { direction: 'up', unit: 'personer i året', baseline: -142, baseline_on: t.end(-22), target: 0, target_on: t.end(30), source: invented('flyttestatistikk'), owner: ['fylket'], description: 'De som flytter inn, minus de som flytter ut, i alle seks kommuner.' },
    ties: ties('measures', 'M1'), measurements: values([455, -138], [270, -129], [88, -121]),
  },
  {
    key: 'I2', kind: indicator, day: 470, title: 'Stillinger som ikke ble besatt',
    fields: { direction: 'down', unit: 'stillinger', baseline: 620, baseline_on: t.end(-22), target: 400, target_on: t.end(18), source: invented('bedriftsundersøkelsen'), owner: ['arbeidskontoret'] },
    ties: ties('measures', 'M2'), measurements: values([400, 605], [215, 560], [40, 515]),
  },
  {
    key: 'I3', kind: indicator, day: 470, title: 'Bedrifter som søker om forskningspenger',
    fields: { direction: 'up', unit: 'bedrifter i året', baseline: 34, baseline_on: t.end(-22), target: 68, target_on: t.end(30), source: invented('oversikt fra næringskontoret'), owner: ['naeringskontoret'] },
    ties: ties('measures', 'M3'), measurements: values([300, 41], [85, 52]),
  },
  {
    key: 'I4', kind: indicator, day: 520, title: 'Næringsområder med ledig kraft',
    fields: { direction: 'up', unit: 'av 17 områder', baseline: 6, baseline_on: t.end(-22), target: 12, target_on: t.end(42), source: invented('opplysninger fra netteieren'), owner: ['elvestad'] },
    ties: ties('measures', 'M4'), measurements: values([500, 6]),
  },
  {
    key: 'I5', kind: indicator, day: 300, title: 'Nye bedrifter som lever etter tre år',
    fields: { direction: 'up', unit: 'prosent', source: invented('ingen har tallene samlet ennå'), target: 60, target_on: t.end(30), owner: ['naeringshagen'], description: 'Ingen har tallene for alle seks kommuner ennå.' },
    ties: ties('measures', 'M5'),
  },
  {
    key: 'I6', kind: indicator, day: 360, title: 'Traineer som fortsatt er i jobb her',
    fields: { direction: 'up', unit: 'personer', baseline: 0, baseline_on: t.end(-15), target: 45, target_on: t.end(9), source: invented('oversikt fra næringsforeningen'), owner: ['naeringsforeningen'] },
    ties: ties('measures', '1.1.1'), measurements: values([330, 17], [190, 15], [34, 31]),
  },
  {
    key: 'I7', kind: indicator, day: 280, title: 'Hva ungdomspanelene sier om å bo her',
    fields: { qualitative: true, source: 'Oppdiktet eksempel: referat fra panelene', owner: ['fylket'], description: 'Panelene svarer to ganger i året på det samme: Hva er blitt bedre, hva er blitt verre?' },
    ties: ties('measures', '1.2'),
    measurements: [
      { day: 270, text: '«Bussen er bra. Det finnes fortsatt ikke noe sted å leie for én.»' },
      { day: 92, text: '«Møteplassen på Vassøy har forandret helgene. Boligene er det bare snakk om.»' },
    ],
  },
  {
    key: 'I8', kind: indicator, day: 440, title: 'Voksne som tar fagbrev på jobb',
    fields: { direction: 'up', unit: 'fagbrev i alt', baseline: 0, baseline_on: t.end(-15), target: 60, target_on: t.end(1), source: invented('fagopplæringen i fylket'), owner: ['fylket'] },
    ties: ties('measures', '2.2.1'), measurements: values([290, 14], [150, 37], [54, 54]),
  },
]
