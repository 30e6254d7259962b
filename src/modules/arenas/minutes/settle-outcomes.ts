import type { BeforeCommit, Work } from '../../../platform/db/work.ts'
import { changeAudiences } from '../../../platform/item/item.actions.ts'
import { decision } from '../decision/decision.ts'
import { followUp } from '../follow-up/follow-up.ts'
import { meeting } from '../meeting/meeting.ts'
import { outcomeSeen } from './outcome-audience.ts'
import { deleteUnapproved, setUnapproved, unapprovedIn } from './unapproved.store.ts'

/**
 * Lets what was taken down in these meetings be seen by those who see their minutes, as far as these have come. What somebody has given another
 * audience meanwhile is left as they have it. Some at once, whatever their number.
 */
export async function settleOutcomes(work: Work, meetingIds: readonly string[]): Promise<void> {
  const changed = (await unapprovedIn(work.tx, meetingIds)).flatMap((one) => {
    const { seen, waits } = outcomeSeen(one.meeting, one.before)
    return waits && seen.roles.join() === one.roles.join() ? [] : [{ ...one, seen, waits }]
  })
  if (changed.length === 0) return
  for (const kind of [decision, followUp]) {
    for (const [workspaceId, some] of Map.groupBy(changed.filter((one) => one.kind === kind.name), (one) => one.workspaceId)) {
      await changeAudiences(work, workspaceId, kind, some.map(({ id, roles, seen }) => ({ id, was: roles, ...seen })))
    }
  }
  await setUnapproved(work.tx, changed.filter((one) => one.waits).map(({ id, seen }) => ({ id, roles: seen.roles })))
  await deleteUnapproved(work.tx, changed.filter((one) => !one.waits).map((one) => one.id))
}

/** The same for meetings that were changed in any other way, such as in the form that every item has. */
export const outcomesFollow: BeforeCommit = async (work) => {
  const ids = work.happenings.flatMap(({ what, itemId, body }) => (what === 'item.changed' && itemId && body?.kind === meeting.name ? [itemId] : []))
  if (ids.length > 0) await settleOutcomes(work, [...new Set(ids)])
}
