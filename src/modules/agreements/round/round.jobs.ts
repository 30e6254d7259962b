import { z } from 'zod'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asking, tendOpen } from '../../workspaces/index.ts'
import { expectations } from './expectations.ts'
import { openRounds } from './round.store.ts'

/** Closes rounds whose deadline's whole day is over, and reminds of those that end soon. Run twice it does each once. */
export const tendExpectations = async (platform: Platform, now: Temporal.Instant): Promise<void> =>
  tendOpen(platform, now, await openRounds(platform.db), {
    close: (work, workspace, round) => asking.close(work, platform, expectations, workspace, round), remind: (work, workspace, round) => asking.remindByItself(work, platform, expectations, workspace, round),
  })

/** Every hour, so that a house that was down at midnight closes when it is up again. */
export const expectationJob = (platform: Platform): Job =>
  defineJob({ name: 'expectation-rounds', input: z.object({}), schedule: '20 * * * *', run: ({ now }) => tendExpectations(platform, now) })
