import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Influence, Means, Seat, SeatRole } from './influence.ts'

export const seatsOf = async (db: Reader, modelId: string): Promise<Seat[]> =>
  (await db.selectFrom('governance_seat as s').leftJoin('organisation as o', 'o.id', 's.organisation_id').select(['s.id', 's.role', 's.organisation_id as organisationId', 'o.name as organisation', 's.holder', 's.from_on as fromOn', 's.to_on as toOn'])
    .where('s.item_id', '=', modelId).orderBy(sql`array_position(array['chair', 'deputy', 'secretariat'], s.role)`).orderBy(sql`s.from_on desc nulls last`).orderBy('s.id').execute()).map((row) => ({ ...row, role: row.role as SeatRole }))

export const influenceOf = async (db: Reader, modelId: string): Promise<Influence[]> =>
  (await db.selectFrom('governance_influence').select(['id', 'means', 'body', 'due_on as dueOn', 'done_on as doneOn', 'note'])
    .where('item_id', '=', modelId).orderBy(sql`array_position(array['mandate', 'consultation', 'orientation', 'report'], means)`).orderBy(sql`coalesce(due_on, done_on) nulls last`).orderBy('id').execute()).map((row) => ({ ...row, means: row.means as Means }))

type WrittenSeat = Pick<Seat, 'role' | 'organisationId' | 'holder' | 'fromOn' | 'toOn'>
const seatColumns = (row: WrittenSeat) => ({ role: row.role, organisation_id: row.organisationId, holder: row.holder, from_on: row.fromOn, to_on: row.toOn })

export async function writeSeat(tx: Tx, modelId: string, row: WrittenSeat, id: string | null): Promise<void> {
  if (id) await tx.updateTable('governance_seat').set(seatColumns(row)).where('id', '=', id).where('item_id', '=', modelId).execute()
  else await tx.insertInto('governance_seat').values({ id: v7(), item_id: modelId, ...seatColumns(row) }).execute()
}
export const deleteSeat = (tx: Tx, modelId: string, id: string) => tx.deleteFrom('governance_seat').where('id', '=', id).where('item_id', '=', modelId).execute()

type WrittenInfluence = Omit<Influence, 'id'>
const influenceColumns = (row: WrittenInfluence) => ({ means: row.means, body: row.body, due_on: row.dueOn, done_on: row.doneOn, note: row.note })

export async function writeInfluence(tx: Tx, modelId: string, row: WrittenInfluence, id: string | null): Promise<void> {
  if (id) await tx.updateTable('governance_influence').set(influenceColumns(row)).where('id', '=', id).where('item_id', '=', modelId).execute()
  else await tx.insertInto('governance_influence').values({ id: v7(), item_id: modelId, ...influenceColumns(row) }).execute()
}
export const deleteInfluence = (tx: Tx, modelId: string, id: string) => tx.deleteFrom('governance_influence').where('id', '=', id).where('item_id', '=', modelId).execute()
