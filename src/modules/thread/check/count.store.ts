import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'

/** Keeps how many loose threads there were at the end of the day that was last checked, as the rows still say. Waived ones are not counted. */
export async function keepCounts(tx: Tx, workspaceIds: readonly string[]): Promise<void> {
  const ids = sql`any(${workspaceIds}::uuid[])`
  await sql`
    insert into loose_thread_count (workspace_id, on_date, rule, open_to_all, open_to_members)
    select t.workspace_id, d.checked_on, t.rule, count(*) filter (where item.audience = 'public'),
      count(*) filter (where t.item_id is null or item.audience in ('public', 'workspace'))
    from loose_thread t join loose_thread_day d on d.workspace_id = t.workspace_id left join item on item.id = t.item_id
    where t.workspace_id = ${ids}
      and not exists (select from loose_thread_waiver w where w.workspace_id = t.workspace_id and w.rule = t.rule and w.item_id = t.item_id)
    group by t.workspace_id, d.checked_on, t.rule
    union all
    -- So that a day with none is a day, and not a hole.
    select workspace_id, checked_on, '', 0, 0 from loose_thread_day where workspace_id = ${ids}
    on conflict (workspace_id, on_date, rule) do update set open_to_all = excluded.open_to_all, open_to_members = excluded.open_to_members`.execute(tx)
}

export type DayCount = { day: string; count: number }

/** How many of these rules' loose threads there were at the end of each day that was kept, the oldest first. */
export async function countsByDay(db: Reader, workspaceId: string, rules: readonly string[], member: boolean, from: string): Promise<DayCount[]> {
  const column = sql.ref(member ? 'open_to_members' : 'open_to_all')
  const { rows } = await sql<DayCount>`${prepared}
    select on_date as day, coalesce(sum(${column}) filter (where rule = any(${rules}::text[])), 0) as count
    from loose_thread_count where workspace_id = ${workspaceId} and on_date >= ${from}::date
    group by on_date order by on_date`.execute(db)
  return rows
}
