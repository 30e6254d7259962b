import { type Expression, type SqlBool, sql } from 'kysely'
import { type Viewer, workspacesOf } from '../../../platform/access/viewer.ts'

/** The organisations that a viewer acts for somewhere. */
export const actsFor = (viewer: Viewer): string[] => [...new Set(viewer.memberships.flatMap((m) => m.organisationId ?? []))]

/**
 * The only read rule of offers, as a condition on a table `offer` (or its alias): those for everybody, those of the organisations that the
 * viewer acts for, and those of organisations that the viewer works with: parties of a workspace that both are in. What was written
 * on behalf of an organisation is for the workspace where it was written.
 */
export function readableOffer(viewer: Viewer, today: string, alias = 'offer'): Expression<SqlBool> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  if (!viewer.person) return sql<SqlBool>`${column('audience')} = 'public'`
  const mine = workspacesOf(viewer)
  return sql<SqlBool>`(${column('audience')} = 'public' or ${column('organisation_id')} = any(${actsFor(viewer)}::uuid[]) or ${column('on_behalf_in')} = any(${mine}::uuid[])
    or (${column('on_behalf_in')} is null and exists (select from party p where p.organisation_id = ${column('organisation_id')} and p.workspace_id = any(${mine}::uuid[])
      and p.role <> 'mentioned' and (p.valid_to is null or p.valid_to >= ${today}::date))))`
}
