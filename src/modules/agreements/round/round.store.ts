import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { v7 } from '../../../platform/item/id.ts'
import { largestNumber } from '../../../platform/item/item.store.ts'
import { nextNumber } from '../../workspaces/index.ts'
import type { Round, RoundState, ShownTo } from './round.ts'

const columns = [
  'id', 'workspace_id', 'number', 'title', 'message', 'due_on', 'shown_to', 'state', 'version', 'made_by', 'asked_at', 'reminded_at', 'closed_at', 'released_at', 'reply_by',
] as const
const rows = (db: Reader) => db.selectFrom('expectation_round').modifyFront(prepared).select(columns)

const toRound = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Round => ({
  id: row.id, workspaceId: row.workspace_id, number: row.number, title: row.title, message: row.message, dueOn: row.due_on, shownTo: row.shown_to as ShownTo,
  state: row.state as RoundState, version: row.version, madeBy: row.made_by, askedAt: row.asked_at, remindedAt: row.reminded_at, closedAt: row.closed_at, releasedAt: row.released_at, replyBy: row.reply_by,
})

export async function findRound(db: Reader, workspaceId: string, number: number): Promise<Round | null> {
  if (number > largestNumber) return null
  const row = await rows(db).where('workspace_id', '=', workspaceId).where('number', '=', number).executeTakeFirst()
  return row ? toRound(row) : null
}

export async function roundById(db: Reader, id: string): Promise<Round | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  return row ? toRound(row) : null
}

/** The rounds of a workspace, newest first. */
export const roundsOf = async (db: Reader, workspaceId: string, limit = 100): Promise<Round[]> =>
  (await rows(db).where('workspace_id', '=', workspaceId).orderBy('number', 'desc').limit(limit).execute()).map(toRound)

/** A round, and the latest before it whose answers are shown. One statement. */
export async function findRoundAndBefore(db: Reader, workspaceId: string, number: number): Promise<{ round: Round; before: Round | null } | null> {
  if (number > largestNumber) return null
  const found = await rows(db).where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('number', '=', number), eb.and([eb('number', '<', number), eb('state', '=', 'released')])])).orderBy('number', 'desc').limit(2).execute()
  const [round, before] = found.map(toRound)
  return round?.number === number ? { round, before: before ?? null } : null
}

/** The latest round before this one whose answers are shown. */
export async function releasedBefore(db: Reader, round: Round): Promise<Round | null> {
  const row = await rows(db).where('workspace_id', '=', round.workspaceId).where('state', '=', 'released').where('number', '<', round.number).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ? toRound(row) : null
}

/** Rounds that are taking answers, in all workspaces in use: for the job that reminds and closes. */
export const openRounds = async (db: Reader): Promise<Round[]> =>
  (await rows(db).where('state', '=', 'open').where('workspace_id', 'in', (eb) => eb.selectFrom('workspace').select('id').where('state', '=', 'active')).orderBy('due_on').execute()).map(toRound)

export type Draft = { title: string; message: string | null; dueOn: string; shownTo: ShownTo }
const written = (draft: Draft) => ({ title: draft.title, message: draft.message, due_on: draft.dueOn, shown_to: draft.shownTo })

/** A new draft. */
export async function insertRound(tx: Tx, workspaceId: string, by: { personId: string | null; at: string }, draft: Draft): Promise<{ id: string; number: number }> {
  return tx
    .insertInto('expectation_round')
    .values({ id: v7(), workspace_id: workspaceId, number: await nextNumber(tx, 'expectation_round', workspaceId), ...written(draft), made_by: by.personId, made_at: by.at })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** Compare and swap: changes a draft if it still has this version. What was promised to those who answer is never changed after they are asked. */
export async function updateDraft(tx: Tx, id: string, version: number, draft: Draft): Promise<boolean> {
  const done = await tx.updateTable('expectation_round').set({ ...written(draft), version: version + 1 }).where('id', '=', id).where('version', '=', version).where('state', '=', 'draft').executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** From closed to shown, once: there is no way back. */
export async function releaseRound(tx: Tx, id: string, at: string, replyBy: string): Promise<boolean> {
  const done = await tx
    .updateTable('expectation_round')
    .set((eb) => ({ state: 'released', released_at: at, reply_by: replyBy, version: eb('version', '+', 1) }))
    .where('id', '=', id).where('state', '=', 'closed')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Compare and swap: a new last day of replying, when the answers are shown. */
export async function extendReplies(tx: Tx, id: string, version: number, day: string): Promise<boolean> {
  const done = await tx.updateTable('expectation_round').set({ reply_by: day, version: version + 1 }).where('id', '=', id).where('version', '=', version).where('state', '=', 'released').executeTakeFirst()
  return done.numUpdatedRows > 0n
}
