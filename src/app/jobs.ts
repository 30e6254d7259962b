import { z } from 'zod'
import { statusJob } from '../modules/plans/index.ts'
import { checkNewDayJob } from '../modules/thread/index.ts'
import { invitationsJob } from '../modules/workspaces/index.ts'
import { planImportJobs, sweepReadings } from '../imports/plan-pages/index.ts'
import { noteHeads } from '../platform/audit/heads.ts'
import { sweepDrafts } from '../platform/draft/draft.store.ts'
import { sweepFiles } from '../platform/files/file.store.ts'
import { indexOutdated } from '../platform/item/item.store.ts'
import { type AnyJob, defineJob, sweepProgress } from '../platform/jobs/jobs.ts'
import { sweepLimits } from '../platform/limits/limits.ts'
import { purgeMails } from '../platform/mail/mail.ts'
import { sweepTrips } from '../platform/oidc/trip.store.ts'
import { sweepPasses } from '../platform/pass/pass.ts'
import type { Platform } from '../platform/platform.ts'
import { sweepSessions } from '../platform/session/sweep.ts'
import { digestJobs } from '../portal/me/digest/digest.job.ts'
import { keysJob } from '../portal/keys/keys.job.ts'
import { successionJob } from '../portal/succession/job.ts'
import { catalogue } from './app.ts'

const daysMailIsKept = 90
const daysDraftIsKept = 90
/** A link that has ended still tells what came of what was answered. */
const daysPassIsKept = 365

/** Every job of the house. What takes long or comes by itself is here, and nowhere else. */
export function jobsOf(platform: Platform): readonly AnyJob[] {
  const { db, files, config } = platform
  const nightly = defineJob({
    name: 'nightly',
    input: z.object({}),
    schedule: '15 3 * * *',
    async run({ now }) {
      await noteHeads(db, config.dataDir, now)
      await sweepSessions(db, now)
      await sweepTrips(db, now)
      await sweepPasses(db, now.subtract({ hours: 24 * daysPassIsKept }))
      await sweepLimits(db, now)
      await sweepDrafts(db, now.subtract({ hours: 24 * daysDraftIsKept }))
      await sweepFiles(db, files, now)
      await purgeMails(db, now.subtract({ hours: 24 * daysMailIsKept }))
      await sweepProgress(db, now.subtract({ hours: 24 * 7 }))
      await sweepReadings(db, now.subtract({ hours: 24 }))
    },
  })
  // What was indexed by an older program is made findable by the rules of this one, a little at a time.
  const reindex = defineJob({
    name: 'reindex',
    input: z.object({}),
    schedule: '*/5 * * * *',
    async run() {
      while ((await db.transaction().execute((tx) => indexOutdated(tx, [...catalogue.kinds.values()], 500))) > 0);
    },
  })
  return [nightly, reindex, checkNewDayJob(catalogue), successionJob(platform, catalogue), invitationsJob(platform), keysJob(platform), statusJob(platform), ...planImportJobs(platform), ...digestJobs(catalogue, platform)]
}
