import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { jobSchema } from '../jobs/queue.ts'
import type { Counts } from './metrics.ts'

type Row = {
  jobs_waiting: number; jobs_running: number; jobs_failed: number; jobs_oldest: number
  mails_waiting: number; mails_held: number; mails_failed: number; mails_bounced: number; mails_oldest: number; sessions: number
}

/** Counts in one statement what all processes share. Failed jobs, and mails that failed or came back, are those that are still kept. */
export async function countAll(db: Database, now: Temporal.Instant): Promise<Counts> {
  const at = sql`${now.toString()}::timestamptz`
  const { rows } = await sql<Row>`
    with job as (
      select count(*) filter (where state in ('created', 'retry') and start_after <= ${at})::int as jobs_waiting, count(*) filter (where state = 'active')::int as jobs_running,
        count(*) filter (where state = 'failed')::int as jobs_failed,
        coalesce(extract(epoch from ${at} - min(start_after) filter (where state in ('created', 'retry') and start_after <= ${at})), 0)::float8 as jobs_oldest
      from ${sql.table(`${jobSchema}.job`)}),
    letter as (
      select count(*) filter (where sent_at is null and failed_at is null and held_why is null)::int as mails_waiting,
        count(*) filter (where sent_at is null and failed_at is null and held_why is not null)::int as mails_held,
        count(*) filter (where failed_why = 'server')::int as mails_failed, count(*) filter (where bounced_at is not null)::int as mails_bounced,
        coalesce(extract(epoch from ${at} - min(created_at) filter (where sent_at is null and failed_at is null and held_why is null)), 0)::float8 as mails_oldest
      from mail)
    select job.*, letter.*, (select count(*)::int from session where expires_at > ${at}) as sessions from job, letter`.execute(db)
  const row = rows[0] as Row
  return {
    jobs: { waiting: row.jobs_waiting, running: row.jobs_running, failed: row.jobs_failed, oldestSeconds: row.jobs_oldest },
    mails: { waiting: row.mails_waiting, held: row.mails_held, failed: row.mails_failed, bounced: row.mails_bounced, oldestSeconds: row.mails_oldest },
    sessions: row.sessions,
  }
}
