import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Step, StepKind } from './life.ts'

/** A step as it stands, with who took it. The name is for members only. */
export type TakenStep = Step & { id: string; itemId: string; at: Temporal.Instant; by: string | null }

/** The steps of these matters, in the order they were taken. The caller has read the matters. */
export async function stepsOf(db: Reader, matterIds: readonly string[]): Promise<TakenStep[]> {
  if (matterIds.length === 0) return []
  const rows = await db
    .selectFrom('matter_step as s')
    .leftJoin('person', 'person.id', 's.taken_by')
    .select(['s.id', 's.item_id', 's.what', 's.arena_id', 's.from_arena_id', 's.meeting_id', 's.happened_on', 's.note', 's.taken_at', 'person.name'])
    .where('s.item_id', '=', sql<string>`any(${matterIds}::uuid[])`)
    .orderBy('s.item_id').orderBy('s.place').orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    id: row.id, itemId: row.item_id, what: row.what as StepKind, arenaId: row.arena_id, fromArenaId: row.from_arena_id, meetingId: row.meeting_id, on: row.happened_on, note: row.note, at: row.taken_at, by: row.name,
  }))
}

export const insertStep = (tx: Tx, matterId: string, step: Step, by: { personId: string | null; at: string }) =>
  tx
    .insertInto('matter_step')
    .values((eb) => ({
      id: v7(), item_id: matterId, what: step.what, arena_id: step.arenaId, from_arena_id: step.fromArenaId, meeting_id: step.meetingId, happened_on: step.on, note: step.note, taken_at: by.at, taken_by: by.personId,
      place: eb.selectFrom('matter_step').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', matterId),
    }))
    .execute()

/** An open matter, the arena that has it, since which day it has had it, and the day something last happened. */
export type WaitingMatter = { id: string; number: number; title: string; state: string; arenaId: string | null; since: string; lastOn: string }

/** What a matter's last step says of it, and since when the arena has had it; a condition on `item` chooses the matters. */
const lastSteps = (chosen: ReturnType<typeof sql>) => sql`
  select item.id, item.number, item.title, item.state, s.arena_id as "arenaId", s.happened_on as "lastOn",
    coalesce((select max(c.happened_on) from matter_step c where c.item_id = item.id and c.what in ('raised', 'forwarded', 'returned')), s.happened_on) as since
  from item join lateral (select arena_id, happened_on from matter_step where item_id = item.id order by place desc limit 1) s on true
  where item.kind = 'matter' and item.removed_at is null and item.state not in ('decided', 'closed') and ${chosen}`

/** The open matters that wait in this arena, the one that has waited longest first. */
export async function mattersIn(db: Reader, viewer: Viewer, workspaceId: string, arenaId: string): Promise<WaitingMatter[]> {
  const { rows } = await sql<WaitingMatter>`select * from (${lastSteps(sql`item.workspace_id = ${workspaceId} and item.id in (select item_id from matter_step where arena_id = ${arenaId}) and ${readable(viewer)}`)}) waiting
    where "arenaId" = ${arenaId} order by since, number`.execute(db)
  return rows
}

/** How many open matters wait in each arena, and since which day the oldest has. One statement. */
export async function waitingByArena(db: Reader, viewer: Viewer, workspaceId: string): Promise<Map<string, { count: number; since: string }>> {
  const { rows } = await sql<{ arena: string; count: number; since: string }>`
    select "arenaId" as arena, count(*)::int as count, min(since) as since from (${lastSteps(sql`item.workspace_id = ${workspaceId} and ${readable(viewer)}`)}) waiting
    where "arenaId" is not null group by 1`.execute(db)
  return new Map(rows.map(({ arena, ...rest }) => [arena, rest]))
}
