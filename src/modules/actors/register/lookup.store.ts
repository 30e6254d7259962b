import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'

export type FoundOrganisation = { id: string; name: string; kind: string; validFrom: string | null; validTo: string | null }
export type NumberHistory = {
  /** Who has or had the number, newest first. */
  held: readonly FoundOrganisation[]
  /** Who answers for it today: themselves, or those who followed. In Norwegian order. */
  now: readonly FoundOrganisation[]
}

/** Leads from a number, also one that is no more, to those who had it and to those of today: 0602 and 3005 lead to Drammen 3301. */
export async function organisationsByNumber(db: Reader, number: string): Promise<NumberHistory> {
  const { rows: held } = await sql<FoundOrganisation>`
    select o.id, o.name, o.kind, o.valid_from as "validFrom", o.valid_to as "validTo"
    from official_number n join organisation o on o.id = n.organisation_id
    where n.number = ${number} order by n.valid_from desc nulls last`.execute(db)
  return { held, now: await successorsToday(db, held.map((one) => one.id)) }
}

/** Those of today who followed these organisations, through every merger and split; one that still stands is its own. */
export async function successorsToday(db: Reader, ids: readonly string[]): Promise<FoundOrganisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FoundOrganisation>`
    with recursive after as (
      select unnest(${[...ids]}::uuid[]) as id
      union
      select s.to_id from succession s join after on after.id = s.from_id)
    select o.id, o.name, o.kind, o.valid_from as "validFrom", o.valid_to as "validTo"
    from organisation o where o.id in (select id from after) and o.valid_to is null
    order by o.name`.execute(db)
  return rows
}

export type RegisterFacts = {
  numbers: readonly { number: string; from: string | null; to: string | null }[]
  names: readonly { name: string; language: string; form: string; from: string | null; to: string | null }[]
  county: { id: string; name: string } | null
  latitude: number | null
  longitude: number | null
  population: { people: number; year: number; source: string } | null
  tile: { x: number; y: number } | null
}

/** What is known of an organisation beside its name of today; null when nothing is. Newest number and name first. */
export async function registerFacts(db: Reader, organisationId: string): Promise<RegisterFacts | null> {
  const { rows } = await sql<RegisterFacts>`
    select
      coalesce((select json_agg(json_build_object('number', number, 'from', valid_from, 'to', valid_to) order by valid_to desc nulls first, length(number) desc)
        from official_number where organisation_id = o.id), '[]') as numbers,
      coalesce((select json_agg(json_build_object('name', name, 'language', language, 'form', form, 'from', valid_from, 'to', valid_to) order by valid_to desc nulls first, form, language = 'no' desc, language)
        from organisation_name where organisation_id = o.id), '[]') as names,
      case when c.id is not null and c.id <> o.id then json_build_object('id', c.id, 'name', c.name) end as county,
      e.latitude, e.longitude,
      case when e.population is not null then json_build_object('people', e.population, 'year', e.population_year, 'source', e.population_source) end as population,
      case when e.tile_x is not null then json_build_object('x', e.tile_x, 'y', e.tile_y) end as tile
    from organisation o left join register_entry e on e.organisation_id = o.id left join organisation c on c.id = e.county_id
    where o.id = ${organisationId} and (e.organisation_id is not null or exists (select from organisation_name n where n.organisation_id = o.id))`.execute(db)
  return rows[0] ?? null
}

export type Followed = FoundOrganisation & { on: string; how: 'merge' | 'split' | 'rename' }

/** Whom an organisation followed and who followed it, one step each way; oldest first. */
export async function successionsOf(db: Reader, organisationId: string): Promise<{ before: Followed[]; after: Followed[] }> {
  const { rows } = await sql<Followed & { way: 'before' | 'after' }>`
    select 'before' as way, o.id, o.name, o.kind, o.valid_from as "validFrom", o.valid_to as "validTo", s.on_date as on, s.kind as how
    from succession s join organisation o on o.id = s.from_id where s.to_id = ${organisationId}
    union all
    select 'after', o.id, o.name, o.kind, o.valid_from, o.valid_to, s.on_date, s.kind
    from succession s join organisation o on o.id = s.to_id where s.from_id = ${organisationId}
    order by 8, 3`.execute(db)
  return { before: rows.filter((row) => row.way === 'before'), after: rows.filter((row) => row.way === 'after') }
}

/** A municipality of today with its place in the tile map. `place` is the Norwegian name of the place ("Drammen"), `county` that of its county. */
export type MunicipalityTile = { id: string; number: string; place: string; countyId: string; county: string; x: number; y: number }

/** All municipalities of today for the tile map, or those of one county; in order of number. One query. */
export async function municipalityTiles(db: Reader, countyId: string | null = null): Promise<MunicipalityTile[]> {
  const { rows } = await sql<MunicipalityTile>`
    select o.id, o.official_number as number, n.name as place, c.organisation_id as "countyId", c.name as county, e.tile_x as x, e.tile_y as y
    from register_entry e
    join organisation o on o.id = e.organisation_id
    join organisation_name n on n.organisation_id = o.id and n.form = 'place' and n.language = 'no' and n.valid_to is null
    join organisation_name c on c.organisation_id = e.county_id and c.form = 'place' and c.language = 'no' and c.valid_to is null
    where e.tile_x is not null and o.valid_to is null and (${countyId}::uuid is null or e.county_id = ${countyId}::uuid)
    order by o.official_number`.execute(db)
  return rows
}
