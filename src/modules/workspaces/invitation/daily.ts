import { z } from 'zod'
import { inTransaction, type Work } from '../../../platform/db/work.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { daysBeforeReminder, daysBetweenMails } from './invitation.ts'
import { claimDue, expireBefore } from './invitation.store.ts'
import { mailInvitation, type Post } from './send.actions.ts'

/** A run sends at most this many; the rest are sent by the next. */
const most = 200

/** Sends the reminders that are due, each once, and says of what nobody answered that it has expired. */
export async function dailyInvitations(work: Work, post: Post): Promise<{ reminded: number; expired: number }> {
  const day = osloDate(work.now)
  const expired = await expireBefore(work.tx, day.toString())
  for (const { id, workspaceId } of expired) work.record({ workspaceId, what: 'invitation.expired', body: { invitation: id } })
  const due = await claimDue(work.tx, {
    now: work.now, today: day.toString(), lastDayBy: day.add({ days: daysBeforeReminder }).toString(), mailedBefore: work.now.subtract({ hours: 24 * daysBetweenMails }),
  }, most)
  for (const invitation of due) {
    await mailInvitation(work, post, invitation, 'reminder')
    work.record({ workspaceId: invitation.workspaceId, what: 'invitation.reminded', body: { invitation: invitation.id } })
  }
  return { reminded: due.length, expired: expired.length }
}

/** Every morning. Run twice it sends once: what it has claimed is not due any more. */
export const invitationsJob = (platform: Platform): Job =>
  defineJob({
    name: 'invitations',
    input: z.object({}),
    schedule: '10 7 * * *',
    async run({ now }) {
      const nobody = { person: null, memberships: [], lang: 'nb' } as const
      await inTransaction(platform, { viewer: nobody, now, via: 'job' }, async (work) => ({ done: await dailyInvitations(work, { passKey: platform.passKey, baseUrl: platform.config.baseUrl }) }))
    },
  })
