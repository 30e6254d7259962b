import { sql } from 'kysely'
import type { Database, Reader } from '../db/database.ts'
import { jobSchema } from './queue.ts'

export type JobState = 'waiting' | 'running' | 'done' | 'failed'
export type JobStatus = { name: string; state: JobState; done: number; total: number }

/** Notes how far a job has come, outside its transaction, so that it is seen before the job is done. */
export async function writeProgress(db: Database, jobId: string, done: number, total: number, now: Temporal.Instant): Promise<void> {
  const values = { done, total, at: now.toString() }
  await db
    .insertInto('job_progress')
    .values({ job_id: jobId, ...values })
    .onConflict((conflict) => conflict.column('job_id').doUpdateSet(values))
    .execute()
}

/** Where a job is and how far it has come; null when there is no such job (any more). */
export async function jobStatus(db: Reader, jobId: string): Promise<JobStatus | null> {
  const { rows } = await sql<JobStatus>`
    select job.name,
      case when job.state in ('created', 'retry') then 'waiting' when job.state = 'active' then 'running'
        when job.state = 'completed' then 'done' else 'failed' end as state,
      coalesce(progress.done, 0) as done, coalesce(progress.total, 0) as total
    from ${sql.table(`${jobSchema}.job`)} as job left join job_progress as progress on progress.job_id = job.id
    where job.id::text = ${jobId}`.execute(db)
  return rows[0] ?? null
}

export type FailedJob = { id: string; name: string; attempts: number; failed_at: Temporal.Instant; why: string | null }

/** Jobs that have failed after every try, newest first: an administrator sees them, and can let them be tried again. */
export async function failedJobs(db: Reader, limit = 50): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id, name, retry_count + 1 as attempts, completed_on as failed_at, output ->> 'message' as why
    from ${sql.table(`${jobSchema}.job`)} where state = 'failed' order by completed_on desc limit ${limit}`.execute(db)
  return rows
}

/** Removes notes of progress that nobody waits for any more. */
export async function sweepProgress(db: Database, before: Temporal.Instant): Promise<number> {
  const since = sql<Temporal.Instant>`${before.toString()}::timestamptz`
  const { numDeletedRows } = await db.deleteFrom('job_progress').where('at', '<', since).executeTakeFirst()
  return Number(numDeletedRows)
}
