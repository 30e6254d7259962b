import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { largestNumber } from '../../../platform/item/item.store.ts'
import { nextNumber } from '../../workspaces/index.ts'
import type { Round, RoundState } from './round.ts'

const columns = ['id', 'workspace_id', 'number', 'title', 'message', 'due_on', 'state', 'version', 'made_by', 'asked_at', 'reminded_at', 'closed_at', 'shown_at'] as const
const rows = (db: Reader) => db.selectFrom('picture_round').select(columns)

const toRound = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Round => ({
  id: row.id, workspaceId: row.workspace_id, number: row.number, title: row.title, message: row.message, dueOn: row.due_on, state: row.state as RoundState, version: row.version,
  madeBy: row.made_by, askedAt: row.asked_at, remindedAt: row.reminded_at, closedAt: row.closed_at, shownAt: row.shown_at,
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

/** The latest round before this one whose picture is shown. */
export async function shownBefore(db: Reader, round: Round): Promise<Round | null> {
  const row = await rows(db).where('workspace_id', '=', round.workspaceId).where('state', '=', 'shown').where('number', '<', round.number).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ? toRound(row) : null
}

/** Rounds that are taking answers, in all workspaces in use: for the job that reminds and closes. */
export const openRounds = async (db: Reader): Promise<Round[]> =>
  (await rows(db).where('state', '=', 'open').where('workspace_id', 'in', (eb) => eb.selectFrom('workspace').select('id').where('state', '=', 'active')).orderBy('due_on').execute()).map(toRound)

export type Draft = { title: string; message: string | null; dueOn: string }
const written = (draft: Draft) => ({ title: draft.title, message: draft.message, due_on: draft.dueOn })

/** A new draft about these challenges. */
export async function insertRound(tx: Tx, workspaceId: string, by: { personId: string | null; at: string }, draft: Draft, challengeIds: readonly string[]): Promise<{ id: string; number: number }> {
  const made = await tx
    .insertInto('picture_round')
    .values({ id: v7(), workspace_id: workspaceId, number: await nextNumber(tx, 'picture_round', workspaceId), ...written(draft), made_by: by.personId, made_at: by.at })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  if (challengeIds.length > 0) await tx.insertInto('picture_challenge').values(challengeIds.map((item_id, place) => ({ round_id: made.id, item_id, place }))).execute()
  return made
}

/** The challenges that a round is about, in their order. */
export const challengesIn = async (db: Reader, roundId: string): Promise<string[]> =>
  (await db.selectFrom('picture_challenge').select('item_id').where('round_id', '=', roundId).orderBy('place').execute()).map((row) => row.item_id)

/** Compare and swap: changes a draft if it still has this version. */
export async function updateDraft(tx: Tx, id: string, version: number, draft: Draft): Promise<boolean> {
  const done = await tx.updateTable('picture_round').set({ ...written(draft), version: version + 1 }).where('id', '=', id).where('version', '=', version).where('state', '=', 'draft').executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** From closed to shown, once: there is no way back. */
export async function showRound(tx: Tx, id: string, at: string): Promise<boolean> {
  const done = await tx.updateTable('picture_round').set((eb) => ({ state: 'shown', shown_at: at, version: eb('version', '+', 1) })).where('id', '=', id).where('state', '=', 'closed').executeTakeFirst()
  return done.numUpdatedRows > 0n
}
