import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { OrganisationKind } from '../organisation.store.ts'

/** The organisation that has this number, or the one that it was merged into. */
export async function organisationByOrgnr(db: Reader, orgnr: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation had join organisation o on o.id = coalesce(had.merged_into_id, had.id) where had.orgnr = ${orgnr}`.execute(db)
  return rows[0] ?? null
}

/** A new organisation with its number; null when somebody has it already, also when they got it a moment ago. */
export async function addWithOrgnr(tx: Tx, { name, kind, orgnr }: { name: string; kind: OrganisationKind; orgnr: string }): Promise<string | null> {
  const made = await tx.insertInto('organisation').values({ id: v7(), name, kind, orgnr })
    .onConflict((conflict) => conflict.column('orgnr').where('orgnr', 'is not', null).doNothing()).returning('id').executeTakeFirst()
  return made?.id ?? null
}
