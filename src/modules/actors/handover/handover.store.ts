import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** What may be left when somebody leaves: a measure or a task that they answer for, a role for the organisation, a question that was sent to them. */
export type LeftBehind = { what: 'measure' | 'follow_up' | 'membership' | 'question'; subjectId: string; workspaceId: string; /** Who is to see to it; nobody in particular is those who lead the workspace. */ receiverId: string | null }

export type Leaving = { personId: string; organisationId: string; lastDay: string; proposedId: string | null; by: string | null; at: Temporal.Instant }

/** Raises what is left behind, each once: what stands raised already is left as it is. Returns what was raised now. */
export async function raiseHandovers(tx: Tx, leaving: Leaving, left: readonly LeftBehind[]): Promise<LeftBehind[]> {
  if (left.length === 0) return []
  const { rows } = await sql<LeftBehind>`
    insert into handover (id, workspace_id, person_id, organisation_id, last_day, what, subject_id, receiver_id, proposed_id, raised_at, raised_by)
    select r.id, r.workspace_id, ${leaving.personId}, ${leaving.organisationId}, ${leaving.lastDay}::date, r.what, r.subject_id, r.receiver_id, ${leaving.proposedId}::uuid, ${leaving.at.toString()}::timestamptz, ${leaving.by}::uuid
    from json_to_recordset(${JSON.stringify(left.map((one) => ({ id: v7(), workspace_id: one.workspaceId, what: one.what, subject_id: one.subjectId, receiver_id: one.receiverId })))}::json)
      as r(id uuid, workspace_id uuid, what text, subject_id uuid, receiver_id uuid)
    on conflict (what, subject_id, person_id) where settled_at is null do nothing
    returning what, subject_id as "subjectId", workspace_id as "workspaceId", receiver_id as "receiverId"`.execute(tx)
  return rows
}

/** Settles one that is open: somebody else has it now, or it is not needed. Says whether it was open. */
export async function settleHandover(tx: Tx, id: string, settled: { outcome: 'given' | 'not_needed'; givenTo: string | null; by: string; at: Temporal.Instant }): Promise<boolean> {
  const updated = await tx
    .updateTable('handover')
    .set({ settled_at: settled.at.toString(), settled_by: settled.by, outcome: settled.outcome, given_to: settled.givenTo })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
