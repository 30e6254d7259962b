import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { populationOf, ownRegister, type Register } from './data.ts'

/** Any number that only this uses: two programs that write the register at once do it one after the other. */
const registerLock = 7_316_040

export const holdRegister = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(${registerLock})`.execute(tx)

/**
 * Brings the register that comes with the program into the database. Costs one query when it stands there already.
 * Adds what is missing and fills what was unknown; never takes away what people, or a later update from the sources, have written.
 */
export async function loadRegister(tx: Tx, register: Register = ownRegister()): Promise<{ loaded: boolean }> {
  if (await isLoaded(tx, register.digest)) return { loaded: false }
  await holdRegister(tx)
  if (await isLoaded(tx, register.digest)) return { loaded: false }
  await writeRegister(tx, register)
  await sql`insert into register_version (digest) values (${register.digest})`.execute(tx)
  return { loaded: true }
}

const isLoaded = async (tx: Tx, digest: string): Promise<boolean> =>
  (await tx.selectFrom('register_version').select('digest').where('digest', '=', digest).executeTakeFirst()) !== undefined

/** Set-based and idempotent: the same register twice is the register once. */
export async function writeRegister(tx: Tx, { organisations, successions }: Pick<Register, 'organisations' | 'successions'>): Promise<void> {
  const json = JSON.stringify(organisations.map((one) => ({
    id: one.id, kind: one.kind, name: one.name, orgnr: one.orgnr, valid_from: one.from, valid_to: one.to, county_id: one.countyId,
    latitude: one.latitude, longitude: one.longitude, population: one.population, tile_x: one.tile?.x, tile_y: one.tile?.y,
  })))
  const rows = sql`json_to_recordset(${json}::json) as r(id uuid, kind text, name text, orgnr text, valid_from date, valid_to date, county_id uuid,
    latitude numeric, longitude numeric, population integer, tile_x integer, tile_y integer)`
  await sql`
    insert into organisation (id, kind, name, valid_from, valid_to)
    select id, kind, name, valid_from, valid_to from ${rows}
    on conflict (id) do update set valid_to = coalesce(organisation.valid_to, excluded.valid_to)`.execute(tx)
  // Somebody may have added the organisation from Enhetsregisteret before we knew its number; then the number stays there.
  await sql`
    update organisation set orgnr = r.orgnr from ${rows}
    where organisation.id = r.id and organisation.orgnr is null and r.orgnr is not null
      and not exists (select from organisation other where other.orgnr = r.orgnr)`.execute(tx)
  await sql`
    insert into official_number (number, organisation_id, valid_from, valid_to)
    select number, id, valid_from, valid_to from json_to_recordset(${JSON.stringify(organisations.flatMap((one) => one.numbers.map((held) => ({ id: one.id, number: held.number, valid_from: held.from, valid_to: held.to }))))}::json)
      as n(id uuid, number text, valid_from date, valid_to date)
    on conflict (number, organisation_id) do update set valid_to = coalesce(official_number.valid_to, excluded.valid_to)`.execute(tx)
  await sql`
    insert into organisation_name (organisation_id, name, language, form, valid_from, valid_to)
    select id, name, language, form, valid_from, valid_to from json_to_recordset(${JSON.stringify(organisations.flatMap(namesOf))}::json)
      as n(id uuid, name text, language text, form text, valid_from date, valid_to date)
    on conflict (organisation_id, form, language, name) do update set valid_to = coalesce(organisation_name.valid_to, excluded.valid_to)`.execute(tx)
  await sql`
    insert into register_entry (organisation_id, county_id, latitude, longitude, population, population_year, population_source, tile_x, tile_y)
    select id, county_id, latitude, longitude, population, case when population is not null then ${populationOf.year}::int end,
      case when population is not null then ${populationOf.source} end, tile_x, tile_y from ${rows}
    on conflict (organisation_id) do update set
      latitude = coalesce(register_entry.latitude, excluded.latitude), longitude = coalesce(register_entry.longitude, excluded.longitude),
      tile_x = coalesce(excluded.tile_x, register_entry.tile_x), tile_y = coalesce(excluded.tile_y, register_entry.tile_y),
      (population, population_year, population_source) = (
        select f.population, f.population_year, f.population_source
        from (values (excluded.population, excluded.population_year, excluded.population_source), (register_entry.population, register_entry.population_year, register_entry.population_source))
          as f(population, population_year, population_source)
        order by f.population_year desc nulls last limit 1)`.execute(tx)
  await sql`
    insert into succession (from_id, to_id, on_date, kind)
    select from_id, to_id, on_date, kind from json_to_recordset(${JSON.stringify(successions.map((s) => ({ from_id: s.fromId, to_id: s.toId, on_date: s.on, kind: s.kind })))}::json)
      as s(from_id uuid, to_id uuid, on_date date, kind text)
    on conflict do nothing`.execute(tx)
  await writeNumberOfToday(tx)
}

/** `organisation.official_number` is the number that it has now, or had last; of two, the longer (Oslo's as a municipality). */
export const writeNumberOfToday = (tx: Tx): Promise<unknown> =>
  sql`
    update organisation set official_number = last.number
    from (select distinct on (organisation_id) organisation_id, number from official_number
          order by organisation_id, length(number) desc, valid_to desc nulls first, valid_from desc nulls last) last
    where organisation.id = last.organisation_id and organisation.official_number is distinct from last.number`.execute(tx)

export const endings = { municipality: 'kommune', county: 'fylkeskommune' } as const

type NameRow = { id: string; name: string; language: string; form: 'official' | 'place'; valid_from: string | null; valid_to: string | null }

/** The names of the place, and the organisation's own: "Nes kommune" as long as the place was called Nes. */
function namesOf(one: Register['organisations'][number]): NameRow[] {
  const ending = / herad\b/.test(one.name) ? 'herad' : endings[one.kind]
  return one.names.flatMap((called) => {
    const row = { id: one.id, name: called.name, language: called.language, valid_from: called.from, valid_to: called.to }
    return [{ ...row, form: 'place' as const }, ...(called.language === 'no' ? [{ ...row, form: 'official' as const, name: `${called.name} ${ending}` }] : [])]
  })
}
