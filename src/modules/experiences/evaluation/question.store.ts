import type { Reader } from '../../../platform/db/database.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { findWorkspaceById, type Workspace } from '../../workspaces/index.ts'
import { type Asked, askedById } from './asked.store.ts'
import { type Round, roundOf } from './round.store.ts'

/** Somebody who is asked, and the evaluation and workspace that it is about. */
export type Question = { asked: Asked; round: Round; workspace: Workspace }

/** The question behind a link or on my page; null when it is gone. */
export async function findQuestion(db: Reader, askedId: string): Promise<Question | null> {
  const asked = await askedById(db, askedId)
  const round = asked && (await roundOf(db, asked.itemId))
  return asked && round && !round.removed ? { asked, round, workspace: await findWorkspaceById(db, round.workspaceId) } : null
}

/** Whether an evaluation takes answers: through the whole day of its deadline, in a workspace that is in use. */
export const takesAnswers = (round: Pick<Round, 'closedOn' | 'dueOn' | 'removed'>, workspaceState: string, now: Temporal.Instant): boolean =>
  round.closedOn === null && !round.removed && workspaceState === 'active' && !isPast(round.dueOn, now)
