import { osloDate } from '../../../platform/time/oslo.ts'
import { isAnswering } from '../../workspaces/index.ts'

/** Written; asked and taking answers; over, and seen by nobody but those who wrote; shown. */
export type RoundState = 'draft' | 'open' | 'closed' | 'shown'

/** A round in which organisations rate the challenges. `dueOn` is a whole day in Oslo ('YYYY-MM-DD'). */
export type Round = {
  id: string
  workspaceId: string
  number: number
  title: string
  message: string | null
  dueOn: string
  state: RoundState
  version: number
  madeBy: string | null
  askedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  shownAt: Temporal.Instant | null
}

/** What is done through a link now: an answer is written, nothing yet, or the picture is read. */
export type Phase = 'answering' | 'waiting' | 'shown'

/** What a round takes now: answers through the whole day of its deadline, and nothing after it. In a workspace that is not in use it takes nothing. */
export function phaseOf(round: Pick<Round, 'state' | 'dueOn'>, workspaceState: string, now: Temporal.Instant): Phase {
  if (round.state === 'shown') return 'shown'
  return isAnswering(round, workspaceState, now) ? 'answering' : 'waiting'
}

/** About how many challenges one round may ask: a form that is longer is not filled in on a phone. */
export const mostChallenges = 20

/** A deadline to begin with: two weeks from today. */
export const usualDeadline = (now: Temporal.Instant): string => osloDate(now).add({ days: 14 }).toString()
