/** Jobs: queued in the caller's transaction, run by workers in any number of processes, their effect counted once. */
import type { Tx } from '../db/database.ts'
import { affectedBy, bossOn } from './queue.ts'

export { defineJob, type AnyJob, type Job, type JobContext } from './job.ts'
export { makeQueues, migrateJobs } from './migrate-jobs.ts'
export { failedJobs, jobStatus, sweepProgress, type FailedJob, type JobState, type JobStatus } from './progress.store.ts'
export { nextRun } from './cron.ts'
export { failedCount, jobsThat, type ListedJob, type Schedule, schedules } from './list.store.ts'
export { queue, queueAll } from './queue.ts'
export { startWorkers, type Workers, type WorkerSettings } from './workers.ts'

/** Lets a job that failed be tried again; says whether it could be. */
export async function retryJob(tx: Tx, failed: { name: string; id: string }): Promise<boolean> {
  return affectedBy(await bossOn(tx).retry(failed.name, failed.id)) === 1
}

/** Deletes a job that failed or waits; says whether it was there. One that runs is left. */
export async function deleteJob(tx: Tx, job: { name: string; id: string }): Promise<boolean> {
  return affectedBy(await bossOn(tx).deleteJob(job.name, job.id)) === 1
}
