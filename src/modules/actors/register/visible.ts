import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'

/**
 * Whether the viewer may know of a row of `organisation`: what stands in a public register is for everybody, what was only
 * written in a workspace is for those who take part there.
 */
export const visibleOrganisation = (viewer: Viewer): RawBuilder<SqlBool> => {
  if (viewer.person?.administrator) return sql<SqlBool>`true`
  const workspaces = [...new Set(viewer.memberships.map((one) => one.workspaceId))]
  return sql<SqlBool>`(
    organisation.orgnr is not null
    or exists (select from register_entry known where known.organisation_id = organisation.id)
    or exists (select from party where party.organisation_id = organisation.id and party.workspace_id = any(${workspaces}::uuid[])))`
}
