import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Instrument, InstrumentState, InstrumentType, Line } from './instrument.ts'

/** What is put into these measures. The caller has read the measures, so what one may not read is not here. */
export async function instrumentsOf(db: Reader, measureIds: readonly string[]): Promise<Instrument[]> {
  if (measureIds.length === 0) return []
  const rows = await db
    .selectFrom('instrument')
    .select(['id', 'item_id', 'organisation_id', 'type', 'year', 'amount', 'state', 'note'])
    .where('item_id', '=', sql<string>`any(${measureIds}::uuid[])`)
    .orderBy('place')
    .orderBy('year')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    measureId: row.item_id,
    organisationId: row.organisation_id,
    type: row.type as InstrumentType,
    year: row.year,
    amount: row.amount,
    state: row.state as InstrumentState,
    note: row.note,
  }))
}

export type WrittenLine = Pick<Line, 'organisationId' | 'type' | 'state' | 'note' | 'years'>

/** Writes a line in the place of another, or last. */
export async function writeLine(tx: Tx, measureId: string, line: WrittenLine, before: Line | null): Promise<void> {
  const { place } = await tx
    .selectFrom('instrument')
    .select(sql<number>`coalesce(min(place) filter (where id = any(${before?.ids ?? []}::uuid[])), max(place) + 1, 0)`.as('place'))
    .where('item_id', '=', measureId)
    .executeTakeFirstOrThrow()
  if (before) await deleteLine(tx, measureId, before)
  const rows = [...(line.years.size > 0 ? line.years : new Map([[null, null]]))]
  await tx
    .insertInto('instrument')
    .values(rows.map(([year, amount]) => ({ id: v7(), item_id: measureId, place, organisation_id: line.organisationId, type: line.type, year, amount, state: line.state, note: line.note })))
    .execute()
}

export async function deleteLine(tx: Tx, measureId: string, line: Pick<Line, 'ids'>): Promise<void> {
  await tx.deleteFrom('instrument').where('item_id', '=', measureId).where('id', '=', sql<string>`any(${line.ids}::uuid[])`).execute()
}
