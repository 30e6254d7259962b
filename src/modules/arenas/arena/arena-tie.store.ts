import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { ArenaTie, TieType } from './arena-tie.ts'

/** What these arenas have agreed with others, written on either of the two. The caller has read the arenas. */
export async function tiesOfArenas(db: Reader, arenaIds: readonly string[]): Promise<ArenaTie[]> {
  if (arenaIds.length === 0) return []
  const ids = sql<string>`any(${arenaIds}::uuid[])`
  const rows = await db.selectFrom('arena_tie').select(['id', 'item_id', 'other_id', 'type', 'every_days', 'since', 'note'])
    .where((eb) => eb.or([eb('item_id', '=', ids), eb('other_id', '=', ids)])).orderBy('item_id').orderBy('place').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, otherId: row.other_id, type: row.type as TieType, everyDays: row.every_days, since: row.since, note: row.note }))
}

type Written = Omit<ArenaTie, 'id' | 'itemId'>
const columns = (row: Written) => ({ other_id: row.otherId, type: row.type, every_days: row.everyDays, since: row.since, note: row.note })

export const insertArenaTie = (tx: Tx, arenaId: string, row: Written) =>
  tx.insertInto('arena_tie')
    .values((eb) => ({ id: v7(), item_id: arenaId, ...columns(row), place: eb.selectFrom('arena_tie').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', arenaId) }))
    .execute()

export const updateArenaTie = (tx: Tx, arenaId: string, id: string, row: Written) =>
  tx.updateTable('arena_tie').set(columns(row)).where('id', '=', id).where('item_id', '=', arenaId).execute()

export const deleteArenaTie = (tx: Tx, arenaId: string, id: string) => tx.deleteFrom('arena_tie').where('id', '=', id).where('item_id', '=', arenaId).execute()
