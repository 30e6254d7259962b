import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'

export type SuggestionGroup = 'minutes' | 'matter' | 'due' | 'decision' | 'measure'

/** Something that waits for a meeting: an item, and when it is due or since when it has waited. */
export type Waiting = { group: SuggestionGroup; id: string; kind: string; number: number; title: string; language: Lang; due: string | null }

const mostOfEach = 10

/** A matter that a point can be about. */
export type MatterChoice = { id: string; number: number; title: string }

/** More than this is a search, not a menu. */
const mostChoices = 100

/** The matters that a point of this meeting can be about: those that are on its agenda, and those that are not settled, the newest first. */
const choices = (viewer: Viewer, { workspaceId, meetingId }: { workspaceId: string; meetingId: string }) => sql`(
  select 'choice'::text as "group", item.id, item.kind, item.number, item.title, item.language, null::text as due from item
  where item.workspace_id = ${workspaceId} and item.kind = 'matter' and item.removed_at is null and ${readable(viewer)}
    and (item.state in ('raised', 'prepared', 'handled', 'forwarded', 'returned') or item.id = any(array(select matter_id from agenda_point where item_id = ${meetingId})))
  order by item.id = any(array(select matter_id from agenda_point where item_id = ${meetingId})) desc, item.number desc limit ${mostChoices})`

export async function matterChoices(db: Reader, viewer: Viewer, meeting: { workspaceId: string; meetingId: string }): Promise<MatterChoice[]> {
  return (await choices(viewer, meeting).$castTo<MatterChoice>().execute(db)).rows
}

/**
 * What waits for this meeting of an arena, by group: matters that are not settled, tasks due by the meeting, decisions to make, measures that
 * wait for a decision and are not a matter already, and the last meeting's minutes when nobody has approved them. What is on this agenda, or on that of a meeting to come, is
 * left out. With the matters that a point can be about, in one statement.
 */
export async function waitingFor(db: Reader, viewer: Viewer, { workspaceId, meetingId, arenaId, by }: { workspaceId: string; meetingId: string; arenaId: string | null; by: string }): Promise<{ waiting: Waiting[]; matters: MatterChoice[] }> {
  // Without an arena it is everything; with one, what came from its meetings or from none: what came from those of others alone is left out.
  const ofArena = arenaId === null ? sql`true` : sql`coalesce((
    select bool_or(h.to_id = ${arenaId}) from link f join link h on h.from_id = f.to_id and h.relation = 'held_in' and h.removed_at is null where f.from_id = item.id and f.relation = 'comes_from' and f.removed_at is null), true)`
  // A matter waits where its last step left it; one that no arena has may be taken up in any.
  const here = arenaId === null ? sql`true` : sql`coalesce((select s.arena_id from matter_step s where s.item_id = item.id order by s.place desc limit 1), ${arenaId}) = ${arenaId}`
  const of = (group: SuggestionGroup, due: ReturnType<typeof sql>, from: ReturnType<typeof sql>, where: ReturnType<typeof sql>) => sql`(
    select ${group}::text as "group", item.id, item.kind, item.number, item.title, item.language, ${due}::text as due from item ${from}
    where item.workspace_id = ${workspaceId} and item.removed_at is null and ${readable(viewer)} and ${where}
      and not exists (select from agenda_point p join item other on other.id = p.item_id join meeting m on m.id = other.id
        where (p.matter_id = item.id or p.about_id = item.id) and (p.item_id = ${meetingId} or (other.removed_at is null and other.state in ('planned', 'called') and m.held_on >= ${by}::date)))
    order by ${due} nulls last, item.number limit ${mostOfEach})`
  const { rows } = await sql<Omit<Waiting, 'group'> & { group: SuggestionGroup | 'choice' }>`${sql.join([
    choices(viewer, { workspaceId, meetingId }),
    ...(arenaId === null ? [] : [of('minutes', sql`own.held_on`, sql`join meeting own on own.id = item.id join link l on l.from_id = item.id and l.relation = 'held_in' and l.removed_at is null and l.to_id = ${arenaId}`,
      sql`item.state = 'held' and own.held_on < ${by}::date and item.id <> ${meetingId}`)]),
    of('matter', sql`own.wanted_by`, sql`join matter own on own.id = item.id`, sql`item.kind = 'matter' and item.state in ('raised', 'prepared', 'handled', 'forwarded', 'returned') and ${here}`),
    of('due', sql`own.due_on`, sql`join follow_up own on own.id = item.id`, sql`item.kind = 'follow_up' and item.state not in ('done', 'dropped') and own.due_on <= ${by}::date and ${ofArena}`),
    of('decision', sql`own.due_on`, sql`join decision own on own.id = item.id`, sql`item.kind = 'decision' and item.state = 'needed'`),
    of('measure', sql`null::date`, sql`join loose_thread own on own.item_id = item.id`, sql`own.rule = 'measure-needs-decision' and not exists (select from link taken join item open on open.id = taken.from_id
      where taken.to_id = item.id and taken.relation = 'handles' and taken.removed_at is null and open.kind = 'matter' and open.removed_at is null and open.state not in ('decided', 'closed'))`),
  ], sql` union all `)}`.execute(db)
  return { waiting: rows.flatMap((row) => (row.group === 'choice' ? [] : [{ ...row, group: row.group }])), matters: rows.filter((row) => row.group === 'choice') }
}
