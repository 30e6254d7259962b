import type { Reader, Tx } from '../../../../platform/db/database.ts'
import { holdRow } from '../steps.store.ts'
import { findWorkspaceById, type Workspace } from '../../workspace.store.ts'
import { answerById, type Answer } from './answer.store.ts'
import { type Asked, askedById } from './asked.store.ts'
import { type AskedRound, type RoundKind, tablesOf } from './kind.ts'

/** Somebody who was asked, the answer they write on, and the round and workspace that it is for. */
export type Question<R extends AskedRound> = { asked: Asked; answer: Answer; round: R; workspace: Workspace }

/** The question behind a link or on my page; null when it is gone, or not sent yet. */
export async function findQuestion<R extends AskedRound>(db: Reader, { name, roundById }: Pick<RoundKind<R>, 'name' | 'roundById'>, askedId: string): Promise<Question<R> | null> {
  const asked = await askedById(db, name, askedId)
  if (!asked) return null
  const [answer, round] = [await answerById(db, name, asked.answerId), await roundById(db, asked.roundId)]
  return answer && round && round.state !== 'draft' ? { asked, answer, round, workspace: await findWorkspaceById(db, round.workspaceId) } : null
}

/** Holds a round until the transaction ends, as it stands: of two who answer or ask at once, the second sees what the first did. */
export async function holdRound<R extends AskedRound>(tx: Tx, { name, roundById }: Pick<RoundKind<R>, 'name' | 'roundById'>, id: string): Promise<R | null> {
  await holdRow(tx, tablesOf(name).round, id)
  return roundById(tx, id)
}
