import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { v7 } from '../../../platform/item/id.ts'
import { largestNumber } from '../../../platform/item/item.store.ts'
import { nextNumber } from '../../workspaces/index.ts'
import type { Round, RoundScope, RoundState } from './status.ts'

const columns = ['id', 'workspace_id', 'number', 'title', 'message', 'due_on', 'state', 'scope', 'scope_id', 'left_out', 'version', 'made_by', 'asked_at', 'reminded_at', 'closed_at'] as const
const rows = (db: Reader) => db.selectFrom('status_round').modifyFront(prepared).select(columns)

const toRound = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Round => ({
  id: row.id, workspaceId: row.workspace_id, number: row.number, title: row.title, message: row.message, dueOn: row.due_on, state: row.state as RoundState,
  scope: row.scope as RoundScope, scopeId: row.scope_id, leftOut: row.left_out, version: row.version, madeBy: row.made_by,
  askedAt: row.asked_at, remindedAt: row.reminded_at, closedAt: row.closed_at,
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

/** Rounds under way, in all workspaces that are in use: for the job that reminds and closes. */
export const openRounds = async (db: Reader): Promise<Round[]> =>
  (await rows(db).where('state', '=', 'open').where('workspace_id', 'in', (eb) => eb.selectFrom('workspace').select('id').where('state', '=', 'active')).orderBy('due_on').execute()).map(toRound)

export type Draft = { title: string; message: string | null; dueOn: string; scope: RoundScope; scopeId: string | null }
const written = (draft: Draft) => ({ title: draft.title, message: draft.message, due_on: draft.dueOn, scope: draft.scope, scope_id: draft.scopeId })

/** A new draft. */
export async function insertRound(tx: Tx, workspaceId: string, by: { personId: string | null; at: string }, draft: Draft): Promise<{ id: string; number: number }> {
  return tx
    .insertInto('status_round')
    .values({ id: v7(), workspace_id: workspaceId, number: await nextNumber(tx, 'status_round', workspaceId), ...written(draft), made_by: by.personId, made_at: by.at })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** Compare and swap: changes a draft if it still has this version. */
export async function updateDraft(tx: Tx, id: string, version: number, change: Partial<Draft> & { leftOut?: readonly string[] }): Promise<boolean> {
  const done = await tx
    .updateTable('status_round')
    .set({
      ...(change.title !== undefined && { title: change.title }), ...(change.message !== undefined && { message: change.message }),
      ...(change.dueOn !== undefined && { due_on: change.dueOn }), ...(change.scope !== undefined && { scope: change.scope }),
      ...(change.scopeId !== undefined && { scope_id: change.scopeId }), ...(change.leftOut && { left_out: [...change.leftOut] }), version: version + 1,
    })
    .where('id', '=', id).where('version', '=', version).where('state', '=', 'draft')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Names somebody to ask on behalf of an organisation (null: about measures without an owner). */
export async function insertContact(tx: Tx, contact: { workspaceId: string; organisationId: string | null; personId: string; at: string }): Promise<void> {
  await tx
    .insertInto('status_contact')
    .values({ id: v7(), workspace_id: contact.workspaceId, organisation_id: contact.organisationId, person_id: contact.personId, named_at: contact.at })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function deleteContact(tx: Tx, contact: { workspaceId: string; organisationId: string | null; personId: string }): Promise<void> {
  await tx
    .deleteFrom('status_contact')
    .where('workspace_id', '=', contact.workspaceId).where('person_id', '=', contact.personId)
    .where('organisation_id', contact.organisationId === null ? 'is' : '=', contact.organisationId)
    .execute()
}

/** The latest round that asked about a measure; null when none has. */
export async function latestRound(db: Reader, workspaceId: string, itemId: string): Promise<Round | null> {
  const row = await rows(db)
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', (eb) => eb.selectFrom('status_answer').select('round_id').where('item_id', '=', itemId))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toRound(row) : null
}
