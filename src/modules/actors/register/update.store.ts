import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { NameLanguage } from './data.ts'
import { endings, writeNumberOfToday } from './load.store.ts'

type Level = 'municipality' | 'county'
/** One that stands today, with one of its numbers. Oslo is there twice: as 0301 and as 03. */
export type StateOrganisation = {
  number: string
  id: string
  name: string
  population: number | null
  populationYear: number | null
  placed: boolean
  names: readonly { name: string; language: NameLanguage }[]
}
export type RegisterState = {
  organisations: readonly StateOrganisation[]
  /** The day of the last change that is here, by level. Null: none. */
  lastChange: Readonly<Record<Level, string | null>>
}

/** What a source knows and the register does not. Days are 'YYYY-MM-DD', `lastDay` the last that something held. */
export type RegisterUpdate = {
  begun: readonly { id: string; level: Level; number: string; name: string; from: string; countyNumber: string | null; tileOf: string | null }[]
  ended: readonly { id: string; lastDay: string }[]
  renumbered: readonly { id: string; oldNumber: string; newNumber: string; from: string }[]
  successions: readonly { fromId: string; toId: string; on: string; kind: 'merge' | 'split' }[]
  namesAdded: readonly { id: string; level: Level; name: string; language: NameLanguage; from: string | null }[]
  namesEnded: readonly { id: string; name: string; language: NameLanguage; lastDay: string }[]
  points: readonly { id: string; latitude: number; longitude: number }[]
  populations: readonly { id: string; people: number; year: number; source: string }[]
}

export const isNothingNew = (update: RegisterUpdate): boolean => Object.values(update).every((list) => list.length === 0)

export async function readRegisterState(db: Reader): Promise<RegisterState> {
  const { rows } = await sql<StateOrganisation>`
    select n.number, o.id, o.name, e.population, e.population_year as "populationYear", e.latitude is not null as placed,
      coalesce((select json_agg(json_build_object('name', p.name, 'language', p.language)) from organisation_name p
        where p.organisation_id = o.id and p.form = 'place' and p.valid_to is null), '[]') as names
    from official_number n join organisation o on o.id = n.organisation_id join register_entry e on e.organisation_id = o.id
    where n.valid_to is null order by n.number`.execute(db)
  const last = await sql<{ municipality: string | null; county: string | null }>`
    select max(valid_from) filter (where length(number) = 4) as municipality, max(valid_from) filter (where length(number) = 2) as county from official_number`.execute(db)
  return { organisations: rows, lastChange: last.rows[0] ?? { municipality: null, county: null } }
}

const table = (rows: readonly object[]) => JSON.stringify(rows)

/**
 * Writes what is new. What people have written stands: an organisation's name follows its official name only as long as nobody
 * has called it something else.
 */
export async function applyRegisterUpdate(tx: Tx, update: RegisterUpdate): Promise<void> {
  await end(tx, update)
  await begin(tx, update)
  await nameAnew(tx, update)
  await sql`
    insert into succession (from_id, to_id, on_date, kind)
    select * from json_to_recordset(${table(update.successions.map((s) => ({ from_id: s.fromId, to_id: s.toId, on_date: s.on, kind: s.kind })))}::json)
      as s(from_id uuid, to_id uuid, on_date date, kind text) on conflict do nothing`.execute(tx)
  await sql`
    update register_entry e set latitude = p.latitude, longitude = p.longitude
    from json_to_recordset(${table(update.points)}::json) as p(id uuid, latitude numeric, longitude numeric) where e.organisation_id = p.id`.execute(tx)
  await sql`
    update register_entry e set population = p.people, population_year = p.year, population_source = p.source
    from json_to_recordset(${table(update.populations)}::json) as p(id uuid, people integer, year integer, source text) where e.organisation_id = p.id`.execute(tx)
  await writeNumberOfToday(tx)
}

async function end(tx: Tx, { ended, renumbered }: RegisterUpdate): Promise<void> {
  await sql`
    with gone as (select * from json_to_recordset(${table(ended.map((one) => ({ id: one.id, last_day: one.lastDay })))}::json) as g(id uuid, last_day date)),
      numbers as (update official_number n set valid_to = gone.last_day from gone where n.organisation_id = gone.id and n.valid_to is null),
      names as (update organisation_name n set valid_to = gone.last_day from gone where n.organisation_id = gone.id and n.valid_to is null)
    update organisation o set valid_to = gone.last_day from gone where o.id = gone.id and o.valid_to is null`.execute(tx)
  const moved = table(renumbered.map((one) => ({ id: one.id, old: one.oldNumber, new: one.newNumber, day: one.from })))
  await sql`
    update official_number n set valid_to = m.day - 1 from json_to_recordset(${moved}::json) as m(id uuid, old text, day date)
    where n.organisation_id = m.id and n.number = m.old and n.valid_to is null`.execute(tx)
  await sql`
    insert into official_number (number, organisation_id, valid_from)
    select m.new, m.id, m.day from json_to_recordset(${moved}::json) as m(id uuid, new text, day date)
    on conflict (number, organisation_id) do update set valid_from = excluded.valid_from, valid_to = null`.execute(tx)
}

async function begin(tx: Tx, { begun }: RegisterUpdate): Promise<void> {
  const rows = sql`json_to_recordset(${table(begun.map((one) => ({ id: one.id, kind: one.level, number: one.number, name: `${one.name} ${endings[one.level]}`, day: one.from, county: one.countyNumber, tile_of: one.tileOf })))}::json)
    as b(id uuid, kind text, number text, name text, day date, county text, tile_of uuid)`
  await sql`insert into organisation (id, kind, name, valid_from) select id, kind, name, day from ${rows} on conflict (id) do nothing`.execute(tx)
  await sql`insert into official_number (number, organisation_id, valid_from) select number, id, day from ${rows} on conflict do nothing`.execute(tx)
  await sql`
    insert into register_entry (organisation_id, county_id, tile_x, tile_y)
    select b.id, c.organisation_id, t.tile_x, t.tile_y from ${rows}
    left join official_number c on c.number = b.county and c.valid_to is null
    left join register_entry t on t.organisation_id = b.tile_of
    on conflict do nothing`.execute(tx)
}

async function nameAnew(tx: Tx, { namesAdded, namesEnded }: RegisterUpdate): Promise<void> {
  await sql`
    update organisation_name n set valid_to = e.last_day
    from json_to_recordset(${table(namesEnded.map((one) => ({ id: one.id, name: one.name, language: one.language, last_day: one.lastDay })))}::json) as e(id uuid, name text, language text, last_day date)
    where n.organisation_id = e.id and n.language = e.language and n.valid_to is null
      and (n.name = e.name or (n.form = 'official' and n.name in (e.name || ' kommune', e.name || ' herad', e.name || ' fylkeskommune')))`.execute(tx)
  const added = table(namesAdded.flatMap(({ id, level, name, language, from }) => [
    { id, name, language, form: 'place', day: from },
    ...(language === 'no' ? [{ id, name: `${name} ${endings[level]}`, language, form: 'official', day: from }] : []),
  ]))
  const rows = sql`json_to_recordset(${added}::json) as a(id uuid, name text, language text, form text, day date)`
  await sql`
    update organisation o set name = a.name from ${rows}
    where o.id = a.id and a.form = 'official' and o.valid_to is null
      and exists (select from organisation_name was where was.organisation_id = o.id and was.form = 'official' and was.name = o.name)`.execute(tx)
  await sql`
    insert into organisation_name (organisation_id, name, language, form, valid_from) select id, name, language, form, day from ${rows}
    on conflict (organisation_id, form, language, name) do update set valid_to = null`.execute(tx)
}
