import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** Something to be reached on the way; days as YYYY-MM-DD. */
export type Milestone = { id: string; itemId: string; title: string; dueOn: string | null; doneOn: string | null }

/** The milestones of these measures, by day; those without one last, as they were written. The caller has read the measures. */
export async function milestonesOf(db: Reader, measureIds: readonly string[]): Promise<Milestone[]> {
  if (measureIds.length === 0) return []
  const rows = await db
    .selectFrom('milestone')
    .select(['id', 'item_id', 'title', 'due_on', 'done_on'])
    .where('item_id', '=', sql<string>`any(${measureIds}::uuid[])`)
    .orderBy(sql`due_on nulls last`)
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, itemId: row.item_id, title: row.title, dueOn: row.due_on, doneOn: row.done_on }))
}

type Written = Pick<Milestone, 'title' | 'dueOn' | 'doneOn'>
const columns = (row: Written) => ({ title: row.title, due_on: row.dueOn, done_on: row.doneOn })

export const insertMilestone = (tx: Tx, measureId: string, row: Written) =>
  tx
    .insertInto('milestone')
    .values((eb) => ({
      id: v7(), item_id: measureId, ...columns(row),
      place: eb.selectFrom('milestone').select(sql<number>`coalesce(max(place), -1) + 1`.as('next')).where('item_id', '=', measureId),
    }))
    .execute()

export const updateMilestone = (tx: Tx, measureId: string, id: string, row: Written) =>
  tx.updateTable('milestone').set(columns(row)).where('id', '=', id).where('item_id', '=', measureId).execute()

export const deleteMilestone = (tx: Tx, measureId: string, id: string) =>
  tx.deleteFrom('milestone').where('id', '=', id).where('item_id', '=', measureId).execute()
