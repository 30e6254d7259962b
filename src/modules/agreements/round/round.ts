import { isPast, osloDate } from '../../../platform/time/oslo.ts'
import { isAnswering } from '../../workspaces/index.ts'

/** Written; asked and taking answers; over, and seen by nobody but those who wrote; shown, and taking replies. */
export type RoundState = 'draft' | 'open' | 'closed' | 'released'

/** Who sees all answers when they are shown: the members of the workspace, or also all who were asked. */
export const audiences = ['asked', 'members'] as const
export type ShownTo = (typeof audiences)[number]

/** A round in which a workspace asks what organisations expect of each other. Days are whole days in Oslo ('YYYY-MM-DD'). */
export type Round = {
  id: string
  workspaceId: string
  number: number
  title: string
  message: string | null
  dueOn: string
  shownTo: ShownTo
  state: RoundState
  version: number
  madeBy: string | null
  askedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  releasedAt: Temporal.Instant | null
  replyBy: string | null
}

/** What is done through a link now: an answer is written, replies are given, or it is only read. */
export type Phase = 'answering' | 'waiting' | 'replying' | 'over'

/**
 * What a round takes now: answers through the whole day of its deadline, then nothing until the answers are shown, then replies
 * through the whole day of theirs. In a workspace that is not in use it takes nothing.
 */
export function phaseOf(round: Pick<Round, 'state' | 'dueOn' | 'replyBy'>, workspaceState: string, now: Temporal.Instant): Phase {
  if (round.state === 'released') return workspaceState === 'active' && round.replyBy !== null && !isPast(round.replyBy, now) ? 'replying' : 'over'
  return isAnswering(round, workspaceState, now) ? 'answering' : 'waiting'
}

/** Deadlines to begin with: three weeks for an answer, two for a reply. */
export const usualDeadline = (now: Temporal.Instant): string => osloDate(now).add({ days: 21 }).toString()
export const usualReplyBy = (now: Temporal.Instant): string => osloDate(now).add({ days: 14 }).toString()
