/**
 * An example for tests and for looking at: the action plan of a partnership in the made-up county Eksempelfylket,
 * with five goals, nine priority areas and 45 measures. Not shown to anyone as real.
 */
import type { Picture, PictureNode, StepId, Thread } from './picture.ts'

const kinds: Record<StepId, string> = {
  knowledge: 'Funn', challenge: 'Utfordring', goal: 'Mål', priorityArea: 'Innsatsområde', measure: 'Tiltak', result: 'Resultat', effect: 'Effekt', lesson: 'Lærdom',
}
const names: Record<StepId, string> = {
  knowledge: 'Kunnskap', challenge: 'Utfordring', goal: 'Mål', priorityArea: 'Innsatsområde', measure: 'Tiltak', result: 'Resultat', effect: 'Effekt', lesson: 'Læring',
}
const order: StepId[] = ['knowledge', 'challenge', 'goal', 'priorityArea', 'measure', 'result', 'effect', 'lesson']
const used = new Set<StepId>(['knowledge', 'challenge', 'goal', 'priorityArea', 'measure', 'result'])

const knowledge = [
  ['Fire av ti unge voksne flytter ut og kommer ikke tilbake', 1], ['Bedrifter melder om 620 ubesatte stillinger', 1, 2], ['En av fem mangler fullført videregående', 2],
  ['Pendlingen til nabofylket har økt hvert år siden 2015', 1], ['FoU-innsatsen er halvparten av landssnittet', 3], ['Bare 14 prosent av bedriftene har søkt Forskningsrådet', 3],
  ['Strømkapasiteten er full i to av tre næringsområder', 4], ['Reiselivet har 70 prosent av omsetningen på tolv uker', 5], ['Utslippene fra transport øker', 4],
  ['Bedriftsundersøkelsen: kommunene oppleves som fem dører', 6], ['Hver tredje gründer gir opp før år to', 5, 6], ['Studenter kjenner få lokale arbeidsgivere'],
] as const
const challenges = [
  ['Vi mister unge voksne', 1], ['Næringslivet mangler folk med rett kompetanse', 2], ['For lite forskning i og med bedriftene', 3],
  ['Grønn omstilling stopper på nett og areal', 4], ['Få nye bedrifter overlever de første årene', 5], ['Næringsarbeidet er delt på mange', 5],
] as const
const goals = [
  'Flere unge velger å bo og arbeide i fylket', 'Virksomhetene får den kompetansen de trenger', 'Dobbelt så mange bedrifter forsker og utvikler',
  'Næringslivet halverer utslippene innen 2032', 'Det er lett å starte og utvikle bedrift her',
]
const areas = [
  ['Traineeordninger og første jobb', 1], ['Attraktive steder for unge voksne', 1], ['Desentralisert utdanning', 2], ['Fagopplæring sammen med bedriftene', 2],
  ['Møteplasser mellom forskere og bedrifter', 3], ['Kraft og areal til grønn industri', 4], ['Sirkulære verdikjeder', 4], ['Én vei inn for gründere', 5], ['Helårs reiseliv', 5],
] as const
const measures: readonly (readonly [string, number])[] = [
  ['Felles traineeprogram for kommuner og bedrifter', 1], ['Sommerjobb med oppgave for studenter', 1], ['Karrieredag på tre studiesteder', 1], ['Flyttehjelp for par', 1], ['Mentorordning for nyutdannede', 1], ['Kampanje mot utflyttede', 1],
  ['Ungdomspanel i hver kommune', 2], ['Botilbud i sentrum for unge i etablering', 2], ['Kulturkort som gjelder i alle kommunene', 2], ['Nattbuss i helgene', 2],
  ['Samlingsbasert sykepleierutdanning', 3], ['Studiesenter i tre kommuner', 3], ['Mikroemner i automasjon for ansatte', 3], ['Digital studieveileder', 3], ['Stipend mot bindingstid', 3],
  ['Opplæringskontor for små bedrifter', 4], ['Fagbrev på jobb i havbruk og industri', 4], ['Lærlingklausul i alle anbud', 4], ['Norskopplæring på arbeidsplassen', 4], ['Yrkesfaglærere hospiterer i bedrift', 4],
  ['Forskerfrokost hver måned', 5], ['Kobler som besøker førti bedrifter i året', 5], ['Søknadsverksted før hver frist', 5], ['Felles doktorgrad med to bedrifter', 5], ['Masteroppgaver bestilt av næringslivet', 5], ['Delt laboratorium på Campus Midtbyen', 5],
  ['Felles kraftkart for næringsområdene', 6], ['Forhandle fram nettkapasitet med netteier', 6], ['Mal for områderegulering av industri', 6], ['Hurtiglading for tungtransport', 6], ['Dialog med reindrift og landbruk om areal', 6],
  ['Kartlegge restråstoff i matindustrien', 7], ['Byttebørs for byggevarer', 7], ['Sirkulære krav i innkjøp', 7], ['Pilot: spillvarme til veksthus', 7], ['Klimaregnskap for små bedrifter', 7],
  ['Felles førstelinje for gründere', 8], ['Oppstartslån på like vilkår', 8], ['Kurs i styrearbeid', 8], ['Kommunal saksgang på tretti dager', 8], ['Kvinnelige gründere: nettverk og kapital', 8],
  ['Pakkereiser utenom høysesongen', 9], ['Vertskapskurs for sesongansatte', 9], ['Sykkelrute mellom kommunesentrene', 9], ['Felles bookingløsning', 9],
]
const results: readonly (readonly [string, readonly number[]])[] = [
  ['38 traineer ansatt, 31 er blitt værende', [1]], ['112 studenter i sommerjobb', [2]], ['Studiesenter åpnet i to kommuner', [12]], ['54 fagbrev på jobb', [17]],
  ['Ni nye forskningssøknader', [22, 23]], ['Kraftkart tatt i bruk av fire kommuner', [27]], ['Førstelinjen svarte 240 gründere', [37]], ['Elleve nye helgepakker solgt', [42]],
]
const withoutOwner = new Set([6, 10, 15, 24])
const notMeasured = new Set([9, 14, 18, 33, 39, 44])
const done = new Set([1, 2, 12, 17, 23, 27, 42])
const late = new Set([8, 11, 28, 30, 40])
const looseMeasures = new Set([14, 33])

function nodes(): PictureNode[] {
  const make = (step: StepId, i: number, title: string, more: Partial<PictureNode> = {}): PictureNode => ({
    id: `${step}-${i}`, step, title, href: `/arbeidsrom/eksempelfylket/${step}/${i}`, kindName: kinds[step], loose: [], knots: [], ...more,
  })
  const knot = (title: string) => [{ title, href: '/arbeidsrom/eksempelfylket/vedtak/1' }]
  return [
    ...knowledge.map(([title, ...to], i) => make('knowledge', i + 1, title, to.length ? {} : { loose: [{ word: 'ikke brukt', why: 'Ingen utfordring bygger på funnet.', end: 'after' }] })),
    ...challenges.map(([title], i) => make('challenge', i + 1, title, { knots: i === 0 ? knot('Partnerskapet valgte utfordringen 12. februar 2026') : [] })),
    ...goals.map((title, i) => make('goal', i + 1, title, { number: i + 1, loose: i === 3 ? [{ word: 'ikke målt', why: 'Målet har ingen indikator med startverdi.' }] : [], knots: i === 2 ? knot('Styringsgruppa vedtok målet') : [] })),
    ...areas.map(([title, goal], i) => make('priorityArea', i + 1, title, { number: `${goal}.${i + 1}` })),
    ...measures.map(([title], at) => {
      const i = at + 1
      return make('measure', i, title, {
        number: `T${i}`,
        state: done.has(i) ? { word: 'ferdig', tone: 'holds' } : late.has(i) ? { word: 'forsinket', tone: 'watch' } : { word: 'i gang', tone: 'calm' },
        loose: [
          ...(withoutOwner.has(i) ? [{ word: 'uten eier', why: 'Uten eier blir tiltaket sjelden gjort.' }] : []),
          ...(notMeasured.has(i) ? [{ word: 'ikke målt' }] : []),
          ...(looseMeasures.has(i) ? [{ word: 'uten innsatsområde', end: 'before' as const }] : []),
          ...([3, 16, 19, 31, 35, 36, 38].includes(i) ? [{ word: 'uten resultat', why: 'Tiltaket er ferdig, men ingen har skrevet hva som ble gjort.', end: 'after' as const }] : []),
        ],
        knots: [12, 28].includes(i) ? knot('Fylkestinget bevilget midler') : [],
      })
    }),
    ...results.map(([title], i) => make('result', i + 1, title)),
  ]
}

function threads(): Thread[] {
  const tie = (from: string, to: string, note?: string): Thread => ({ from, to, holds: note === undefined, ...(note ? { note } : {}) })
  return [
    ...knowledge.flatMap(([, ...to], i) => to.map((n) => tie(`knowledge-${i + 1}`, `challenge-${n}`, i === 8 ? 'tallet er fra 2019' : undefined))),
    ...challenges.map(([, to], i) => tie(`challenge-${i + 1}`, `goal-${to}`)),
    ...areas.map(([, goal], i) => tie(`goal-${goal}`, `priorityArea-${i + 1}`)),
    tie('goal-1', 'priorityArea-3'),
    ...measures.flatMap(([, area], i) => (looseMeasures.has(i + 1) ? [] : [tie(`priorityArea-${area}`, `measure-${i + 1}`)])),
    tie('goal-2', 'measure-14'),
    tie('priorityArea-4', 'measure-5'),
    ...results.flatMap(([, from], i) => from.map((n) => tie(`measure-${n}`, `result-${i + 1}`))),
  ].filter(({ to }) => to !== 'measure-14')
}

/** The example plan as a picture; `change` overrides any part of it. */
export function examplePlan(change: Partial<Picture> = {}): Picture {
  return {
    lang: 'nb',
    steps: order.map((id) => ({ id, name: names[id], inUse: used.has(id) })),
    nodes: nodes(),
    threads: threads(),
    hrefFor: (to) => `/arbeidsrom/eksempelfylket/traden?${new URLSearchParams(Object.entries(to).map(([key, value]) => [key, String(value)]))}`,
    ...change,
  }
}
