import { sql } from 'kysely'
import { holdsOn } from '../../platform/access/holds.ts'
import { type Viewer, workspacesOf } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'

export type PersonRole = { slug: string; title: string; role: string; organisationId: string | null; organisation: string | null; from: string }

/**
 * The roles that a person has today, and whom they act for: in the workspaces that the viewer is in too, where everybody sees who is who,
 * and, when the person shows their roles to this viewer, in workspaces that are public. Others are never named.
 */
export async function rolesOf(db: Reader, viewer: Viewer, personId: string, today: string, shown: boolean): Promise<PersonRole[]> {
  const { rows } = await sql<PersonRole>`
    select w.slug, w.title, m.role, o.id as "organisationId", o.name as organisation, m.valid_from as "from"
    from membership m join workspace w on w.id = m.workspace_id left join organisation o on o.id = m.organisation_id
    where m.person_id = ${personId} and ${holdsOn('m', today)}
      and (w.id = any(${workspacesOf(viewer)}::uuid[]) or (${shown} and w.public))
    order by w.title, m.valid_from, m.id limit 100`.execute(db)
  return rows
}
