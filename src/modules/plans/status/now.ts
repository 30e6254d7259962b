import type { Reader } from '../../../platform/db/database.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { answersIn, countsOf, type RoundCount } from './answer.store.ts'
import { askedIn, sharesIn } from './asked.store.ts'
import { remindable, waitingIn } from './follow-up.actions.ts'
import { roundsOf } from './round.store.ts'
import type { Round } from './status.ts'

/** The round that is under way in a workspace, the one that ends first, with how far it has come and how many may be reminded. */
export type StatusNow = { round: Round; count: RoundCount; toRemind: number }

/** What the overview and the plan say of the round under way; null when there is none. */
export async function statusNow(db: Reader, workspaceId: string, now: Temporal.Instant): Promise<StatusNow | null> {
  const [round] = (await roundsOf(db, workspaceId, 20)).filter((one) => one.state === 'open' && !isPast(one.dueOn, now)).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (!round) return null
  const [counts, people, shares, answers] = await Promise.all([countsOf(db, [round.id]), askedIn(db, round.id), sharesIn(db, round.id), answersIn(db, [round.id])])
  const count = counts.get(round.id)
  return count ? { round, count, toRemind: remindable(waitingIn(people, shares, answers), now).length } : null
}
