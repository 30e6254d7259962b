import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'

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

/** Those of these ids, as a browser sent them, that stand for an organisation that the viewer may know of. */
export async function visibleOrganisations(db: Reader, viewer: Viewer, ids: readonly string[], example: boolean): Promise<string[]> {
  const real = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
  if (real.length === 0) return []
  const rows = await db.selectFrom('organisation').select('id').where('id', '=', sql<string>`any(${real}::uuid[])`).where('example', '=', example).where('merged_into_id', 'is', null).where(visibleOrganisation(viewer)).execute()
  return rows.map((row) => row.id)
}
