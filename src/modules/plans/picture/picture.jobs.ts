import { z } from 'zod'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { asking, tendOpen } from '../../workspaces/index.ts'
import { pictures } from './pictures.ts'
import { openRounds } from './round.store.ts'

/** Closes rounds whose deadline's whole day is over, and reminds of those that end soon. Run twice it does each once. */
export const tendPictures = async (platform: Platform, now: Temporal.Instant): Promise<void> =>
  tendOpen(platform, now, await openRounds(platform.db), {
    close: (work, workspace, round) => asking.close(work, platform, pictures, workspace, round), remind: (work, workspace, round) => asking.remindByItself(work, platform, pictures, workspace, round),
  })

/** Every hour, so that a house that was down at midnight closes when it is up again. */
export const pictureJob = (platform: Platform): Job =>
  defineJob({ name: 'picture-rounds', input: z.object({}), schedule: '50 * * * *', run: ({ now }) => tendPictures(platform, now) })
