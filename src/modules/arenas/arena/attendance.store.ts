import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'

/** How one organisation has met in an arena: of so many meetings it was called to, how many it came to, sent word to, and the last day it came (YYYY-MM-DD). */
export type Attendance = { organisationId: string; organisation: string; meetings: number; came: number; sentWord: number; last: string | null }

/**
 * Who came to the meetings of an arena from a day through another, by organisation: those who come least first. Only meetings whose minutes are
 * approved count, because until then nobody has agreed on who was there. An organisation came when somebody of it did. One statement; for members.
 */
export async function attendanceIn(db: Reader, viewer: Viewer, arenaId: string, from: string, through: string): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    with each as (
      select m.id, m.held_on, v.organisation_id, bool_or(v.attended = 'present') as came, bool_or(v.attended = 'apology') as word
      from link l join item on item.id = l.from_id join meeting m on m.id = item.id join meeting_invitee v on v.meeting_id = m.id
      where l.to_id = ${arenaId} and l.relation = 'held_in' and l.removed_at is null and item.removed_at is null and item.state = 'approved' and ${readable(viewer)}
        and m.held_on between ${from}::date and ${through}::date and v.attended is not null and v.organisation_id is not null
      group by m.id, m.held_on, v.organisation_id)
    select o.id as "organisationId", o.name as organisation, count(*)::int as meetings, count(*) filter (where each.came)::int as came,
      count(*) filter (where each.word and not each.came)::int as "sentWord", max(each.held_on) filter (where each.came) as last
    from each join organisation o on o.id = each.organisation_id
    group by o.id, o.name order by count(*) filter (where each.came)::float / count(*), count(*) desc, o.name`.execute(db)
  return rows
}
