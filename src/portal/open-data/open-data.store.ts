import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Reader } from '../../platform/db/database.ts'

const nobody = { person: null, memberships: [], lang: 'nb' } as const
const open = sql`item.removed_at is null and w.public and ${readable(nobody)}`
const batch = 1_000

export type OpenRow = Readonly<Record<string, string | number | boolean | null>>

/** Reads on from where the last batch ended, so that no more than a batch is ever in memory. */
async function* batches<R extends { place: string }>(read: (after: string) => Promise<R[]>): AsyncGenerator<R> {
  let after = ''
  for (;;) {
    const rows = await read(after)
    yield* rows
    const last = rows.at(-1)
    if (rows.length < batch || !last) return
    after = last.place
  }
}

const first = '00000000-0000-0000-0000-000000000000'

/** Everything that everybody may read in workspaces that are open. */
export const openItems = (db: Reader) =>
  batches(async (after) => (await sql<{ place: string; slug: string; workspace: string; example: boolean; kind: string; number: number; code: string | null; title: string; state: string | null; language: string; owners: string | null; changed: Temporal.Instant }>`
    select item.id::text as place, w.slug, w.title as workspace, w.example, item.kind, item.number, item.code, item.title, item.state, item.language,
      (select string_agg(o.name, ', ' order by io.place) from item_organisation io join organisation o on o.id = io.organisation_id where io.item_id = item.id and io.role = 'owner') as owners, item.changed_at as changed
    from item join workspace w on w.id = item.workspace_id where ${open} and item.id > ${after || first}::uuid order by item.id limit ${batch}`.execute(db)).rows)

/** How they are tied; a link with an end that not everybody may read is left out. */
export const openLinks = (db: Reader) =>
  batches(async (after) => (await sql<{ place: string; slug: string; relation: string; from_kind: string; from_number: number; to_kind: string; to_number: number }>`
    select link.id::text as place, w.slug, link.relation, item.kind as from_kind, item.number as from_number, b.kind as to_kind, b.number as to_number
    from link join item on item.id = link.from_id join item b on b.id = link.to_id join workspace w on w.id = link.workspace_id
    where link.removed_at is null and b.removed_at is null and ${open} and ${readable(nobody, 'b')} and link.id > ${after || first}::uuid order by link.id limit ${batch}`.execute(db)).rows)

/** The register of municipalities and counties, those that are no more too. */
export const openRegister = (db: Reader) =>
  batches(async (after) => (await sql<{ place: string; number: string | null; name: string; kind: string; from: string | null; to: string | null; county: string | null; people: number | null; people_year: number | null }>`
    select o.id::text as place, o.official_number as number, o.name, o.kind, o.valid_from as from, o.valid_to as to, c.official_number as county, e.population as people, e.population_year as people_year
    from register_entry e join organisation o on o.id = e.organisation_id left join organisation c on c.id = e.county_id and c.id <> o.id
    where o.id > ${after || first}::uuid order by o.id limit ${batch}`.execute(db)).rows)

/** Who followed whom, and when. */
export const openSuccessions = (db: Reader) =>
  batches(async (after) => (await sql<{ place: string; on: string; how: string; from_number: string | null; from_name: string; to_number: string | null; to_name: string }>`
    select concat(s.from_id, s.to_id, s.on_date) as place, s.on_date as on, s.kind as how, a.official_number as from_number, a.name as from_name, b.official_number as to_number, b.name as to_name
    from succession s join organisation a on a.id = s.from_id join organisation b on b.id = s.to_id
    where exists (select from register_entry e where e.organisation_id = a.id) and concat(s.from_id, s.to_id, s.on_date) > ${after} order by 1 limit ${batch}`.execute(db)).rows)

/** Changes when anything that is open does: what is the same need not be sent again. */
export async function openEdition(db: Reader): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select concat_ws('-', count(*), coalesce(sum(item.version), 0), coalesce(extract(epoch from max(item.changed_at)), 0),
      (select concat(count(*), '.', coalesce(sum(version), 0)) from workspace where public),
      (select concat(count(*), '.', count(removed_at)) from link), (select md5(coalesce(string_agg(concat(id, name, valid_to), '' order by id), '')) from organisation)) as edition
    from item join workspace w on w.id = item.workspace_id where ${open}`.execute(db)
  return rows[0]?.edition ?? ''
}
