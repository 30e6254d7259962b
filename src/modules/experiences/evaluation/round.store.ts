import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { type Item, type ItemHead, withFields } from '../../../platform/item/item.store.ts'
import { evaluation, type EvaluationState } from './evaluation.ts'
import { type PartnerType, standardForm, type Statement, type StatementName, statementNames } from './form.ts'

/** An evaluation that has been sent, with how far it has come. Days are whole days in Oslo ('YYYY-MM-DD'). */
export type Round = {
  id: string
  workspaceId: string
  number: number
  title: string
  state: EvaluationState
  version: number
  removed: boolean
  greeting: string | null
  dueOn: string
  askedBy: string | null
  remindedAt: Temporal.Instant | null
  closedOn: string | null
  publishedOn: string | null
}

const rows = (db: Reader) =>
  db
    .selectFrom('evaluation_round as r')
    .innerJoin('item', 'item.id', 'r.item_id')
    .innerJoin('evaluation as own', 'own.id', 'r.item_id')
    .modifyFront(prepared)
    .select(['item.id', 'item.workspace_id', 'item.number', 'item.title', 'item.state', 'item.version', 'item.removed_at', 'own.greeting', 'r.due_on', 'r.asked_by', 'r.reminded_at', 'r.closed_on', 'r.published_on'])

const toRound = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Round => ({
  id: row.id, workspaceId: row.workspace_id, number: row.number, title: row.title, state: row.state as EvaluationState, version: row.version, removed: row.removed_at !== null, greeting: row.greeting, dueOn: row.due_on,
  askedBy: row.asked_by, remindedAt: row.reminded_at, closedOn: row.closed_on, publishedOn: row.published_on,
})

/** The round of an evaluation; null when it is not sent. */
export async function roundOf(db: Reader, itemId: string): Promise<Round | null> {
  const row = await rows(db).where('r.item_id', '=', itemId).executeTakeFirst()
  return row ? toRound(row) : null
}

/** An evaluation as an item, whoever asks: for what follows from its day. */
export async function itemOf(db: Reader, itemId: string): Promise<Item | null> {
  const head = await db
    .selectFrom('item')
    .select([
      'id', 'kind', 'workspace_id', 'number', 'title', 'code', 'language', 'audience', 'audience_roles', 'audience_organisation_id', 'state', 'place', 'version', 'created_at', 'created_by', 'changed_at', 'changed_by', 'removed_at',
    ])
    .where('id', '=', itemId)
    .executeTakeFirst()
  return head ? ((await withFields(db, evaluation, [head as ItemHead]))[0] ?? null) : null
}

/** The evaluations of a workspace that are closed and not removed, the oldest first. */
export const closedRounds = async (db: Reader, workspaceId: string): Promise<Round[]> =>
  (await rows(db).where('item.workspace_id', '=', workspaceId).where('item.removed_at', 'is', null).where('r.closed_on', 'is not', null).orderBy('r.closed_on').orderBy('item.number').limit(12).execute()).map(toRound)

/** Those that take answers, in all workspaces in use: for the job that reminds and closes. */
export const openRounds = async (db: Reader): Promise<Round[]> =>
  (await rows(db).innerJoin('workspace', 'workspace.id', 'item.workspace_id').where('r.closed_on', 'is', null).where('item.removed_at', 'is', null).where('workspace.state', '=', 'active').orderBy('r.due_on').execute()).map(toRound)

/** Holds a round until the transaction ends, as it stands: whoever answers, asks or closes at the same time waits. */
export async function holdRound(tx: Tx, itemId: string): Promise<Round | null> {
  await tx.selectFrom('evaluation_round').select('item_id').where('item_id', '=', itemId).forUpdate().execute()
  return roundOf(tx, itemId)
}

/** Sends an evaluation, once: of two at the same time one gets false. */
export async function insertRound(tx: Tx, itemId: string, round: { dueOn: string; askedBy: string | null; at: string }): Promise<boolean> {
  const made = await tx.insertInto('evaluation_round').values({ item_id: itemId, due_on: round.dueOn, asked_by: round.askedBy, asked_at: round.at }).onConflict((c) => c.column('item_id').doNothing()).executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** From taking answers to closed, once. There is no way back: what is read after it is read once for all. */
export async function closeRound(tx: Tx, itemId: string, on: string): Promise<boolean> {
  const done = await tx.updateTable('evaluation_round').set({ closed_on: on }).where('item_id', '=', itemId).where('closed_on', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function publishRound(tx: Tx, itemId: string, on: string): Promise<boolean> {
  const done = await tx.updateTable('evaluation_round').set({ published_on: on }).where('item_id', '=', itemId).where('closed_on', 'is not', null).where('published_on', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** A new last day for what takes answers; the reminder goes again. */
export async function extendRound(tx: Tx, itemId: string, dueOn: string): Promise<boolean> {
  const done = await tx.updateTable('evaluation_round').set({ due_on: dueOn, reminded_at: null }).where('item_id', '=', itemId).where('closed_on', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Notes that the reminder has gone, once. */
export async function markReminded(tx: Tx, itemId: string, at: string): Promise<boolean> {
  const done = await tx.updateTable('evaluation_round').set({ reminded_at: at }).where('item_id', '=', itemId).where('reminded_at', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The forms of these evaluations, in the order of the form; the house's own where nobody has chosen. */
export async function formsOf(db: Reader, itemIds: readonly string[]): Promise<Map<string, readonly Statement[]>> {
  const found = await db.selectFrom('evaluation_statement').select(['item_id', 'name', 'text']).where('item_id', '=', sql<string>`any(${[...itemIds]}::uuid[])`).execute()
  const place = (name: string) => statementNames.indexOf(name as StatementName)
  const chosen = Map.groupBy(found.toSorted((a, b) => place(a.name) - place(b.name)), (row) => row.item_id)
  return new Map(itemIds.map((id) => [id, chosen.get(id)?.map(({ name, text }) => ({ name: name as StatementName, text })) ?? standardForm]))
}
export const formOf = async (db: Reader, itemId: string): Promise<readonly Statement[]> => (await formsOf(db, [itemId])).get(itemId) ?? standardForm

/** The form as those who lead want it, in place of what it was. Only before it is sent: the caller holds the item's version. */
export async function writeForm(tx: Tx, itemId: string, form: readonly Statement[]): Promise<void> {
  await tx.deleteFrom('evaluation_statement').where('item_id', '=', itemId).execute()
  if (form.length > 0) await tx.insertInto('evaluation_statement').values(form.map((one) => ({ item_id: itemId, ...one }))).execute()
}

/** Makes the counts at nought, for every statement and group: afterwards nothing but numbers changes in them. */
export async function openTally(tx: Tx, itemId: string, form: readonly Statement[], types: readonly PartnerType[]): Promise<void> {
  await sql`
    insert into evaluation_tally (item_id, statement, partner_type, score)
    select ${itemId}::uuid, statement, partner_type, score
    from unnest(${form.map((one) => one.name)}::text[]) statement cross join unnest(${[...new Set(types)]}::text[]) partner_type cross join generate_series(0, 5) score
    on conflict do nothing`.execute(tx)
}
