import type { Reader, Tx } from '../../../../platform/db/database.ts'
import type { Outcome, Work } from '../../../../platform/db/work.ts'
import { type Channel, isAnswering } from '../asking.ts'
import { type Answer, lockAnswer, markSaved, markSent } from './answer.store.ts'
import type { AskedRound, RoundKind, RoundName } from './kind.ts'
import { holdRound } from './question.store.ts'

/** What the answers of a kind say, `S`, first as it is being written and then as it was sent; and `L`, what may be lacking before one can be sent. */
export type Said<S, L> = {
  name: RoundName
  /** What is being written in an answer. For those who write it, and nobody else. */
  draftOf(db: Reader, answerId: string): Promise<S[]>
  sentOf(db: Reader, answerId: string): Promise<S[]>
  /** Puts this in place of what was written, or of what was sent. */
  write(tx: Tx, answerId: string, said: readonly S[], sent: boolean): Promise<void>
  same(a: readonly S[], b: readonly S[]): boolean
  lackingIn(said: readonly S[]): L[]
}

/**
 * Keeps what somebody is writing, if the answer is as they saw it. The same again changes nothing, so that a form that is sent twice, or saved by the page
 * and by the button, is well either way. Nobody else sees it. Returns the answer's version.
 */
export async function keepDraft<S, L>(work: Work, { name, draftOf, same, write }: Said<S, L>, answer: Answer, version: number, said: readonly S[]): Promise<Outcome<number, 'stale'>> {
  const unchanged = same(await draftOf(work.tx, answer.id), said)
  if (answer.version !== version) return unchanged ? { done: answer.version } : { refused: 'stale' }
  if (unchanged) return { done: answer.version }
  const saved = await markSaved(work.tx, name, answer.id, version, { personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  if (saved === null) return { refused: 'stale' }
  await write(work.tx, answer.id, said, false)
  return { done: saved }
}

/** How an answer comes. */
export type Coming = { channel: Channel; toldBy: string | null; toldOn: string | null }

/**
 * Sends what is written: from here the organisation has answered. It is still seen by nobody else until it is shown. What is sent already, as it stands, is
 * not sent again. Through a link it is taken while the round is open; what was told to the secretariat is taken until the answers are shown.
 */
export async function sendAnswer<R extends AskedRound, S, L>(
  work: Work, kind: Pick<RoundKind<R>, 'name' | 'roundById'>, { draftOf, sentOf, write, same, lackingIn }: Said<S, L>, round: R, workspaceState: string, answerId: string, coming: Coming,
): Promise<Outcome<{ sent: boolean }, { lacking: L[] } | 'closed' | 'missing'>> {
  const held = await holdRound(work.tx, kind, round.id)
  const answer = held && (await lockAnswer(work.tx, kind.name, answerId))
  if (!held || !answer) return { refused: 'missing' }
  const told = coming.toldBy !== null && (held.state === 'open' || held.state === 'closed')
  if (!told && !isAnswering(held, workspaceState, work.now)) return { refused: 'closed' }
  const [draft, sent] = [await draftOf(work.tx, answerId), await sentOf(work.tx, answerId)]
  const lacking = lackingIn(draft)
  if (lacking.length > 0) return { refused: { lacking } }
  if (answer.sentAt && same(draft, sent) && answer.channel === coming.channel) return { done: { sent: false } }
  await write(work.tx, answerId, draft, true)
  await markSent(work.tx, kind.name, answerId, { ...coming, personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  // The event says that they answered. What they said stands in the answer alone, until it is shown.
  work.record({ workspaceId: held.workspaceId, what: `${kind.name}.answered`, body: { round: held.id, number: held.number, organisation: answer.organisationId, channel: coming.channel } })
  return { done: { sent: true } }
}
