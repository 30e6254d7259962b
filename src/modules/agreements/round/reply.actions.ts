import { asking, type Channel } from '../../workspaces/index.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Reply } from './match.ts'
import { repliesIn, writeReply } from './reply.store.ts'
import { phaseOf, type Round } from './round.ts'
import { expectations } from './expectations.ts'
import type { Stated } from './statement.store.ts'

export type Replying = { reply: Reply; word: string | null; version: number; channel: Channel; organisationId: string | null; toldBy: string | null; toldOn: string | null }

export type ReplyRefusal = 'word' | 'closed' | 'stale'

/** A change or a no needs a word on why, so that the other can do something with it. */
export const needsWord = (reply: Reply): boolean => reply !== 'accepted'

/**
 * Says yes, yes with a change, or no to what somebody expects. That the statement is theirs to reply to is asked before. The same reply
 * again changes nothing; one that somebody else of the organisation gave meanwhile is not overwritten.
 */
export async function replyTo(work: Work, round: Round, workspaceState: string, statement: Pick<Stated, 'id'>, replying: Replying): Promise<Outcome<{ changed: boolean }, ReplyRefusal>> {
  const held = await asking.holdRound(work.tx, expectations, round.id)
  if (!held || phaseOf(held, workspaceState, work.now) !== 'replying') return { refused: 'closed' }
  if (needsWord(replying.reply) && replying.word === null) return { refused: 'word' }
  const { reply, word, version, ...how } = replying
  const before = (await repliesIn(work.tx, [held.id])).get(statement.id)
  if (before?.reply === reply && before.word === word) return { done: { changed: false } }
  if ((before?.version ?? 0) !== version) return { refused: 'stale' }
  const done = await writeReply(work.tx, version, { statementId: statement.id, reply, word, ...how, personId: work.viewer.person?.id ?? null, at: work.now.toString() })
  if (!done) return { refused: 'stale' }
  work.record({ workspaceId: held.workspaceId, what: 'expectation.replied', body: { round: held.id, number: held.number, statement: statement.id, reply, organisation: replying.organisationId } })
  return { done: { changed: true } }
}
