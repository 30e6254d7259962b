import { z } from 'zod'
import { inTransaction } from '../../../platform/db/work.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { findWorkspaceById, isReminderTime } from '../../workspaces/index.ts'
import { close, remindByItself } from './follow-up.actions.ts'
import { openRounds } from './round.store.ts'

const nobody = { person: null, memberships: [], lang: 'nb' } as const

/** Closes evaluations whose deadline's whole day is over, and reminds of those that end soon. Run twice it does each once. */
export async function tendEvaluations(platform: Platform, now: Temporal.Instant): Promise<void> {
  for (const round of await openRounds(platform.db)) {
    const over = isPast(round.dueOn, now)
    if (!over && !isReminderTime({ state: 'open', dueOn: round.dueOn, remindedAt: round.remindedAt }, now)) continue
    const workspace = await findWorkspaceById(platform.db, round.workspaceId)
    // A unit of work each: one that fails does not hold up the others when the job is tried again.
    await inTransaction(platform, { viewer: nobody, now, via: 'job' }, async (work) => ({ done: await (over ? close(work, platform, workspace, round) : remindByItself(work, platform, workspace, round)) }))
  }
}

/** Every hour, so that a house that was down at midnight closes when it is up again. */
export const evaluationJob = (platform: Platform): Job =>
  defineJob({ name: 'evaluations', input: z.object({}), schedule: '35 * * * *', run: ({ now }) => tendEvaluations(platform, now) })
