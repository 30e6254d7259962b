import { z } from 'zod'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { checkNewDay } from './recheck.ts'

/** A little after midnight in Oslo the rules about dates are asked, so that the first reader of the day does not wait. */
export const checkNewDayJob = (catalogue: Catalogue): Job =>
  defineJob({ name: 'thread-check-day', input: z.object({}), schedule: '5 0 * * *', run: async ({ db, now }) => void (await checkNewDay(db, catalogue, now)) })
