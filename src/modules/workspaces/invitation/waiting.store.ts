import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'

export type WaitingInvitation = { passId: string; workspace: string; organisation: string | null; lastDay: string }

/** Invitations that a person has not answered and still may, soonest first. */
export async function invitationsTo(db: Reader, personId: string, today: string): Promise<WaitingInvitation[]> {
  const { rows } = await sql<WaitingInvitation>`
    select i.pass_id as "passId", w.title as workspace, o.name as organisation, i.last_day as "lastDay"
    from invitation i join workspace w on w.id = i.workspace_id join pass p on p.id = i.pass_id left join organisation o on o.id = i.organisation_id
    where i.person_id = ${personId} and i.state in ('sent', 'reminded') and i.last_day >= ${today}::date and w.state = 'active' and p.revoked_at is null
    order by i.last_day, w.title`.execute(db)
  return rows
}
