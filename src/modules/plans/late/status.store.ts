import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'

/** When somebody last said how it goes with each measure: its status or the note about it was set, or somebody answered in a round that it is as before. */
export async function statusSaidAt(db: Reader, workspaceId: string, measureIds: readonly string[]): Promise<Map<string, Temporal.Instant>> {
  if (measureIds.length === 0) return new Map()
  const { rows } = await sql<{ item_id: string; at: Temporal.Instant }>`
    select item_id, max(at) as at from (
      select answer.item_id, sending.sent_at as at from status_answer answer join status_sending sending on sending.answer_id = answer.id
      where answer.item_id = any(${measureIds}::uuid[]) and not sending.not_ours
      union all
      select item_id, at from (
      select item_id, at, row_number() over versions as place,
        row(body->>'state', body->'fields'->>'status_note') as said,
        lag(row(body->>'state', body->'fields'->>'status_note')) over versions as said_before
      from event
      where workspace_id = ${workspaceId} and item_id = any(${measureIds}::uuid[]) and item_version is not null
      window versions as (partition by item_id order by item_version)
    ) version
    where place = 1 or said is distinct from said_before
    ) told
    group by item_id`.execute(db)
  return new Map(rows.map((row) => [row.item_id, row.at]))
}
