/** What one may be in an arena; the first three are those who lead it. */
export const memberRoles = ['leader', 'deputy_leader', 'secretary', 'member', 'deputy', 'observer'] as const
export type MemberRole = (typeof memberRoles)[number]
export const leadingRoles: readonly MemberRole[] = ['leader', 'deputy_leader', 'secretary']

/** One who meets in an arena: an organisation, a person, or a person for an organisation. Days as YYYY-MM-DD; none is always. */
export type ArenaMember = { id: string; itemId: string; organisationId: string | null; personId: string | null; role: MemberRole; from: string | null; to: string | null }

type Period = Pick<ArenaMember, 'from' | 'to'>

/** Whether somebody is a member on a day, both ends included. */
export const isMemberOn = ({ from, to }: Period, day: string): boolean => (from === null || from <= day) && (to === null || to >= day)

/** The roles as they stand in a list: those who lead first. */
export const byRole = (a: ArenaMember, b: ArenaMember): number => memberRoles.indexOf(a.role) - memberRoles.indexOf(b.role)
