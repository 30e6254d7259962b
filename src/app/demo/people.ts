import type { Role } from '../../platform/access/viewer.ts'
import type { OrganisationKey } from './organisations.ts'

export type WorkspaceKey = 'eksempelfylket' | 'gamlebanken' | 'skuleveg'

export type DemoMember = { workspace: WorkspaceKey; role: Role; organisation?: OrganisationKey }

export type DemoPerson = {
  /** People are roles, with no invented names. */
  name: string
  /** Those one may log in as; the others are only seen in the history. */
  login: boolean
  /** Runs the installation: sees how it is, not what is written in the workspaces. */
  administrator?: true
  member?: DemoMember
  /** Further roles, there or elsewhere. */
  also?: readonly DemoMember[]
}

/** By subject: what the log-in button sends. */
const declared = {
  sekretariat: { name: 'Rådgiver i sekretariatet', login: true, member: { workspace: 'eksempelfylket', role: 'secretariat', organisation: 'fylket' } },
  leder: { name: 'Leder av partnerskapet', login: true, member: { workspace: 'eksempelfylket', role: 'leader', organisation: 'fylket' } },
  partner: { name: 'Representant for Lia kommune', login: true, member: { workspace: 'eksempelfylket', role: 'partner', organisation: 'lia' } },
  politiker: { name: 'Ordfører i Lia kommune', login: true, member: { workspace: 'eksempelfylket', role: 'political', organisation: 'lia' } },
  prosessleder: { name: 'Prosessleder i Fjellbygda kommune', login: true, member: { workspace: 'gamlebanken', role: 'process_leader', organisation: 'fjellbygda' }, also: [{ workspace: 'skuleveg', role: 'process_leader', organisation: 'fjellbygda' }] },
  naeringssjef: {
    name: 'Næringssjef i Lia kommune og leder av næringsforeningen', login: true, member: { workspace: 'eksempelfylket', role: 'partner', organisation: 'lia' },
    also: [{ workspace: 'eksempelfylket', role: 'partner', organisation: 'naeringsforeningen' }, { workspace: 'eksempelfylket', role: 'reference_group', organisation: 'naeringsforeningen' }],
  },
  utenfor: { name: 'Prosjektleder i en liten kommune', login: true },
  it: { name: 'IT-ansvarlig i fylkeskommunen', login: true, administrator: true },
  vassoy: { name: 'Representant for Vassøy kommune', login: false, member: { workspace: 'eksempelfylket', role: 'partner', organisation: 'vassoy' } },
  naering: { name: 'Representant for næringsforeningen', login: false, member: { workspace: 'eksempelfylket', role: 'partner', organisation: 'naeringsforeningen' } },
  klynge: { name: 'Daglig leder i Industriklyngen', login: false },
  reiselivet: { name: 'Daglig leder i reiselivslaget', login: false },
  forsker: { name: 'Forsker ved Høgskolen i Eksempelfylket', login: false, member: { workspace: 'eksempelfylket', role: 'researcher', organisation: 'hogskolen' } },
} satisfies Record<string, DemoPerson>

export type PersonKey = keyof typeof declared
export const people: Readonly<Record<PersonKey, DemoPerson>> = declared
