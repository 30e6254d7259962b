import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'

/** Relations by the way they run in the thread of this workspace. */
export type Ways = { withThread: readonly string[]; againstThread: readonly string[] }

/**
 * The ids of everything before and after an item in the thread, and of what it is tied to beside it. One statement, whose
 * cost follows the item's own thread and not the size of the workspace. What the viewer may see of it is asked afterwards.
 */
export async function idsAround(db: Reader, itemId: string, { withThread, againstThread }: Ways): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive
    up (id) as (
      select ${itemId}::uuid
      union
      select before.id from up cross join lateral (
        select l.from_id as id from link l where l.to_id = up.id and l.removed_at is null and l.relation = any(${withThread})
        union all
        select l.to_id from link l where l.from_id = up.id and l.removed_at is null and l.relation = any(${againstThread})
      ) before
    ),
    down (id) as (
      select ${itemId}::uuid
      union
      select after.id from down cross join lateral (
        select l.to_id as id from link l where l.from_id = down.id and l.removed_at is null and l.relation = any(${withThread})
        union all
        select l.from_id from link l where l.to_id = down.id and l.removed_at is null and l.relation = any(${againstThread})
      ) after
    )
    select id from up union select id from down
    union select l.to_id from link l where l.from_id = ${itemId} and l.removed_at is null
    union select l.from_id from link l where l.to_id = ${itemId} and l.removed_at is null`.execute(db)
  return rows.map((row) => row.id)
}
