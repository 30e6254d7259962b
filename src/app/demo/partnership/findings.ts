import { finding } from '../../../modules/analysis/index.ts'
import type { Calendar } from '../calendar.ts'
import { type Entry, tie, ties } from '../entry.ts'

/** What the partners know. Every figure is invented, and says so. */
const invented = (what: string) => `Oppdiktet eksempel: ${what}`

export const findings = (t: Calendar): Entry[] => [
  {
    key: 'F1', kind: finding, day: 545, by: 'forsker', title: 'Fire av ti som flytter ut som unge, er ikke tilbake når de er 35',
    fields: {
      statement: 'Tallet gjelder dem som vokste opp i fylket. Kvinner kommer sjeldnere tilbake enn menn, og forskjellen har økt i ti år.',
      basis: 'statistics', figure: '41 prosent', source: invented('flyttestatistikk for seks kommuner'), observed_on: t.end(-20),
    },
    ties: ties('supports', 'U1'),
  },
  {
    key: 'F2', kind: finding, day: 545, title: 'Bedriftene fikk ikke besatt 620 stillinger i fjor',
    fields: {
      statement: 'Mest mangler det på fagarbeidere i industri og bygg, sykepleiere og folk med teknisk utdanning. Hver fjerde bedrift sier at den har takket nei til oppdrag.',
      basis: 'statistics', figure: '620 stillinger', source: invented('bedriftsundersøkelsen'), observed_on: t.end(-19),
    },
    ties: ties('supports', 'U2'),
  },
  {
    key: 'F3', kind: finding, day: 544, by: 'forsker', title: 'Hver femte innbygger mellom 25 og 54 år mangler fullført videregående',
    fields: { statement: 'Andelen er høyest i Vassøy og Storelv. Over halvparten av dem er i jobb.', basis: 'statistics', figure: '19,4 prosent', source: invented('utdanningsnivå etter kommune'), observed_on: t.end(-21) },
    ties: ties('supports', 'U2'),
  },
  {
    key: 'F4', kind: finding, day: 540, title: 'Halvparten av traineene i forrige ordning flyttet innen to år',
    fields: {
      statement: 'De som fikk følge med andre nyutdannede, ble oftere. De som var alene på arbeidsstedet, flyttet først. Funnet taler mot å gjenta ordningen slik den var.',
      basis: 'evaluation', figure: '17 av 33 traineer', source: invented('evaluering av forrige traineeordning'), observed_on: t.end(-22),
    },
    ties: [tie('supports', 'U1'), tie('weakens', '1.1.1', 'Gjelder den gamle ordningen. Den nye samler traineene i kull.')],
  },
  {
    key: 'F5', kind: finding, day: 545, by: 'forsker', title: 'Bedriftene bruker halvparten så mye på forskning som i landet ellers',
    fields: { statement: 'Få er imot, men de fleste vet ikke hvem de skal ringe. Åtte av ti bedrifter har aldri snakket med en forsker.', basis: 'research', figure: '0,9 mot 1,8 prosent av omsetningen', source: invented('kartlegging ved høgskolen'), observed_on: t.end(-19) },
    ties: ties('supports', 'U3'),
  },
  {
    key: 'F6', kind: finding, day: 538, title: 'Elleve av sytten næringsområder har ikke ledig kraft',
    fields: { statement: 'Fire bedrifter har lagt planer om å utvide på is. Ventetiden er anslått til mellom tre og åtte år.', basis: 'statistics', figure: '11 av 17 områder', source: invented('opplysninger fra netteieren'), observed_on: t.end(-18) },
    ties: ties('supports', 'U4'),
  },
  {
    key: 'F7', kind: finding, day: 470, title: 'Matindustrien kjører bort 14 000 tonn restråstoff i året',
    fields: { statement: 'Mye av det kunne vært fôr eller gjødsel. Bedriftene betaler for å bli kvitt det.', basis: 'research', figure: '14 000 tonn', source: invented('forprosjekt om restråstoff'), observed_on: t.end(-17) },
    ties: ties('supports', 'U5'),
  },
  {
    key: 'F8', kind: finding, day: 536, title: 'En gründer må innom fire kontorer før hun får svar',
    fields: {
      statement: 'Tolv gründere fortalte hva de gjorde det første året. I snitt gikk det elleve uker fra første spørsmål til svar om tilskudd, areal eller tillatelse.',
      basis: 'experience', figure: '4 kontorer, 11 uker', source: invented('intervjuer med tolv gründere'), observed_on: t.end(-18),
    },
    ties: ties('supports', 'U6'),
  },
  {
    key: 'F9', kind: finding, day: 530, title: 'Partnerne opplever handlingsplanen som for omfattende',
    fields: {
      statement: 'Evalueringen av forrige periode berømmer samarbeidet, men sier at planen var for bred til å følge opp, og at møteplassene ikke hang sammen.',
      basis: 'evaluation', source: invented('evaluering av forrige partnerskapsperiode'), observed_on: t.end(-20),
    },
    ties: ties('supports', 'U6'),
  },
  {
    key: 'F10', kind: finding, day: 528, language: 'nn', title: 'Seks kommunar har til saman fire og eit halvt årsverk til næringsarbeid',
    fields: { statement: 'I dei tre minste er det éin person som gjer dette ved sida av mykje anna. Når vedkomande sluttar, stoppar arbeidet.', basis: 'experience', figure: '4,5 årsverk', source: invented('rundspørjing til kommunane'), observed_on: t.end(-18) },
    ties: ties('supports', 'U6'),
  },
  {
    key: 'F11', kind: finding, day: 534, by: 'forsker', title: 'Lærlinger fullfører oftere i bedrifter som samarbeider om opplæringen',
    fields: { statement: 'Forskjellen holder seg også når en tar hensyn til bransje og karakterer.', basis: 'research', figure: '81 mot 68 prosent', source: invented('studie fra Eksempelforsk'), observed_on: t.end(-24) },
    ties: [...ties('supports', 'U2'), tie('supports', '2.2.2', 'Derfor et felles kontor for de små bedriftene.')],
  },
  {
    key: 'F12', kind: finding, day: 533, title: 'Unge voksne savner steder å møtes mer enn de savner jobb',
    fields: {
      statement: 'Arbeid kommer som nummer fire på lista. Øverst står steder å møtes, deretter et sted å leie og en buss hjem om kvelden.',
      basis: 'input', figure: '312 svar', source: invented('spørreundersøkelse til 20–34-åringer'), observed_on: t.end(-18),
    },
    ties: ties('supports', 'U1'), audience: 'public',
  },
]
