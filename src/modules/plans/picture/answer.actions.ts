import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Channel } from '../../workspaces/index.ts'
import { type Answer, draftOf, lockAnswer, markSent, saveDraft, sentOf } from './answer.store.ts'
import { maySend, type Rating, sameRatings } from './rating.ts'
import { phaseOf, type Round } from './round.ts'
import { holdRound } from './round.store.ts'

/**
 * Keeps what somebody is writing, if the answer is as they saw it. The same again changes nothing, so that a form that is sent twice, or saved by the page
 * and by the button, is well either way. Nobody else sees it. Returns the answer's version.
 */
export async function keepDraft(work: Work, answer: Answer, version: number, said: readonly Rating[]): Promise<Outcome<number, 'stale'>> {
  const same = sameRatings(await draftOf(work.tx, answer.id), said)
  if (answer.version !== version) return same ? { done: answer.version } : { refused: 'stale' }
  if (same) return { done: answer.version }
  const saved = await saveDraft(work.tx, answer.id, version, said, { personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  return saved === null ? { refused: 'stale' } : { done: saved }
}

/** How an answer comes. */
export type Sender = { channel: Channel; toldBy: string | null; toldOn: string | null }

export type SendRefusal = 'nothing' | 'closed' | 'missing'

/**
 * Sends what is written: from here the organisation has answered. It is still seen by nobody else until the picture is shown. What is sent already, as it
 * stands, is not sent again. Through a link it is taken while the round is open; what was told to the secretariat is taken until the picture is shown.
 */
export async function sendAnswer(work: Work, round: Round, workspaceState: string, answerId: string, sender: Sender): Promise<Outcome<{ sent: boolean }, SendRefusal>> {
  const held = await holdRound(work.tx, round.id)
  const answer = held && (await lockAnswer(work.tx, answerId))
  if (!held || !answer) return { refused: 'missing' }
  const told = sender.toldBy !== null && (held.state === 'open' || held.state === 'closed')
  if (!told && phaseOf(held, workspaceState, work.now) !== 'answering') return { refused: 'closed' }
  const [draft, sent] = [await draftOf(work.tx, answerId), await sentOf(work.tx, answerId)]
  if (!maySend(draft)) return { refused: 'nothing' }
  if (answer.sentAt && sameRatings(draft, sent) && answer.channel === sender.channel) return { done: { sent: false } }
  await markSent(work.tx, answerId, draft, { ...sender, personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  // The event says that they answered. What they said stands in the answer alone.
  work.record({ workspaceId: held.workspaceId, what: 'picture.answered', body: { round: held.id, number: held.number, organisation: answer.organisationId, channel: sender.channel } })
  return { done: { sent: true } }
}
