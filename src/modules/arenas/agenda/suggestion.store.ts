import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'

export type SuggestionGroup = 'minutes' | 'matter' | 'due' | 'decision' | 'measure'

/** Something that waits for a meeting: an item, and when it is due or since when it has waited. */
export type Waiting = { group: SuggestionGroup; id: string; kind: string; number: number; title: string; language: Lang; due: string | null }

const mostOfEach = 10

/**
 * What waits for this meeting of an arena, by group: matters that are not settled, tasks due by the meeting, decisions to make, measures that
 * wait for a decision, and the last meeting's minutes when nobody has approved them. What is on this agenda, or on that of a meeting to come, is
 * left out. One statement.
 */
export async function waitingFor(db: Reader, viewer: Viewer, { workspaceId, meetingId, arenaId, by }: { workspaceId: string; meetingId: string; arenaId: string | null; by: string }): Promise<Waiting[]> {
  // Without an arena it is everything; with one, what came from its meetings or from none.
  const ofArena = arenaId === null ? sql`true` : sql`coalesce((
    select bool_or(h.to_id = ${arenaId}) from link f join link h on h.from_id = f.to_id and h.relation = 'held_in' and h.removed_at is null where f.from_id = item.id and f.relation = 'comes_from' and f.removed_at is null), true)`
  // A matter waits where its last step left it; one that no arena has may be taken up in any.
  const here = arenaId === null ? sql`` : sql`join (
    select s.item_id as id from matter_step s where (s.arena_id = ${arenaId} or s.arena_id is null) and not exists (select from matter_step later where later.item_id = s.item_id and later.place > s.place)
    union select i.id from item i where i.workspace_id = ${workspaceId} and i.kind = 'matter' and not exists (select from matter_step s where s.item_id = i.id)) here on here.id = item.id`
  const of = (group: SuggestionGroup, due: ReturnType<typeof sql>, from: ReturnType<typeof sql>, where: ReturnType<typeof sql>) => sql`(
    select ${group}::text as "group", item.id, item.kind, item.number, item.title, item.language, ${due}::text as due from item ${from}
    where item.workspace_id = ${workspaceId} and item.removed_at is null and ${readable(viewer)} and ${where}
      and not exists (select from agenda_point p join item other on other.id = p.item_id join meeting m on m.id = other.id
        where (p.matter_id = item.id or p.about_id = item.id) and (p.item_id = ${meetingId} or (other.removed_at is null and other.state in ('planned', 'called') and m.held_on >= ${by}::date)))
    order by due nulls last, item.number limit ${mostOfEach})`
  const { rows } = await sql<Waiting>`${sql.join([
    ...(arenaId === null ? [] : [of('minutes', sql`own.held_on`, sql`join meeting own on own.id = item.id join link l on l.from_id = item.id and l.relation = 'held_in' and l.removed_at is null and l.to_id = ${arenaId}`,
      sql`item.state = 'held' and own.held_on < ${by}::date and item.id <> ${meetingId}`)]),
    of('matter', sql`own.wanted_by`, sql`join matter own on own.id = item.id ${here}`, sql`item.kind = 'matter' and item.state in ('raised', 'prepared', 'handled', 'forwarded', 'returned')`),
    of('due', sql`own.due_on`, sql`join follow_up own on own.id = item.id`, sql`item.kind = 'follow_up' and item.state not in ('done', 'dropped') and own.due_on <= ${by}::date and ${ofArena}`),
    of('decision', sql`own.due_on`, sql`join decision own on own.id = item.id`, sql`item.kind = 'decision' and item.state = 'needed'`),
    of('measure', sql`null`, sql`join loose_thread own on own.item_id = item.id`, sql`own.rule = 'measure-needs-decision'`),
  ], sql` union all `)}`.execute(db)
  return rows
}
