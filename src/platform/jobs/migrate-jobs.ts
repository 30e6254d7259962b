import { PgBoss } from 'pg-boss'
import type { AnyJob } from './job.ts'
import { jobSchema } from './queue.ts'

/** Options that a queue takes from its job. The heartbeat tells a job whose process died from one that works long. */
const settingsOf = (job: AnyJob) => ({
  retryLimit: job.retries,
  retryDelay: job.firstWaitSeconds,
  retryBackoff: true,
  retryDelayMax: job.longestWaitSeconds,
  expireInSeconds: job.longestSeconds,
  heartbeatSeconds: 30,
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 30 * 86_400,
})

/**
 * Makes or brings up to date pg-boss's own tables (schema `pgboss`) and one queue for each job. Run in the migration step,
 * after our own migrations. Can be run again at any time.
 */
export const migrateJobs = (url: string, jobs: readonly AnyJob[]): Promise<void> =>
  atBoss(url, async (boss) => {
    for (const job of jobs) {
      await boss.createQueue(job.name, settingsOf(job))
      await boss.updateQueue(job.name, settingsOf(job))
    }
  })

/** Makes pg-boss's tables and queues of these names, for jobs that come from a backup. Their settings come at the next start. */
export const makeQueues = (url: string, names: readonly string[]): Promise<void> =>
  atBoss(url, async (boss) => {
    for (const name of names) await boss.createQueue(name)
  })

async function atBoss(url: string, work: (boss: PgBoss) => Promise<void>): Promise<void> {
  const connection = { connectionString: url, application_name: 'tradverk-migrate', max: 2 }
  const boss = new PgBoss({ ...connection, schema: jobSchema, supervise: false, schedule: false })
  const faults: Error[] = []
  boss.on('error', (fault) => void faults.push(fault))
  await boss.start()
  try {
    await work(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (faults[0]) throw faults[0]
}
