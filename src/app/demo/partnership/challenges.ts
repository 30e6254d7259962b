import { challenge } from '../../../modules/plans/index.ts'
import { type Entry, ties } from '../entry.ts'

/** The shared picture. The last one is met by no goal yet, although the evaluation pointed at it. */
export const challenges = (): Entry[] => [
  {
    key: 'U1', kind: challenge, day: 525, code: 'A', title: 'Vi mister unge voksne',
    fields: { description: 'De flytter for å studere, og for få kommer tilbake. Kommunene får færre barn, bedriftene færre søkere og foreningene færre som stiller opp.', affected: 'Alle seks kommuner, mest Vassøy og Fjellbygda' },
    ties: ties('anchored_in', 'P1'),
  },
  {
    key: 'U2', kind: challenge, day: 525, code: 'B', title: 'Virksomhetene får ikke tak i folk med rett kompetanse',
    fields: { description: 'Ledige stillinger og folk uten jobb finnes i samme kommune. Avstanden mellom dem er fagbrev, språk og reisevei.', affected: 'Industri, bygg, helse' },
    ties: ties('anchored_in', 'P1'),
  },
  {
    key: 'U3', kind: challenge, day: 524, code: 'C', title: 'Forskere og bedrifter finner ikke hverandre',
    fields: { description: 'Små bedrifter har ikke tid til å lete. Forskerne kjenner de tre største, og ikke de åtti andre.', affected: 'Bedrifter med 5–50 ansatte' },
  },
  {
    key: 'U4', kind: challenge, day: 524, code: 'D', title: 'Grønn industri stopper på kraft og areal',
    fields: { description: 'Bedrifter som vil utvide, får vite at nettet er fullt eller at området ikke er regulert. Ingen har hatt oversikten.', affected: 'Elvestad, Grønnvik og Storelv' },
  },
  {
    key: 'U5', kind: challenge, day: 465, code: 'E', title: 'For mye av det vi lager, ender som avfall',
    fields: { description: 'Restråstoff, varme og emballasje som kunne vært brukt av naboen, blir kjørt bort.', affected: 'Matindustri og handel' },
  },
  {
    key: 'U6', kind: challenge, day: 523, code: 'F', title: 'Næringsarbeidet er delt på mange, og få har tid',
    fields: { description: 'Mange møter, mange planer og få timer. Ingen vet helt hvem som gjør hva, og den som spør, blir sendt videre.', affected: 'Kommunene og dem som skal ha hjelp av dem' },
  },
]
