import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'

/** A meeting as one looks for it: its day (YYYY-MM-DD) and when it begins ('HH:MM'). */
export type MeetingInBrief = { number: number; title: string; on: string; from: string | null; state: string | null }
export type NextAndLast = { next: MeetingInBrief | null; last: MeetingInBrief | null }

/** The next meeting of each arena (one that is today is still to come) and the last, among those that the viewer may see. One statement. */
export async function nextAndLastMeetings(db: Reader, viewer: Viewer, workspaceId: string, today: string): Promise<Map<string, NextAndLast>> {
  const { rows } = await sql<MeetingInBrief & { arena: string; coming: boolean }>`
    select distinct on (link.to_id, coming) link.to_id as arena, own.held_on >= ${today}::date as coming, item.number, item.title, own.held_on as on, own.starts_at as from, item.state
    from link join item on item.id = link.from_id join meeting own on own.id = item.id
    where link.workspace_id = ${workspaceId} and link.relation = 'held_in' and link.removed_at is null
      and item.removed_at is null and item.state <> 'cancelled' and own.held_on is not null and ${readable(viewer)}
    order by link.to_id, coming, abs(own.held_on - ${today}::date), own.starts_at, item.number`.execute(db)
  const found = new Map<string, NextAndLast>()
  for (const { arena, coming, ...meeting } of rows) found.set(arena, { ...(found.get(arena) ?? { next: null, last: null }), [coming ? 'next' : 'last']: meeting })
  return found
}
