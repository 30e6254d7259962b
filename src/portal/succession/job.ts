import { z } from 'zod'
import { inTransaction, WorkspaceArchived } from '../../platform/db/work.ts'
import { defineJob, type Job } from '../../platform/jobs/jobs.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Platform } from '../../platform/platform.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { carryOutStep, stepsDue } from '../../modules/actors/index.ts'
import { goingOn } from './open-kinds.ts'

/**
 * Does what workspaces have said yes to, when its day has come: one transaction each, in the name of whoever said it. A day that the
 * program slept through is caught up. Returns how many.
 */
export async function carryOutDue(platform: Platform, catalogue: Catalogue, now: Temporal.Instant): Promise<number> {
  let done = 0
  for (const step of await stepsDue(platform.db, osloDate(now).toString())) {
    const viewer = (step.confirmedBy && (await viewerOfPerson(platform.db, step.confirmedBy, now))) || { person: null, memberships: [], lang: 'nb' as const }
    const outcome = await inTransaction(platform, { viewer, now, via: 'job' }, (work) => carryOutStep(work, catalogue.kinds, goingOn, step.id)).catch((error) => {
      if (error instanceof WorkspaceArchived) return { refused: 'missing' as const }
      throw error
    })
    if ('done' in outcome) done++
  }
  return done
}

export const successionJob = (platform: Platform, catalogue: Catalogue): Job =>
  defineJob({ name: 'succession-day', input: z.object({}), schedule: '10 0 * * *', run: async ({ now }) => void (await carryOutDue(platform, catalogue, now)) })
