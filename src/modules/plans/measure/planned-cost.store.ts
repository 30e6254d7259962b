import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** What the plan says that a measure costs, by year. It is nobody's promise, so it stands as wished. */
export type PlannedCost = { measureId: string; organisationId: string | null; byYear: Readonly<Record<string, number>> }

/** By this note what a plan said is told from what a partner has said. */
export const plannedCostNote = 'Kostnad i planen'

/** Puts planned costs in the place of those that stood on these measures. What partners have said is left alone. */
export async function writePlannedCosts(tx: Tx, costs: readonly PlannedCost[], replace: boolean): Promise<void> {
  if (replace && costs.length > 0) {
    await tx.deleteFrom('instrument').where('item_id', '=', sql<string>`any(${costs.map((cost) => cost.measureId)}::uuid[])`).where('note', '=', plannedCostNote).execute()
  }
  const rows = costs.flatMap(({ measureId, organisationId, byYear }) =>
    Object.entries(byYear).map(([year, amount]) => ({ measureId, organisationId, year: Number(year), amount })))
  const of = <T>(value: (row: (typeof rows)[number]) => T): T[] => rows.map(value)
  if (rows.length === 0) return
  await sql`
    insert into instrument (id, item_id, organisation_id, type, year, amount, state, note)
    select new.id, new.item_id, new.organisation_id, 'money', new.year, new.amount, 'wished', ${plannedCostNote}
    from unnest(${of(() => v7())}::uuid[], ${of((row) => row.measureId)}::uuid[], ${of((row) => row.organisationId)}::uuid[], ${of((row) => row.year)}::int[], ${of((row) => row.amount)}::numeric[])
      as new (id, item_id, organisation_id, year, amount)`.execute(tx)
}
