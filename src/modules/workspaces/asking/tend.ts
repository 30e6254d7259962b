import { inTransaction, type Work } from '../../../platform/db/work.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { findWorkspaceById, type Workspace } from '../workspace.store.ts'
import { isReminderTime } from './asking.ts'

const nobody = { person: null, memberships: [], lang: 'nb' } as const

/** A round that is under way, as far as the clock is concerned with it. */
type Tended = { workspaceId: string; state: string; dueOn: string; remindedAt: Temporal.Instant | null }
type Tending<R> = { close(work: Work, workspace: Workspace, round: R): Promise<unknown>; remind(work: Work, workspace: Workspace, round: R): Promise<unknown> }

/**
 * Closes rounds whose deadline's whole day is over, and reminds of those that end soon: for the job of every kind of round. A unit of work each, so that
 * one that fails does not hold up the others when the job is tried again; `close` and `remind` do what they do once.
 */
export async function tendOpen<R extends Tended>(platform: Platform, now: Temporal.Instant, rounds: readonly R[], { close, remind }: Tending<R>): Promise<void> {
  for (const round of rounds) {
    const over = isPast(round.dueOn, now)
    if (!over && !isReminderTime(round, now)) continue
    const workspace = await findWorkspaceById(platform.db, round.workspaceId)
    await inTransaction(platform, { viewer: nobody, now, via: 'job' }, async (work) => ({ done: await (over ? close(work, workspace, round) : remind(work, workspace, round)) }))
  }
}
