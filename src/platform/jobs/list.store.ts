import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'
import { jobSchema } from './queue.ts'

/** Work that waits, runs, or has stopped. `at` is when it was put there, began or stopped. */
export type ListedJob = { id: string; name: string; attempts: number; at: Temporal.Instant; next: Temporal.Instant | null; why: string | null }

const jobTable = sql.table(`${jobSchema}.job`)

/** Work in one state: what waits by when it begins, the rest the newest first. */
export async function jobsThat(db: Reader, state: 'waiting' | 'running' | 'failed', limit = 50): Promise<ListedJob[]> {
  const states = { waiting: ['created', 'retry'], running: ['active'], failed: ['failed'] }[state]
  const at = { waiting: sql`created_on`, running: sql`started_on`, failed: sql`completed_on` }[state]
  const order = state === 'waiting' ? sql`start_after, created_on` : sql`${at} desc`
  return (await sql<ListedJob>`
    select id, name, retry_count + 1 as attempts, ${at} as at, case when state in ('created', 'retry') then start_after end as next, output ->> 'message' as why
    from ${jobTable} where state::text = any(${states}::text[]) order by ${order} limit ${limit}`.execute(db)).rows
}

export type Schedule = { name: string; cron: string; last: Temporal.Instant | null }

/** What comes by itself, and when it was last done. */
export async function schedules(db: Reader): Promise<Schedule[]> {
  return (await sql<Schedule>`
    select s.name, s.cron, (select max(completed_on) from ${jobTable} j where j.name = s.name and j.state = 'completed') as last from ${sql.table(`${jobSchema}.schedule`)} s order by s.name`.execute(db)).rows
}

/** How many have stopped for good: one expression, for the list of what to look at. */
export const failedCount = sql<number>`(select count(*) from ${jobTable} where state = 'failed')`
