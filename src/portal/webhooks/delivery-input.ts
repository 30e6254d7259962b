import { z } from 'zod'
import { defineJob, type Job } from '../../platform/jobs/jobs.ts'

/** The first try at once, then with longer and longer waits, the last about a day after. */
export const tries = { retries: 17, firstWaitSeconds: 15, longestWaitSeconds: 10_800 } as const

/** What is queued for one message to one receiver. The job that carries it out is made where the platform is at hand. */
export const deliveryJobInput: Job<{ delivery: string }> = defineJob({
  name: 'webhook', input: z.object({ delivery: z.guid() }), ...tries, longestSeconds: 60, atOnce: 3,
  run: () => Promise.reject(new Error('Carried out by webhookJob')),
})
