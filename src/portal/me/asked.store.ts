import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'

export type Asked = { kind: string; number: number; title: string; state: string | null; due: string | null; workspaceId: string; mine: boolean }

/**
 * What a person is asked for, across workspaces: open measures and decisions that their organisation owns where they act for it,
 * and measures they are named responsible for. Those with a date first.
 */
export async function askedOf(db: Reader, viewer: Viewer, limit: number): Promise<Asked[]> {
  if (!viewer.person || viewer.memberships.length === 0) return []
  const places = viewer.memberships.map((m) => m.workspaceId)
  const pairs = viewer.memberships.flatMap((m) => (m.organisationId ? [sql`(item.workspace_id = ${m.workspaceId} and io.organisation_id = ${m.organisationId})`] : []))
  const owned = pairs.length > 0 ? sql`exists (select from item_organisation io where io.item_id = item.id and io.role = 'owner' and (${sql.join(pairs, sql` or `)}))` : sql`false`
  const { rows } = await sql<Asked>`
    select item.kind, item.number, item.title, item.state, coalesce(m.ends_on, d.due_on) as due, item.workspace_id as "workspaceId", coalesce(m.responsible_id = ${viewer.person.id}, false) as mine
    from item left join measure m on m.id = item.id left join decision d on d.id = item.id
    where item.workspace_id = any(${places}::uuid[]) and item.removed_at is null and ${readable(viewer)}
      and ((item.kind = 'measure' and item.state not in ('completed', 'cancelled')) or (item.kind = 'decision' and item.state <> 'followed_up'))
      and (${owned} or m.responsible_id = ${viewer.person.id})
    order by due nulls last, item.title limit ${limit}`.execute(db)
  return rows
}
