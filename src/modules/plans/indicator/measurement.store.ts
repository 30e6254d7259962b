import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** What was found on a day: a number, or words. `onDate` is YYYY-MM-DD. */
export type Measurement = { id: string; itemId: string; onDate: string; value: number | null; text: string | null; source: string | null }

/** The measurements of these indicators, oldest first. The caller has read the indicators. */
export async function measurementsOf(db: Reader, indicatorIds: readonly string[]): Promise<Measurement[]> {
  if (indicatorIds.length === 0) return []
  const rows = await db
    .selectFrom('measurement')
    .select(['id', 'item_id', 'on_date', 'value', 'text', 'source'])
    .where('item_id', '=', sql<string>`any(${indicatorIds}::uuid[])`)
    .orderBy('on_date')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, onDate: row.on_date, value: row.value, text: row.text, source: row.source }))
}

type Written = Omit<Measurement, 'id' | 'itemId'>
const columns = ({ onDate, value, text, source }: Written) => ({ on_date: onDate, value, text, source })

export const insertMeasurement = (tx: Tx, indicatorId: string, row: Written) =>
  tx
    .insertInto('measurement')
    .values((eb) => ({
      id: v7(), item_id: indicatorId, ...columns(row),
      place: eb.selectFrom('measurement').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', indicatorId),
    }))
    .execute()

export const updateMeasurement = (tx: Tx, indicatorId: string, id: string, row: Written) =>
  tx.updateTable('measurement').set(columns(row)).where('id', '=', id).where('item_id', '=', indicatorId).execute()

export const deleteMeasurement = (tx: Tx, indicatorId: string, id: string) =>
  tx.deleteFrom('measurement').where('id', '=', id).where('item_id', '=', indicatorId).execute()
