import { fromKysely, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Reader, Tx } from '../db/database.ts'
import type { Job } from './job.ts'

export const jobSchema = 'pgboss'

/** pg-boss on a connection of ours, for single calls: it is not started, and keeps nothing between them. */
export const bossOn = (db: Reader): PgBoss =>
  new PgBoss({ db: fromKysely(db), schema: jobSchema, migrate: false, supervise: false, schedule: false })

/** How many jobs a command of pg-boss changed; its types leave the answer out. */
export const affectedBy = (answer: object): number => z.object({ affected: z.number() }).parse(answer).affected

export type QueueOptions = { startAfter?: Temporal.Instant }

/** Queues a job in the caller's transaction: it runs if and only if that is committed. Returns the job's id. */
export async function queue<Input extends object>(tx: Tx, job: Job<Input>, data: Input, { startAfter }: QueueOptions = {}): Promise<string> {
  const when = startAfter ? { startAfter: new Date(startAfter.epochMilliseconds) } : {}
  const id = await bossOn(tx).send(job.name, job.input.parse(data), when)
  if (!id) throw new Error(`Job ${job.name} was not queued`)
  return id
}

/** Queues one job for each input, in one statement; see `queue`. */
export async function queueAll<Input extends object>(tx: Tx, job: Job<Input>, inputs: readonly Input[]): Promise<void> {
  if (inputs.length > 0) await bossOn(tx).insert(job.name, inputs.map((input) => ({ data: job.input.parse(input) })))
}
