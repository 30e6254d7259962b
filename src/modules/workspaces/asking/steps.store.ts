import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** The tables of rounds that a workspace asks. They go the same way: written, under way, closed; each step is taken once. */
export type RoundTable = 'status_round' | 'expectation_round' | 'picture_round'

const took = ({ numAffectedRows }: { numAffectedRows?: bigint }): boolean => (numAffectedRows ?? 0n) > 0n

/** The number of the next round in a workspace, whose row is locked so that two at once get one each. */
export async function nextNumber(tx: Tx, table: RoundTable, workspaceId: string): Promise<number> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forUpdate().execute()
  const { rows: [row] } = await sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx)
  return row?.next ?? 1
}

/** From draft to under way: of two at the same time one gets false. */
export const openRound = async (tx: Tx, table: RoundTable, id: string, at: string): Promise<boolean> =>
  took(await sql`update ${sql.table(table)} set state = 'open', asked_at = ${at}::timestamptz, version = version + 1 where id = ${id} and state = 'draft'`.execute(tx))

/** From under way to closed. */
export const closeRound = async (tx: Tx, table: RoundTable, id: string, at: string): Promise<boolean> =>
  took(await sql`update ${sql.table(table)} set state = 'closed', closed_at = ${at}::timestamptz, version = version + 1 where id = ${id} and state = 'open'`.execute(tx))

/** Compare and swap: a new deadline until what was answered is shown. A closed round is under way again, and may be reminded of once more. */
export const extendRound = async (tx: Tx, table: RoundTable, id: string, version: number, dueOn: string): Promise<boolean> =>
  took(await sql`
    update ${sql.table(table)} set due_on = ${dueOn}::date, state = 'open', closed_at = null, reminded_at = null, version = version + 1
    where id = ${id} and version = ${version} and state in ('open', 'closed')`.execute(tx))

/** Notes that the reminder that goes by itself has gone. */
export const markReminded = async (tx: Tx, table: RoundTable, id: string, at: string): Promise<boolean> =>
  took(await sql`update ${sql.table(table)} set reminded_at = ${at}::timestamptz where id = ${id} and reminded_at is null`.execute(tx))

export const deleteDraft = async (tx: Tx, table: RoundTable, id: string): Promise<boolean> => took(await sql`delete from ${sql.table(table)} where id = ${id} and state = 'draft'`.execute(tx))

/** Holds a round until the transaction ends: of two who answer, ask or close at once the second sees what the first did. */
export async function holdRow(tx: Tx, table: RoundTable, id: string): Promise<void> {
  await sql`select id from ${sql.table(table)} where id = ${id} for no key update`.execute(tx)
}
