import { dropDraft } from '../../../platform/draft/draft.store.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type Asked, markAnswered } from './asked.store.ts'
import { type Ballot, isEmpty } from './form.ts'
import { takesAnswers } from './question.store.ts'
import { holdRound } from './round.store.ts'
import { countIn } from './tally.store.ts'

/** Under which name a person's begun answer is kept among their drafts, until it is sent. */
export const draftName = (asked: Pick<Asked, 'id'>): string => `evaluering/${asked.id}`

export type SendRefusal = 'closed' | 'already' | 'empty'

/**
 * Sends an answer: it is counted in, its words are put among the others, what was being written is deleted, and it is noted that this person has answered on this
 * day. No event is written, and nothing that ties the two. It is done once: afterwards nobody can find the answer, and so nobody can change it.
 */
export async function sendBallot(work: Work, asked: Asked, workspaceState: string, ballot: Ballot, told: boolean): Promise<Outcome<true, SendRefusal>> {
  if (isEmpty(ballot)) return { refused: 'empty' }
  const round = await holdRound(work.tx, asked.itemId)
  if (!round || !takesAnswers(round, workspaceState, work.now)) return { refused: 'closed' }
  if (!(await markAnswered(work.tx, asked.id, osloDate(work.now).toString(), told))) return { refused: 'already' }
  await countIn(work.tx, asked.itemId, asked.type, ballot)
  await dropDraft(work.tx, asked.personId, draftName(asked))
  return { done: true }
}
