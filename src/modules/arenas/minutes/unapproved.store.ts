import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { Audience } from '../../../platform/item/item.store.ts'
import type { MeetingSeen, Seen } from './outcome-audience.ts'

/** That an item, under this name in the statement, was taken down in minutes that are not approved. */
export const isUnapproved = (item: string): RawBuilder<SqlBool> => sql<SqlBool>`exists (select from unapproved_outcome u where u.outcome_id = ${sql.ref(`${item}.id`)})`

/** Notes that something that was taken down is for these roles until the minutes are approved; `before` is who saw a decision that stood before. */
export async function insertUnapproved(tx: Tx, one: { outcomeId: string; meetingId: string; roles: readonly string[]; before: Seen | null }): Promise<void> {
  await tx
    .insertInto('unapproved_outcome')
    .values({ outcome_id: one.outcomeId, meeting_id: one.meetingId, roles: [...one.roles], audience_before: one.before?.audience ?? null, roles_before: one.before ? [...one.before.roles] : null })
    // Decided on once more before it was approved: who saw it first is who gets it back.
    .onConflict((conflict) => conflict.column('outcome_id').doUpdateSet({ meeting_id: one.meetingId, roles: [...one.roles] }))
    .execute()
}

/** Something that waits for minutes to be approved, and how its meeting stands now. */
export type Unapproved = { id: string; kind: string; workspaceId: string; roles: string[]; before: Seen | null; meeting: MeetingSeen }

/** What waits for the minutes of these meetings, in the order it was made. One statement. */
export async function unapprovedIn(db: Reader, meetingIds: readonly string[]): Promise<Unapproved[]> {
  const { rows } = await sql<Omit<Unapproved, 'before' | 'meeting'> & { was: Audience | null; wasFor: string[] | null; state: string | null; audience: Audience; audienceRoles: string[]; askedOn: string | null }>`
    select u.outcome_id as id, item.kind, item.workspace_id as "workspaceId", u.roles, u.audience_before as was, u.roles_before as "wasFor",
      meeting.state, meeting.audience, meeting.audience_roles as "audienceRoles", m.approval_asked_on::text as "askedOn"
    from unapproved_outcome u join item on item.id = u.outcome_id join item meeting on meeting.id = u.meeting_id join meeting m on m.id = meeting.id
    where u.meeting_id = any(${[...meetingIds]}::uuid[]) order by u.outcome_id`.execute(db)
  return rows.map(({ id, kind, workspaceId, roles, was, wasFor, state, audience, audienceRoles, askedOn }) => ({
    id, kind, workspaceId, roles, before: was === null ? null : { audience: was, roles: wasFor ?? [] }, meeting: { state, audience, roles: audienceRoles, approvalAskedOn: askedOn },
  }))
}

/** The roles that these are for from now on. */
export async function setUnapproved(tx: Tx, rows: readonly { id: string; roles: readonly string[] }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`update unapproved_outcome u set roles = now.roles from json_to_recordset(${JSON.stringify(rows)}::json) as now (id uuid, roles text[]) where u.outcome_id = now.id`.execute(tx)
}

/** These wait no more. */
export async function deleteUnapproved(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('unapproved_outcome').where('outcome_id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
}
