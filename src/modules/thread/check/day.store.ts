import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'

/**
 * Rechecks of one workspace wait for each other: two at once could each overlook what the other is about to commit.
 * Returns the day that was last checked, or `new` when there was none.
 */
export async function holdWorkspace(tx: Tx, workspaceId: string, today: string): Promise<string> {
  const { rows } = await sql<{ checked_on: string; fresh: boolean }>`
    insert into loose_thread_day (workspace_id, checked_on) values (${workspaceId}, ${today})
    on conflict (workspace_id) do update set checked_on = loose_thread_day.checked_on
    returning checked_on, xmax = 0 as fresh`.execute(tx)
  const [row] = rows
  return !row || row.fresh ? 'new' : row.checked_on
}

export async function beginDay(tx: Tx, workspaceId: string, today: string): Promise<void> {
  await tx.updateTable('loose_thread_day').set({ checked_on: today }).where('workspace_id', '=', workspaceId).execute()
}

/** The workspaces that have been checked, but not today. */
export async function everChecked(db: Reader, today: string): Promise<string[]> {
  const rows = await db.selectFrom('loose_thread_day').select('workspace_id').where('checked_on', '<>', today).orderBy('workspace_id').execute()
  return rows.map((row) => row.workspace_id)
}
