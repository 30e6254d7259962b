import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { OrganisationKind } from '../organisation.store.ts'

/** What people may say of an organisation. `place` is where it is, as people say it. */
export type OrganisationFacts = { name: string; kind: OrganisationKind; orgnr: string | null; web: string | null; place: string | null }

export type CorrectableOrganisation = OrganisationFacts & {
  id: string; version: number; example: boolean; officialNumber: string | null
  /** The register of municipalities and counties keeps its name, kind and numbers. */
  registered: boolean
  /** What it was called before, the latest first, with the last day. */
  former: readonly { name: string; to: string | null }[]
}

/** An organisation to be corrected; null when there is none, or it was merged into another. */
export async function correctableOrganisation(db: Reader, id: string): Promise<CorrectableOrganisation | null> {
  const { rows } = await sql<CorrectableOrganisation>`
    select o.id, o.name, o.kind, o.orgnr, o.web, o.place, o.version, o.example, o.official_number as "officialNumber",
      exists (select from register_entry e where e.organisation_id = o.id) as registered,
      coalesce((select json_agg(json_build_object('name', n.name, 'to', n.valid_to) order by n.valid_to desc nulls last) from organisation_name n
        where n.organisation_id = o.id and n.form = 'official' and n.valid_to is not null), '[]') as former
    from organisation o where o.id = ${id} and o.merged_into_id is null`.execute(db)
  return rows[0] ?? null
}

/** Any number that only this takes: two who give the same number at once do it one after the other. */
const correctionLock = 7_316_061

/** Holds corrections, so that who has a number does not change while one is given. Says who has this one already. */
export async function holdOrgnr(tx: Tx, orgnr: string, except: string): Promise<{ id: string; name: string } | null> {
  await sql`select pg_advisory_xact_lock(${correctionLock})`.execute(tx)
  return (await tx.selectFrom('organisation').select(['id', 'name']).where('orgnr', '=', orgnr).where('id', '<>', except).executeTakeFirst()) ?? null
}

/** Writes what is right; false when somebody corrected it meanwhile. A name that it had is kept with its last day, and found in search as before. */
export async function correctOrganisation(tx: Tx, before: CorrectableOrganisation, version: number, facts: OrganisationFacts, lastDay: string): Promise<boolean> {
  const changed = await tx.updateTable('organisation').set((eb) => ({ ...facts, version: eb('version', '+', 1) })).where('id', '=', before.id).where('version', '=', version).executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  if (facts.name === before.name) return true
  await tx.deleteFrom('organisation_name').where('organisation_id', '=', before.id).where('form', '=', 'official').where('name', '=', facts.name).execute()
  await tx.insertInto('organisation_name').values({ organisation_id: before.id, name: before.name, language: 'no', form: 'official', valid_from: null, valid_to: lastDay })
    .onConflict((c) => c.columns(['organisation_id', 'form', 'language', 'name']).doUpdateSet({ valid_to: lastDay })).execute()
  return true
}
