import { z } from 'zod'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { type AnyJob, defineJob, queueAll } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { readersOf } from './digest.store.ts'
import { mondayOf } from './digest.ts'
import { writeDigest } from './write-digest.ts'

/** On Monday at seven in Oslo: who gets a mail of the week, and then each of them by themselves, so that one that fails holds up nobody. */
export function digestJobs(catalogue: Catalogue, { config, passKey }: Platform): readonly AnyJob[] {
  const one = defineJob({
    name: 'digest-of-person',
    input: z.object({ personId: z.uuid(), monday: z.iso.date() }),
    atOnce: 2,
    async run({ tx, input: { personId, monday }, now }) {
      await writeDigest(tx, { catalogue, passKey, baseUrl: config.baseUrl }, personId, monday, now)
    },
  })
  const all = defineJob({
    name: 'digests',
    input: z.object({}),
    schedule: '0 7 * * 1',
    async run({ tx, now }) {
      const monday = mondayOf(now)
      const readers = await readersOf(tx, monday, osloDate(now).toString())
      await queueAll(tx, one, readers.map((personId) => ({ personId, monday })))
    },
  })
  return [one, all]
}
