import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'

export type BroughtOrganisation = { name: string; kind: string; orgnr: string | null; officialNumber: string | null; example: boolean }

/**
 * The organisations of a workspace that was brought from elsewhere, in the order given: the one with the same orgnr or, without orgnr, the
 * municipality or county with the same official number that is in force; else made. One that has only a name is never taken for another's.
 */
export async function broughtOrganisations(tx: Tx, given: readonly BroughtOrganisation[]): Promise<{ id: string; made: boolean }[]> {
  const found = await matching(tx, given)
  const rows = given.map((one, i) => ({ ...one, id: found[i] ?? v7(), made: found[i] === null }))
  const fresh = rows.filter((row) => row.made).map(({ id, name, kind, orgnr, example }) => ({ id, name, kind, orgnr, example }))
  for (let i = 0; i < fresh.length; i += 500) await tx.insertInto('organisation').values(fresh.slice(i, i + 500)).execute()
  return rows.map(({ id, made }) => ({ id, made }))
}

/** Which of them are here already; null for those that are not. Examples are matched with examples only. */
export async function matching(tx: Tx, given: readonly BroughtOrganisation[]): Promise<(string | null)[]> {
  const { rows } = await sql<{ id: string | null }>`
    select (select coalesce(o.merged_into_id, o.id) from organisation o where o.example = w.example
      and (case when w.orgnr is not null then o.orgnr = w.orgnr else w.number is not null and o.official_number = w.number and o.valid_to is null end)
      order by o.merged_into_id nulls first, o.id limit 1) as id
    from unnest(${given.map((one) => one.orgnr)}::text[], ${given.map((one) => one.officialNumber)}::text[], ${given.map((one) => one.example)}::bool[]) with ordinality w (orgnr, number, example, n) order by n`.execute(tx)
  return rows.map((row) => row.id)
}
