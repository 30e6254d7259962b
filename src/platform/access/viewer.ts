import type { Lang } from '../text/texts.ts'

export const roles = [
  'leader', 'secretariat', 'partner', 'process_leader', 'guide', 'reference_group', 'researcher', 'political', 'participant',
] as const
export type Role = (typeof roles)[number]

export type Membership = {
  workspaceId: string
  role: Role
  organisationId: string | null
  /** What the organisation is called, where pages are shown: somebody with several must see whom they act for. */
  organisationName?: string | null
}

export type Person = {
  id: string
  name: string
  language: Lang
  administrator: boolean
  /** An administrator whose rights are held back until a passkey is used in this session, or made because there is none. */
  passkeyToBe?: 'used' | 'made'
}

/** What narrows the role that a key of another system has: it sees only these kinds of item (null is all), and changes nothing unless it writes. */
export type KeyLimits = { id: string; name: string; writes: boolean; kinds: readonly string[] | null }

/** Who looks: nobody in particular, a person with the roles that hold today, or another system with its key. Rights come from membership alone. */
export type Viewer = {
  person: Person | null
  memberships: readonly Membership[]
  lang: Lang
  /** There when it is another system that asks. */
  key?: KeyLimits
}

/** Whether this viewer's key, if that is what it is, lets it change items of this kind. */
export const keyWrites = ({ key }: Viewer, kind: string): boolean => key === undefined || (key.writes && (key.kinds === null || key.kinds.includes(kind)))

/** The ids of the workspaces that the viewer is in. */
export const workspacesOf = ({ memberships }: Pick<Viewer, 'memberships'>): string[] => [...new Set(memberships.map((m) => m.workspaceId))]

export const membershipsIn = (viewer: Viewer, workspaceId: string): Membership[] => viewer.memberships.filter((m) => m.workspaceId === workspaceId)

/** A predicate over a viewer's roles in a workspace. */
export const hasRole = (viewer: Viewer, workspaceId: string, ...wanted: readonly Role[]): boolean =>
  membershipsIn(viewer, workspaceId).some((m) => wanted.includes(m.role))

/** The organisation that the viewer acts for in a workspace, if any: memberships come with the one they have chosen first. */
export const actingFor = (viewer: Viewer, workspaceId: string): string | null =>
  membershipsIn(viewer, workspaceId).find((m) => m.organisationId)?.organisationId ?? null

/** The organisations that the viewer may act for in a workspace, the one they act for first. */
export const organisationsOf = (viewer: Viewer, workspaceId: string): { id: string; name: string }[] => {
  const found = new Map<string, string>()
  for (const m of membershipsIn(viewer, workspaceId)) if (m.organisationId && !found.has(m.organisationId)) found.set(m.organisationId, m.organisationName ?? '')
  return [...found].map(([id, name]) => ({ id, name }))
}

/** The organisation that the viewer acts for here, when they are its partner representative. */
export const partnerFor = (viewer: Viewer, workspaceId: string): string | null => {
  const organisation = actingFor(viewer, workspaceId)
  return organisation && membershipsIn(viewer, workspaceId).some((m) => m.role === 'partner' && m.organisationId === organisation) ? organisation : null
}
