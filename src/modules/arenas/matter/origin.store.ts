import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'

/** A matter or a meeting that an item comes from, or a matter that takes it up. `on` is a meeting's day, and `arena` the ones it was held in. */
export type Origin = { relation: 'comes_from' | 'handles'; id: string; kind: 'matter' | 'meeting'; number: number; title: string; state: string | null; on: string | null; arena: string | null }

/** The matters and meetings that an item comes from, and the matters that take it up, among what the viewer may see. One statement. */
export async function originsOf(db: Reader, viewer: Viewer, itemId: string): Promise<Origin[]> {
  const { rows } = await sql<Origin>`
    select link.relation, item.id, item.kind, item.number, item.title, item.state, meeting.held_on as on,
      (select string_agg(arena.title, ', ' order by arena.place) from link held join item arena on arena.id = held.to_id
        where held.from_id = item.id and held.relation = 'held_in' and held.removed_at is null and arena.removed_at is null and ${readable(viewer, 'arena')}) as arena
    from (select relation, to_id as id from link where from_id = ${itemId} and relation = 'comes_from' and removed_at is null
      union all select relation, from_id from link where to_id = ${itemId} and relation = 'handles' and removed_at is null) link
    join item on item.id = link.id left join meeting on meeting.id = item.id
    where item.removed_at is null and item.kind in ('matter', 'meeting') and ${readable(viewer)} order by item.number`.execute(db)
  return rows
}
