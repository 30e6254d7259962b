import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { limitOf } from '../../thread/index.ts'
import { standardContactDays } from '../arena/arena.checks.ts'
import type { Joint, Travel } from './connections.ts'

/** An arena as the map draws it: how many days there may be between its meetings, and the day it last met. `limitDays` is how long contact may wait where nothing else is agreed. */
export type MapArena = { id: string; number: number; title: string; language: Lang; state: string | null; level: string | null; everyDays: number | null; lastMet: string | null; limitDays: number }

/** The arenas that the viewer may see, with the day that each last met. One statement. */
export async function mapArenas(db: Reader, viewer: Viewer, workspaceId: string, today: string): Promise<MapArena[]> {
  const { rows } = await sql<MapArena>`
    select item.id, item.number, item.title, item.language, item.state, own.level, own.meets_every_days as "everyDays",
      (select max(m.held_on) from link join meeting m on m.id = link.from_id join item held on held.id = m.id
        where link.to_id = item.id and link.relation = 'held_in' and link.removed_at is null and held.removed_at is null and held.state <> 'cancelled' and m.held_on <= ${today}::date and ${readable(viewer, 'held')}) as "lastMet",
      ${limitOf(workspaceId, 'arena-contact-overdue', standardContactDays)} as "limitDays"
    from item join arena own on own.id = item.id
    where item.workspace_id = ${workspaceId} and item.kind = 'arena' and item.removed_at is null and ${readable(viewer)} order by item.place, item.number`.execute(db)
  return rows
}

/** Which way matters have really gone, among those that the viewer may see. The days are counted from when a matter came to the arena that it left. One statement. */
export async function travelsIn(db: Reader, viewer: Viewer, workspaceId: string): Promise<Travel[]> {
  const { rows } = await sql<Travel>`
    with moved as (
      select s.what, s.from_arena_id, s.arena_id, s.happened_on,
        s.happened_on - max(s.happened_on) filter (where s.what in ('raised', 'forwarded', 'returned', 'reopened')) over (partition by s.item_id order by s.place rows between unbounded preceding and 1 preceding) as days
      from matter_step s join item on item.id = s.item_id
      where item.workspace_id = ${workspaceId} and item.kind = 'matter' and item.removed_at is null and ${readable(viewer)})
    select from_arena_id as from, arena_id as to, count(*)::int as count, max(happened_on) as last, coalesce(percentile_cont(0.5) within group (order by days), 0)::float8 as "medianDays"
    from moved where what in ('forwarded', 'returned') and from_arena_id is not null and arena_id is not null group by 1, 2`.execute(db)
  return rows
}

/** The meetings that arenas have held together, two by two. One statement. */
export async function jointMeetings(db: Reader, viewer: Viewer, workspaceId: string, today: string): Promise<Joint[]> {
  const { rows } = await sql<Joint>`
    select a.to_id as one, b.to_id as other, count(*)::int as count, max(own.held_on) as last
    from link a join link b on b.from_id = a.from_id and b.relation = 'held_in' and b.removed_at is null and a.to_id < b.to_id
    join item on item.id = a.from_id join meeting own on own.id = item.id
    where a.workspace_id = ${workspaceId} and a.relation = 'held_in' and a.removed_at is null and item.removed_at is null and item.state <> 'cancelled' and own.held_on <= ${today}::date and ${readable(viewer)}
    group by 1, 2`.execute(db)
  return rows
}
