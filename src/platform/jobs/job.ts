import type { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'

/** What a job is given when it runs. */
export type JobContext<Input> = {
  input: Input
  /** What the job changes goes in here: it is committed together with the note that the job is done, once. */
  tx: Tx
  /** For reads that shall not wait for the transaction, and for work that can safely be done twice. */
  db: Database
  now: Temporal.Instant
  jobId: string
  /** 1 the first time. */
  attempt: number
  /** Tells the page that waits how far it has come; seen at once, also before the transaction is committed. */
  progress(done: number, total: number): Promise<void>
  /** Aborted when the job has run too long or the program is stopping. */
  signal: AbortSignal
}

export type JobSettings = {
  /** Tries after the first. The wait doubles each time, from `firstWaitSeconds` up to `longestWaitSeconds`. */
  retries: number
  firstWaitSeconds: number
  longestWaitSeconds: number
  /** A run longer than this is taken to be dead. */
  longestSeconds: number
  /** How many run at the same time in one process. */
  atOnce: number
  /** A cron expression in Oslo time, for a job that comes by itself; its input is then empty. */
  schedule?: string
}

export type Job<Input extends object = object> = JobSettings & {
  name: string
  input: z.ZodType<Input>
  run(context: JobContext<Input>): Promise<void>
}

/** A job of any input, as the list of all jobs holds it. */
export type AnyJob = JobSettings & { name: string; input: z.ZodType; run(context: JobContext<never>): Promise<void> }

/**
 * Declares a job. Its input holds ids, not personal data: it lies in the queue in plain text. `run` may be called more than
 * once; what it writes through `tx` counts once.
 */
export function defineJob<Input extends object>(
  job: { name: string; input: z.ZodType<Input>; run(context: JobContext<Input>): Promise<void> } & Partial<JobSettings>,
): Job<Input> {
  return { retries: 5, firstWaitSeconds: 15, longestWaitSeconds: 3_600, longestSeconds: 900, atOnce: 1, ...job }
}
