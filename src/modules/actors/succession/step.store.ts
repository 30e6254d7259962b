import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { Choices } from './succession.ts'

export type Step = { id: string; workspaceId: string; on: string; fromIds: readonly string[]; choices: Choices; state: 'planned' | 'done' | 'undone'; confirmedAt: Temporal.Instant; confirmedBy: string | null; place: number }

const columns = ['id', 'workspace_id as workspaceId', 'on_date as on', 'from_ids as fromIds', 'choices', 'state', 'confirmed_at as confirmedAt', 'confirmed_by as confirmedBy', 'place'] as const

/** What a workspace has said about successions, latest first; what was undone is not there. */
export const stepsIn = async (db: Reader, workspaceId: string): Promise<Step[]> =>
  (await db.selectFrom('succession_step').select(columns).where('workspace_id', '=', workspaceId).where('state', '<>', 'undone').orderBy('place', 'desc').execute()) as unknown as Step[]

/** Holds one step until the transaction ends. */
export const holdStep = async (tx: Tx, id: string): Promise<Step | null> =>
  ((await tx.selectFrom('succession_step').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()) as unknown as Step | undefined) ?? null

/** Planned steps whose day has come. */
export const stepsDue = async (db: Reader, today: string): Promise<Step[]> =>
  (await db.selectFrom('succession_step').innerJoin('workspace', 'workspace.id', 'succession_step.workspace_id').select(columns.map((column) => `succession_step.${column}` as const))
    .where('succession_step.state', '=', 'planned').where('workspace.state', '=', 'active').where('on_date', '<=', today).orderBy('on_date').orderBy('place').execute()) as unknown as Step[]

export async function insertStep(tx: Tx, step: { id: string; workspaceId: string; on: string; fromIds: readonly string[]; choices: Choices; at: string; by: string | null }): Promise<void> {
  await tx.insertInto('succession_step').values({
    id: step.id, workspace_id: step.workspaceId, on_date: step.on, from_ids: [...step.fromIds], choices: JSON.stringify(step.choices), state: 'planned', confirmed_at: step.at, confirmed_by: step.by,
  }).execute()
}

export const markDone = (tx: Tx, id: string, at: string) => tx.updateTable('succession_step').set({ state: 'done', done_at: at }).where('id', '=', id).execute()
export const markUndone = (tx: Tx, id: string, at: string, by: string | null) => tx.updateTable('succession_step').set({ state: 'undone', undone_at: at, undone_by: by }).where('id', '=', id).execute()

/** Whether a later step of the same workspace took over from what this one made. */
export async function builtOn(db: Reader, step: Step, successors: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from succession_step where workspace_id = ${step.workspaceId} and state = 'done' and place > ${step.place} and from_ids && ${[...successors]}::uuid[] limit 1`.execute(db)
  return rows.length > 0
}

/** Of these, those that have something in the workspace and no part in it: something new was given to them. */
export async function strandedIn(db: Reader, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from unnest(${[...ids]}::uuid[]) o (id)
    where not exists (select from party p where p.workspace_id = ${workspaceId} and p.organisation_id = o.id and p.valid_to is null) and (
      exists (select from item_organisation io join item on item.id = io.item_id where io.organisation_id = o.id and item.workspace_id = ${workspaceId})
      or exists (select from instrument i join item on item.id = i.item_id where i.organisation_id = o.id and item.workspace_id = ${workspaceId})
      or exists (select from membership m where m.workspace_id = ${workspaceId} and m.organisation_id = o.id))`.execute(db)
  return rows.map((row) => row.id)
}
