import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { writingOf } from '../../thread/index.ts'
import { mayAnchor, mayWrite, seesPeople } from './agreement.policy.ts'
import { partiesTo } from './party.store.ts'
import type { SeenParty } from './party-table.tsx'
import { partyState, standingOf } from './standing.ts'
import { successorAnswersOf, successorQuestions } from './succession.store.ts'
import { editionsOf } from './text.store.ts'

/** Of these agreements, those that another has taken the place of. */
export async function replacedAmong(db: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select distinct l.to_id as id from link l join item on item.id = l.from_id where l.relation = 'replaces' and l.to_id = any(${[...ids]}::uuid[]) and l.removed_at is null and item.removed_at is null`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** How far an agreement has come, with its parties and what has been asked and answered about those that became others. Five statements. */
export async function readStanding({ db, viewer, now }: Pick<Request, 'db' | 'viewer' | 'now'>, workspace: WorkspaceHead, item: Item) {
  const today = osloDate(now).toString()
  const [editions, parties, answers, questions, replaced] = await Promise.all([
    editionsOf(db, item.id), partiesTo(db, item.id), successorAnswersOf(db, item.id), successorQuestions(db, [item.id], today), replacedAmong(db, [item.id]),
  ])
  const agreed = writingOf(editions).agreed?.number ?? null
  const renewBy = typeof item.fields.renew_by === 'string' ? item.fields.renew_by : null
  const seen = parties.map((party): SeenParty => ({ party, state: partyState(party, agreed, answers, today), anchor: mayAnchor(viewer, workspace, item, party) }))
  return {
    standing: standingOf({ state: item.state, renewBy, editions, parties, answers, questions: questions.length, replaced: replaced.has(item.id), today }),
    parties: seen, answers, questions, renewBy, write: mayWrite(viewer, workspace, item), people: seesPeople(viewer, workspace.id),
  }
}
export type ReadStanding = Awaited<ReturnType<typeof readStanding>>
