import type { Channel } from '../../workspaces/index.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { type Answer, draftOf, lockAnswer, markSent, saveDraft, sentOf } from './answer.store.ts'
import { phaseOf, type Round } from './round.ts'
import { holdRound } from './round.store.ts'
import { type Lacking, lackingIn, sameStatements, type Statement } from './statement.ts'

/**
 * Keeps what somebody is writing, if the answer is as they saw it. The same words again change nothing, so that a form that is sent
 * twice, or saved by the page and by the button, is well either way. Nobody else sees it. Returns the answer's version.
 */
export async function keepDraft(work: Work, answer: Answer, version: number, statements: readonly Statement[]): Promise<Outcome<number, 'stale'>> {
  const before = await draftOf(work.tx, answer.id)
  const same = sameStatements(before, statements)
  if (answer.version !== version) return same ? { done: answer.version } : { refused: 'stale' }
  if (same) return { done: answer.version }
  const saved = await saveDraft(work.tx, answer.id, version, statements, { personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  return saved === null ? { refused: 'stale' } : { done: saved }
}

/** How an answer comes. */
export type Sender = { channel: Channel; toldBy: string | null; toldOn: string | null }

export type SendRefusal = { lacking: Lacking[] } | 'closed' | 'missing'

/**
 * Sends what is written: from here the organisation has answered. It is still seen by nobody else until the secretariat shows the answers.
 * What is sent already, as it stands, is not sent again. Through a link it is taken while the round is open; what was told to the secretariat
 * is taken until the answers are shown.
 */
export async function sendAnswer(work: Work, round: Round, workspaceState: string, answerId: string, sender: Sender): Promise<Outcome<{ sent: boolean }, SendRefusal>> {
  const held = await holdRound(work.tx, round.id)
  const answer = held && (await lockAnswer(work.tx, answerId))
  if (!held || !answer) return { refused: 'missing' }
  const told = sender.toldBy !== null && (held.state === 'open' || held.state === 'closed')
  if (!told && phaseOf(held, workspaceState, work.now) !== 'answering') return { refused: 'closed' }
  const [draft, sent] = [await draftOf(work.tx, answerId), await sentOf(work.tx, answerId)]
  const lacking = lackingIn(draft)
  if (lacking.length > 0) return { refused: { lacking } }
  if (answer.sentAt && sameStatements(draft, sent) && answer.channel === sender.channel) return { done: { sent: false } }
  await markSent(work.tx, answerId, draft, { ...sender, personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  // The event says that they answered. What they said stands in the answer alone, until it is shown.
  work.record({ workspaceId: held.workspaceId, what: 'expectation.answered', body: { round: held.id, number: held.number, organisation: answer.organisationId, channel: sender.channel } })
  return { done: { sent: true } }
}
