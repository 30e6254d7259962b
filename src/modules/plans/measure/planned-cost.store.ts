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
    Object.entries(byYear).map(([year, amount]) => ({ id: v7(), item_id: measureId, organisation_id: organisationId, type: 'money', year: Number(year), amount, state: 'wished', note: plannedCostNote })))
  for (let i = 0; i < rows.length; i += 2_000) await tx.insertInto('instrument').values(rows.slice(i, i + 2_000)).execute()
}
