import { z } from 'zod'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { tendOpen } from '../../workspaces/index.ts'
import { close, remindByItself } from './follow-up.actions.ts'
import { openRounds } from './round.store.ts'

/** Closes rounds whose deadline's whole day is over, and reminds of those that end soon. Run twice it does each once. */
export const tendRounds = async (platform: Platform, now: Temporal.Instant): Promise<void> =>
  tendOpen(platform, now, await openRounds(platform.db), {
    close: (work, workspace, round) => close(work, platform, workspace, round), remind: (work, workspace, round) => remindByItself(work, platform, workspace, round),
  })

/** Every hour, so that a house that was down at midnight closes when it is up again. */
export const statusJob = (platform: Platform): Job =>
  defineJob({ name: 'status-rounds', input: z.object({}), schedule: '10 * * * *', run: ({ now }) => tendRounds(platform, now) })
