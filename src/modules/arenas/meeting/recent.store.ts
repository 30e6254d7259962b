import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { MeetingInBrief } from '../arena/arena-meetings.store.ts'

/** The latest meetings that have been, today's with them, the newest first: something that has happened happened in one of them. */
export async function recentMeetings(db: Reader, viewer: Viewer, workspaceId: string, today: string, most = 30): Promise<MeetingInBrief[]> {
  const { rows } = await sql<MeetingInBrief>`
    select item.number, item.title, own.held_on as on, own.starts_at as from, item.state from item join meeting own on own.id = item.id
    where item.workspace_id = ${workspaceId} and item.kind = 'meeting' and item.removed_at is null and item.state <> 'cancelled' and own.held_on <= ${today}::date and ${readable(viewer)}
    order by own.held_on desc, item.number desc limit ${most}`.execute(db)
  return rows
}
