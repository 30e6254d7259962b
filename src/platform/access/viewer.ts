import type { Lang } from '../text/texts.ts'

export const roles = [
  'leader', 'secretariat', 'partner', 'process_leader', 'guide', 'reference_group', 'researcher', 'political', 'participant',
] as const
export type Role = (typeof roles)[number]

export type Membership = { workspaceId: string; role: Role; organisationId: string | null }

export type Person = { id: string; name: string; language: Lang; administrator: boolean }

/** Who looks: nobody in particular, or a person with the roles that hold today. Rights come from membership alone. */
export type Viewer = {
  person: Person | null
  memberships: readonly Membership[]
  lang: Lang
}

export const membershipsIn = (viewer: Viewer, workspaceId: string): Membership[] => viewer.memberships.filter((m) => m.workspaceId === workspaceId)

/** A predicate over a viewer's roles in a workspace. */
export const hasRole = (viewer: Viewer, workspaceId: string, ...wanted: readonly Role[]): boolean =>
  membershipsIn(viewer, workspaceId).some((m) => wanted.includes(m.role))

/** The organisation that the viewer acts for in a workspace, if any. */
export const actingFor = (viewer: Viewer, workspaceId: string): string | null =>
  membershipsIn(viewer, workspaceId).find((m) => m.organisationId)?.organisationId ?? null
