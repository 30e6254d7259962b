import type { Reader } from '../../../platform/db/database.ts'
import { findWorkspaceById, type Workspace } from '../../workspaces/index.ts'
import { answerById, type Answer } from './answer.store.ts'
import { type Asked, askedById } from './asked.store.ts'
import type { Round } from './round.ts'
import { roundById } from './round.store.ts'

/** Somebody who was asked, the answer they write on, and the round and workspace that it is for. */
export type Question = { asked: Asked; answer: Answer; round: Round; workspace: Workspace }

/** The question behind a link or on my page; null when it is gone, or not sent yet. */
export async function findQuestion(db: Reader, askedId: string): Promise<Question | null> {
  const asked = await askedById(db, askedId)
  if (!asked) return null
  const [answer, round] = [await answerById(db, asked.answerId), await roundById(db, asked.roundId)]
  return answer && round && round.state !== 'draft' ? { asked, answer, round, workspace: await findWorkspaceById(db, round.workspaceId) } : null
}
