import { z } from 'zod'
import { agreementJob, expectationJob } from '../modules/agreements/index.ts'
import { followUpJob } from '../modules/arenas/index.ts'
import { evaluationJob } from '../modules/experiences/index.ts'
import { pictureJob, statusJob } from '../modules/plans/index.ts'
import { checkNewDayJob } from '../modules/thread/index.ts'
import { invitationsJob } from '../modules/workspaces/index.ts'
import { bringJob, exportJob } from '../imports/workspace/index.ts'
import { planImportJobs } from '../imports/plan-pages/index.ts'
import { noteHeads } from '../platform/audit/heads.ts'
import { indexOutdated } from '../platform/item/findable.store.ts'
import { type AnyJob, defineJob } from '../platform/jobs/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { carryOut } from '../platform/retention/index.ts'
import { verifyJob } from '../portal/administration/storage/verify.job.ts'
import { carryOutErasures } from '../portal/personal-data/index.ts'
import { digestJobs } from '../portal/me/digest/digest.job.ts'
import { webhookJob } from '../portal/webhooks/webhook.job.ts'
import { keysJob } from '../portal/keys/keys.job.ts'
import { successionJob } from '../portal/succession/job.ts'
import { makingJob } from '../reports/documents/index.ts'
import { catalogue, printed } from './app.ts'
import { retentions } from './retention.ts'

/** Every job of the house. What takes long or comes by itself is here, and nowhere else. */
export function jobsOf(platform: Platform): readonly AnyJob[] {
  const { db, config } = platform
  const nightly = defineJob({
    name: 'nightly',
    input: z.object({}),
    schedule: '15 3 * * *',
    async run({ now }) {
      await noteHeads(db, config.dataDir, now)
      await carryOut(platform, retentions, now)
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
  // Those who have asked to be deleted, when their day has come; in the daytime too, so that a night without us is made good.
  const erasures = defineJob({
    name: 'erasures',
    input: z.object({}),
    schedule: '40 * * * *',
    async run({ now }) {
      await carryOutErasures(platform, now)
    },
  })
  return [nightly, erasures, verifyJob(platform, catalogue), reindex, checkNewDayJob(catalogue), successionJob(platform, catalogue), invitationsJob(platform), keysJob(platform), webhookJob(platform) as AnyJob, statusJob(platform), pictureJob(platform), followUpJob(platform), expectationJob(platform), evaluationJob(platform), agreementJob(platform), ...planImportJobs(platform), makingJob(platform, printed), exportJob(platform, catalogue), bringJob(platform, catalogue), ...digestJobs(catalogue, platform)]
}
