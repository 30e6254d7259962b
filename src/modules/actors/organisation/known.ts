import { type Expression, type SqlBool, sql } from 'kysely'
import { type Viewer, workspacesOf } from '../../../platform/access/viewer.ts'

/** Workspaces that a viewer may know of: those that are public, and their own. A condition on a table `workspace` (or its alias). */
export const knownWorkspace = (viewer: Viewer, alias = 'workspace'): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.ref(`${alias}.public`)} or ${sql.ref(`${alias}.id`)} = any(${workspacesOf(viewer)}::uuid[]))`

/**
 * Organisations that a viewer may know of, as a condition on a table `organisation` (or its alias): those in the register of municipalities
 * and counties, those that say to everybody what they can contribute, those in a workspace that the viewer may know of, and the
 * viewer's own. A name that stands only in somebody else's plan is not one of them.
 */
export function knownOrganisation(viewer: Viewer, alias = 'organisation'): Expression<SqlBool> {
  const id = sql.ref(`${alias}.id`)
  const own = viewer.memberships.flatMap((m) => m.organisationId ?? [])
  const affiliated = viewer.person ? sql`or exists (select from affiliation a where a.organisation_id = ${id} and a.person_id = ${viewer.person.id})` : sql``
  return sql<SqlBool>`(${sql.ref(`${alias}.official_number`)} is not null or ${id} = any(${own}::uuid[])
    or exists (select from offer f where f.organisation_id = ${id} and f.audience = 'public' and f.removed_at is null)
    or exists (select from party p join workspace w on w.id = p.workspace_id where p.organisation_id = ${id} and ${knownWorkspace(viewer, 'w')})
    ${affiliated})`
}

/** Organisations that a viewer may be offered to choose: also those that stand in Enhetsregisteret, so that nobody writes a second one. */
export const choosableOrganisation = (viewer: Viewer, alias = 'organisation'): Expression<SqlBool> =>
  viewer.person?.administrator ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.ref(`${alias}.orgnr`)} is not null or ${knownOrganisation(viewer, alias)})`
