import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Reader } from '../../../platform/db/database.ts'

/**
 * The people who meet in an arena on a day: its members, and those who represent the organisations that are members of it. Where nobody has said
 * who they are, those of its latest meeting that anybody was called to.
 */
export async function arenaPeople(db: Reader, arenaId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with member as (
      select a.person_id, a.organisation_id from arena_member a
      where a.item_id = ${arenaId} and (a.valid_from is null or a.valid_from <= ${today}::date) and (a.valid_to is null or a.valid_to >= ${today}::date))
    select person_id as id from member where person_id is not null
    union select m.person_id from member join membership m on m.organisation_id = member.organisation_id join item on item.id = ${arenaId} and item.workspace_id = m.workspace_id
      where member.person_id is null and ${holdsOn('m', today)}
    union select v.person_id from meeting_invitee v where not exists (select from member) and v.meeting_id = (
      select m.id from link l join item on item.id = l.from_id join meeting m on m.id = item.id
      where l.to_id = ${arenaId} and l.relation = 'held_in' and l.removed_at is null and item.removed_at is null and exists (select from meeting_invitee one where one.meeting_id = m.id)
      order by (m.held_on <= ${today}::date) desc, m.held_on desc limit 1)`.execute(db)
  return rows.map((row) => row.id)
}
