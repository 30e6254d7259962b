import { sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { type SuggestedOrganisation, suggestOrganisations } from './suggest.store.ts'

/**
 * Organisations of the register by their official names, as `nameKey` writes them ("drammen kommune"). A name that several have
 * (Herøy, Våler, Os) is nobody's, unless all but one of them have passed it on to that one: then it is the one of today. A name
 * of one that is no more is its own; its successors are somebody else.
 */
export async function registeredByName(db: Reader, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; id: string }>`
    with recursive found as (
      select lower(name) as key, organisation_id as id from organisation_name where form = 'official' and organisation_id in (select organisation_id from register_entry) and lower(name) = any(${[...keys]}::text[])
      union
      select lower(o.name), o.id from organisation o join register_entry e on e.organisation_id = o.id where lower(o.name) = any(${[...keys]}::text[])),
    after as (
      select id as origin, id from found
      union
      select after.origin, s.to_id from after join succession s on s.from_id = after.id)
    select key, (array_agg(id))[1] as id from found
    where not exists (
      select from found heir join after on after.id = heir.id
      where heir.key = found.key and heir.id <> found.id and after.origin = found.id)
    group by key having count(*) = 1`.execute(db)
  return new Map(rows.map((row) => [row.key, row.id]))
}

/** Organisations that may be meant by a name that is nobody's own: the name of a place, of several, its beginning, or spelt nearly so. */
export const perhapsMeant = async (db: Reader, viewer: Viewer, name: string, example: boolean): Promise<SuggestedOrganisation[]> =>
  (await suggestOrganisations(db, viewer, name, { example, limit: 6 })).filter((one) => one.fit < 2 || (one.fit > 3 && one.fit <= 3.35))
