import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { type Database, openDatabase, type Tx } from '../db/database.ts'
import { describeFault } from '../log/fault.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import { oslo } from '../time/oslo.ts'
import type { AnyJob, JobContext } from './job.ts'
import { writeProgress } from './progress.store.ts'
import { affectedBy, jobSchema } from './queue.ts'

export type Workers = {
  /** Takes no more jobs, and waits for those under way. What does not finish in time is rolled back and done by another start. */
  stop(): Promise<void>
}

export type WorkerSettings = {
  url: string
  db: Database
  jobs: readonly AnyJob[]
  clock: Clock
  log: Log
  /** How often to look for jobs, and for jobs whose process died, in seconds. */
  everySeconds?: number
  superviseSeconds?: number
  patienceAtStopMs?: number
}

/** The job was given to somebody else while it ran; what this run did must not count. */
class LostClaim extends Error {
  override name = 'LostClaim'
}

type Claimed = { id: string; retryCount: number; data: unknown; signal: AbortSignal }

/**
 * Runs jobs in this process; any number of processes may do so. Each run is one transaction with the note that the job is done in
 * it, and the note is refused when the claim has passed to another: so an effect counts exactly once, also after kill -9.
 */
export async function startWorkers(settings: WorkerSettings): Promise<Workers> {
  const { url, db, jobs, clock, log, everySeconds = 1, superviseSeconds = 15, patienceAtStopMs = 20_000 } = settings
  // Lines of its own: looking for jobs shall not wait for pages, nor they for it.
  const looking = openDatabase(url, { max: 3, name: 'tradverk-jobs', onIdleError: (error) => log.warn('idle connection lost', { error }) })
  const boss = new PgBoss({
    db: fromKysely(looking),
    schema: jobSchema,
    // The tables are made in the migration step; a worker never changes them.
    migrate: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  })
  boss.on('error', (error) => log.warn('job queue is in trouble', { error }))

  async function run(job: AnyJob, claimed: Claimed): Promise<void> {
    const attempt = claimed.retryCount + 1
    const fields = { job: job.name, jobId: claimed.id, attempt }
    const began = performance.now()
    try {
      await db.transaction().execute(async (tx) => {
        await patient(tx, job.longestSeconds)
        const context: Omit<JobContext<unknown>, 'input'> = {
          tx, db, now: clock(), jobId: claimed.id, attempt, signal: claimed.signal,
          progress: (done, total) => writeProgress(db, claimed.id, done, total, clock()),
        }
        await job.run({ ...context, input: job.input.parse(claimed.data) as never })
        const settled = await boss.complete(job.name, { id: claimed.id, retryCount: claimed.retryCount }, null, { db: fromKysely(tx) })
        if (affectedBy(settled) !== 1) throw new LostClaim('The job was given to another worker')
      })
      log.info('job done', { ...fields, ms: Math.round(performance.now() - began) })
    } catch (error) {
      if (error instanceof LostClaim) {
        log.warn('job was lost to another worker', fields)
        return
      }
      log.error('job failed', { ...fields, error })
      // pg-boss keeps what is thrown beside the job, for people to read: the reason, and no values.
      const { name, message } = describeFault(error)
      const told = new Error(`${name}: ${message}`)
      delete told.stack
      throw told
    }
  }

  try {
    await boss.start()
    for (const job of jobs) {
      const options = { pollingIntervalSeconds: everySeconds, includeMetadata: true, localConcurrency: job.atOnce } as const
      await boss.work<object, void, typeof options>(job.name, options, async (claimed) => {
        for (const one of claimed) await run(job, one)
      })
      if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: oslo })
    }
    await forgetOldSchedules(boss, jobs)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    await looking.destroy()
    throw error
  }
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: patienceAtStopMs })
      await looking.destroy()
    },
  }
}

/** A job may think longer between two statements, and in one, than a page may. */
async function patient(tx: Tx, seconds: number): Promise<void> {
  const span = `${seconds}s`
  await sql`
    select set_config('statement_timeout', ${span}, true), set_config('idle_in_transaction_session_timeout', ${span}, true)`.execute(tx)
}

/** A job that is no longer declared, or no longer scheduled, must not go on coming. */
async function forgetOldSchedules(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  const scheduled = new Set(jobs.filter((job) => job.schedule).map((job) => job.name))
  for (const { name, key } of await boss.getSchedules()) {
    if (!scheduled.has(name)) await boss.unschedule(name, key)
  }
}
