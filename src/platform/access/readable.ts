import { type Expression, type SqlBool, sql } from 'kysely'
import { type Membership, membershipsIn, type Viewer, workspacesOf } from './viewer.ts'

/**
 * The only read rule: the items that this viewer may see, as a condition on a table `item` (or its alias).
 * Pages, search, thread, links, history, counts and exports all start from it.
 * Audience is public · workspace · named roles · one organisation · its author.
 */
export function readable(viewer: Viewer, alias = 'item'): Expression<SqlBool> {
  const audience = sql.ref(`${alias}.audience`)
  const workspace = sql.ref(`${alias}.workspace_id`)
  const open = sql<SqlBool>`${audience} = 'public'`
  if (!viewer.person && viewer.memberships.length === 0 && !viewer.key) return open
  const inWorkspaces = workspacesOf(viewer)
  // By role and by organisation, not by membership: an adviser who is in a hundred workspaces is there in a role or two.
  const where = (members: readonly Membership[]) => sql`${workspace} = any(${members.map((m) => m.workspaceId)}::uuid[])`
  const byRole = [...Map.groupBy(viewer.memberships, (m) => m.role)].map(
    ([role, members]) => sql<SqlBool>`(${audience} = 'roles' and ${where(members)} and ${role} = any(${sql.ref(`${alias}.audience_roles`)}))`,
  )
  const byOrganisation = [...Map.groupBy(viewer.memberships.filter((m) => m.organisationId), (m) => m.organisationId)].map(
    ([organisation, members]) => sql<SqlBool>`(${audience} = 'organisation' and ${where(members)} and ${sql.ref(`${alias}.audience_organisation_id`)} = ${organisation})`,
  )
  const byMembership = sql<SqlBool>`(${audience} = 'workspace' and ${workspace} = any(${inWorkspaces}::uuid[]))`
  const byAuthor = viewer.person ? [sql<SqlBool>`(${audience} = 'author' and ${sql.ref(`${alias}.created_by`)} = ${viewer.person.id})`] : []
  const ofKinds = viewer.key?.kinds ? sql`and ${sql.ref(`${alias}.kind`)} = any(${[...viewer.key.kinds]}::text[])` : sql``
  return sql<SqlBool>`((${sql.join([open, byMembership, ...byAuthor, ...byRole, ...byOrganisation], sql` or `)}) ${ofKinds})`
}

/** The same rule for many readers at once: an item, and one role of each reader in its workspace, as tables by these names. */
export const readableFor = (item: string, member: string) => {
  const [i, m] = [(column: string) => sql.ref(`${item}.${column}`), (column: string) => sql.ref(`${member}.${column}`)]
  return sql<SqlBool>`(${i('audience')} in ('public', 'workspace') or (${i('audience')} = 'roles' and ${m('role')} = any(${i('audience_roles')}))
    or (${i('audience')} = 'organisation' and ${m('organisation_id')} = ${i('audience_organisation_id')}) or (${i('audience')} = 'author' and ${m('person_id')} = ${i('created_by')}))`
}

/** The same rule for one item that is at hand; `readable.test.ts` holds the two together. */
export function mayRead(
  viewer: Viewer,
  item: { kind: string; workspace_id: string; audience: string; audience_roles: string[]; audience_organisation_id: string | null; created_by: string | null },
): boolean {
  if (viewer.key?.kinds && !viewer.key.kinds.includes(item.kind)) return false
  const here = membershipsIn(viewer, item.workspace_id)
  switch (item.audience) {
    case 'public':
      return true
    case 'workspace':
      return here.length > 0
    case 'roles':
      return here.some((m) => item.audience_roles.includes(m.role))
    case 'organisation':
      return here.some((m) => m.organisationId !== null && m.organisationId === item.audience_organisation_id)
    case 'author':
      return viewer.person !== null && viewer.person.id === item.created_by
    default:
      return false
  }
}
