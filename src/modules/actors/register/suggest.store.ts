import { sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { choosableOrganisation } from '../organisation/known.ts'

/** An organisation that fits what somebody types. `now` are those of today when it is no more; `earlier` the name or number by which it was found. */
export type SuggestedOrganisation = {
  id: string
  name: string
  kind: string
  number: string | null
  county: string | null
  validTo: string | null
  now: readonly string[]
  earlier: string | null
  /** How well it fits: 0 exactly, 1 begins so, 2 a word in it does, above 3 it is spelt nearly so (3 is best). */
  fit: number
}

export type SuggestOptions = {
  /** Made-up organisations only: example workspaces never point at real ones. */
  example?: boolean
  limit?: number
}

/**
 * Organisations whose name (of now or before, also in Sámi and Kven), municipality number or organisation number begins with the
 * words, or is spelt nearly so; those of the register first, those of today before those that are no more. One query.
 */
export async function suggestOrganisations(db: Reader, viewer: Viewer, words: string, { example = false, limit = 10 }: SuggestOptions = {}): Promise<SuggestedOrganisation[]> {
  const key = words.replaceAll('\0', '').trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb').slice(0, 100)
  if (key.length < 2) return []
  const start = `${key.replace(/[\\%_]/g, '\\$&')}%`
  const number = /^\d{2,9}$/.test(key.replaceAll(' ', '')) ? key.replaceAll(' ', '') : null
  const { rows } = await sql<SuggestedOrganisation>`
    with recursive named as (
      select id, lower(name) as name, false as former from organisation where lower(name) like ${start} or lower(name) like ${`% ${start}`} or ${key} <% lower(name)
      union all
      select organisation_id, lower(name), valid_to is not null and form = 'place' from organisation_name where lower(name) like ${start} or lower(name) like ${`% ${start}`} or ${key} <% lower(name)
      union all
      select organisation_id, number, valid_to is not null from official_number where ${number}::text is not null and number like ${`${number ?? ''}%`}
      union all
      select id, orgnr, false from organisation where ${number}::text is not null and orgnr like ${`${number ?? ''}%`}),
    ranked as (
      select distinct on (id) id, name, former,
        case when name = ${key} then 0 when name like ${start} then 1 when name like ${`% ${start}`} then 2 else 4 - word_similarity(${key}, name) end as rank
      from named order by id, rank, former),
    best as (
      select r.id, r.name as matched, r.former, r.rank, organisation.name, organisation.kind, organisation.official_number, organisation.valid_to, e.county_id, e.organisation_id is not null as registered
      from ranked r join organisation on organisation.id = r.id left join register_entry e on e.organisation_id = r.id
      where organisation.example = ${example} and organisation.merged_into_id is null and ${choosableOrganisation(viewer)}
      order by floor(r.rank), organisation.valid_to is not null, e.organisation_id is null, r.rank, organisation.kind = 'county' desc, length(organisation.name), organisation.name
      limit ${limit}),
    after as (
      select id as origin, id from best where valid_to is not null
      union
      select after.origin, s.to_id from after join succession s on s.from_id = after.id)
    select b.id, b.name, b.kind, b.official_number as number, c.name as county, b.valid_to as "validTo",
      coalesce((select json_agg(o.name order by o.name) from after join organisation o on o.id = after.id
        where after.origin = b.id and o.id <> b.id and o.valid_to is null), '[]') as now,
      case when b.former or length(b.matched) = 4 and b.matched ~ '^\\d+$' and b.matched is distinct from b.official_number then
        coalesce((select name from organisation_name where organisation_id = b.id and lower(name) = b.matched limit 1), b.matched) end as earlier,
      b.rank::float8 as fit
    from best b
    left join organisation_name c on c.organisation_id = b.county_id and c.organisation_id <> b.id and c.form = 'place' and c.language = 'no'
    order by floor(b.rank), b.valid_to is not null, not b.registered, b.rank, b.kind = 'county' desc, length(b.name), b.name`.execute(db)
  return rows
}
