import type { OrganisationKind } from '../../modules/actors/index.ts'

/** Made up, all of them: the county, its municipalities and everybody in it. A test holds the names against the real ones. */
const declared = {
  fylket: { name: 'Eksempelfylket fylkeskommune', kind: 'county' },
  elvestad: { name: 'Elvestad kommune', kind: 'municipality' },
  lia: { name: 'Lia kommune', kind: 'municipality' },
  gronnvik: { name: 'Grønnvik kommune', kind: 'municipality' },
  storelv: { name: 'Storelv kommune', kind: 'municipality' },
  vassoy: { name: 'Vassøy kommune', kind: 'municipality' },
  fjellbygda: { name: 'Fjellbygda kommune', kind: 'municipality' },
  hogskolen: { name: 'Høgskolen i Eksempelfylket', kind: 'academia' },
  fagskolen: { name: 'Fagskolen i Elvestad', kind: 'academia' },
  forskning: { name: 'Eksempelforsk', kind: 'academia' },
  naeringsforeningen: { name: 'Eksempelfylket næringsforening', kind: 'business' },
  klyngen: { name: 'Industriklyngen i Elvestad', kind: 'business' },
  naeringshagen: { name: 'Næringshagen i Storelv', kind: 'business' },
  reiselivet: { name: 'Reiselivslaget i Eksempelfjella', kind: 'business' },
  arbeidskontoret: { name: 'Statens arbeidskontor', kind: 'state' },
  // The same office as a measure in the spreadsheet calls it: a likely duplicate to find.
  arbeidskontoretAnders: { name: 'Arbeidskontoret (statens)', kind: 'state' },
  naeringskontoret: { name: 'Statens næringskontor', kind: 'state' },
  partene: { name: 'Arbeidstakernes fellesråd', kind: 'other' },
  frivilligheten: { name: 'Eksempelfylket frivillighetsråd', kind: 'volunteers' },
  frivilligsentralen: { name: 'Frivilligsentralen i Fjellbygda', kind: 'volunteers' },
  // A county that is no more, and the one beside: they made an agreement that is still in force.
  storfylket: { name: 'Storfylket fylkeskommune', kind: 'county' },
  nabofylket: { name: 'Nabofylket fylkeskommune', kind: 'county' },
  gronnelv: { name: 'Grønnelv kommune', kind: 'municipality' },
} satisfies Record<string, { name: string; kind: OrganisationKind }>

export type OrganisationKey = keyof typeof declared
export const organisations: Readonly<Record<OrganisationKey, { name: string; kind: OrganisationKind }>> = declared

/** Two municipalities that have decided to become one, on a New Year's Day about a year ahead. Nobody has said yes to what it means for the plan yet. */
export const merger = { from: ['gronnvik', 'storelv'], to: 'gronnelv' } as const satisfies { from: readonly OrganisationKey[]; to: OrganisationKey }
