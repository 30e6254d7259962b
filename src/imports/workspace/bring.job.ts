import { z } from 'zod'
import { inTransaction } from '../../platform/db/work.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { defineJob, type Job } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import { bringWorkspace } from './bring.ts'
import { refuseIntake } from './exchange.store.ts'

type Input = { intakeId: string; personId: string; invite: boolean }

/** Makes a workspace of what an administrator has brought, as long as they still are one. Run twice it is made once. */
export const bringJob = (platform: Platform, catalogue: Catalogue): Job<Input> =>
  defineJob({
    name: 'workspace-bring',
    input: z.object({ intakeId: z.string(), personId: z.string(), invite: z.boolean() }),
    retries: 2,
    longestSeconds: 900,
    async run({ input: { intakeId, personId, invite }, tx, db, now, progress }) {
      const viewer = await viewerOfPerson(db, personId, now)
      if (!viewer?.person?.administrator) return
      const brought = await inTransaction(platform, { viewer, now, via: 'job' }, (work) => bringWorkspace(work, platform, catalogue, intakeId, { invite, progress }))
      if ('refused' in brought) await refuseIntake(tx, intakeId, brought.refused)
    },
  })
