import { z } from 'zod'
import { appendEvents } from '../../../platform/audit/record.ts'
import { installation } from '../../../platform/audit/installation.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { verifyAll } from '../../verify/index.ts'
import { noteVerified } from './storage.store.ts'

export const verifyJobName = 'verify'
const input = z.object({ run: z.uuid() })
type Input = z.infer<typeof input>

/** Only its name and input: enough to ask for it. */
export const verifyAsked: Job<Input> = defineJob({ name: verifyJobName, input, run: async () => {} })

/** Goes through the whole house, as `npm run verify` does, and keeps what it found for the administrators. */
export const verifyJob = ({ db, files, auditKey, config }: Platform, catalogue: Catalogue): Job<Input> =>
  defineJob({
    name: verifyJobName, input, retries: 1, longestSeconds: 4 * 3_600,
    async run({ input: { run }, tx, now }) {
      const found = await verifyAll({ db, files, catalogue, dataDir: config.dataDir, auditKey, now })
      await noteVerified(tx, run, found, now)
      await appendEvents(tx, auditKey, { personId: null, via: 'job', at: now }, [{ workspaceId: installation, what: 'house.verified', body: { sound: found.sound } }])
    },
  })
