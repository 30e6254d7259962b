import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'

/**
 * Rechecks of one workspace wait for each other: two at once could each overlook what the other is about to commit. Several are held in the order
 * of their ids, always, so that two who hold several never wait for each other. Says by workspace which day was last checked, or `new` when there was
 * none; and of what kinds these items are, also those that are removed.
 */
export async function holdWorkspaces(tx: Tx, workspaceIds: readonly string[], today: string, items: readonly string[] = []): Promise<{ days: Map<string, string>; kindOf: Map<string, string> }> {
  // What follows takes longer to plan than to do, and is planned alike whatever the workspace.
  const { rows } = await sql<{ workspace_id: string; checked_on: string; fresh: boolean; kinds: Record<string, string> | null }>`${prepared}
    insert into loose_thread_day (workspace_id, checked_on) select held.id, ${today}::date from unnest(${workspaceIds}::uuid[]) held (id) order by held.id
    on conflict (workspace_id) do update set checked_on = loose_thread_day.checked_on
    returning workspace_id, checked_on, xmax = 0 as fresh,
      (select jsonb_object_agg(item.id, item.kind) from item where item.id = any(${items}::uuid[])) as kinds,
      set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx)
  return { days: new Map(rows.map((row) => [row.workspace_id, row.fresh ? 'new' : row.checked_on])), kindOf: new Map(Object.entries(rows[0]?.kinds ?? {})) }
}

export async function beginDay(tx: Tx, workspaceIds: readonly string[], today: string): Promise<void> {
  await tx.updateTable('loose_thread_day').set({ checked_on: today }).where('workspace_id', '=', sql<string>`any(${workspaceIds}::uuid[])`).execute()
}

/** A workspace, and about how much is in it. */
export type Room = { id: string; size: number }

/** Workspaces in the order of their ids; with a day only those that have been checked, but not on that day. */
export async function roomsToCheck(db: Reader, notOn: string | null): Promise<Room[]> {
  const rows = await db
    .selectFrom('workspace')
    .leftJoin('loose_thread_day as d', 'd.workspace_id', 'workspace.id')
    .select(['workspace.id', 'workspace.next_number as size'])
    .$if(notOn !== null, (query) => query.where('d.checked_on', '<>', notOn))
    .orderBy('workspace.id')
    .execute()
  return rows
}
