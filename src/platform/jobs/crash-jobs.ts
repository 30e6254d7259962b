import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob } from './job.ts'

/** Writes one row, with pauses in which the crash test kills the process. */
export const effectJob = defineJob({
  name: 'test-effect',
  input: z.object({ key: z.string() }),
  retries: 50,
  firstWaitSeconds: 1,
  longestWaitSeconds: 1,
  longestSeconds: 2,
  atOnce: 4,
  async run({ tx, input }) {
    await sleep(Math.random() * 100)
    await sql`insert into job_test_effect (key) values (${input.key})`.execute(tx)
    await sleep(Math.random() * 100)
  },
})

export const crashingJobs = [effectJob]
