import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { readableOffer } from '../offer/readable-offer.ts'
import { readKey } from './address.ts'
import { choosableOrganisation, knownOrganisation } from './known.ts'

export type OrganisationHead = {
  id: string; name: string; kind: string; orgnr: string | null; official_number: string | null; valid_from: string | null; valid_to: string | null; example: boolean
  web?: string | null; place?: string | null
}

/** The organisation at an address, if the viewer may know of it. A number that it had before leads to it too, and one that was merged into another leads there. */
export async function organisationAt(db: Reader, viewer: Viewer, key: string): Promise<OrganisationHead | null> {
  const head = readKey(key)
  if (!head) return null
  const at = 'number' in head ? sql<SqlBool>`(old.official_number = ${head.number} or exists (select from official_number n where n.organisation_id = old.id and n.number = ${head.number}))` : 'orgnr' in head ? sql<SqlBool>`old.orgnr = ${head.orgnr}` : sql<SqlBool>`right(old.id::text, 12) = ${head.shortId}`
  const { rows } = await sql<OrganisationHead>`
    select o.id, o.name, o.kind, o.orgnr, o.official_number, o.valid_from, o.valid_to, o.example, o.web, o.place
    from organisation old join organisation o on o.id = coalesce(old.merged_into_id, old.id)
    where ${at} and ${knownOrganisation(viewer, 'o')} order by old.merged_into_id is not null, o.valid_to desc nulls first limit 1`.execute(db)
  return rows[0] ?? null
}

export type OrganisationFilter = { text: string; kind: string | null; county: string | null; contributes: string | null; page: number; pageSize: number; today: string }

export type OrganisationList = { rows: (OrganisationHead & { offers: number })[]; total: number; /** The counties of today, to choose among. */ counties: { number: string; name: string }[] }

/** The organisations that a viewer may know of, in Norwegian order, and how many they are. Those that are no more are found by name or number only. */
export async function listOrganisations(db: Reader, viewer: Viewer, filter: OrganisationFilter): Promise<OrganisationList> {
  const { text, kind, county, contributes, today } = filter
  const digits = text.replace(/\s/g, '')
  const conditions = [
    sql<SqlBool>`o.merged_into_id is null`, knownOrganisation(viewer, 'o'),
    text ? sql<SqlBool>`(strpos(lower(o.name), lower(${text})) > 0 or o.orgnr = ${digits}
      or exists (select from organisation_name n where n.organisation_id = o.id and strpos(lower(n.name), lower(${text})) > 0) or exists (select from official_number n where n.organisation_id = o.id and n.number = ${digits}))` : sql<SqlBool>`(o.valid_to is null or o.valid_to >= ${today}::date)`,
    ...(kind ? [sql<SqlBool>`o.kind = ${kind}`] : []),
    ...(county ? [sql<SqlBool>`exists (select from register_entry e join organisation c on c.id = e.county_id where e.organisation_id = o.id and c.official_number = ${county})`] : []),
    ...(contributes ? [sql<SqlBool>`(offers.kinds && array[${contributes}]::text[])`] : []),
  ]
  const { rows } = await sql<OrganisationHead & { offers: number; total: number }>`
    select o.id, o.name, o.kind, o.orgnr, o.official_number, o.valid_from, o.valid_to, o.example, coalesce(offers.count, 0)::int as offers, count(*) over ()::int as total
    from organisation o
    left join (select f.organisation_id, count(*) as count, array_agg(distinct f.kind) as kinds from offer f where f.removed_at is null and ${readableOffer(viewer, today, 'f')} group by 1) offers on offers.organisation_id = o.id
    where ${sql.join(conditions, sql` and `)}
    order by o.name, o.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(db)
  const counties = await sql<{ number: string; name: string }>`
    select distinct c.official_number as number, c.name from register_entry e join organisation c on c.id = e.county_id
    where c.official_number is not null and (c.valid_to is null or c.valid_to >= ${today}::date) order by c.name`.execute(db)
  return { rows, total: rows[0]?.total ?? 0, counties: counties.rows }
}

/** The one organisation that the viewer may know of and that is chosen by id, or called exactly this; null when there is none, or several. */
export async function chosenOrganisation(db: Reader, viewer: Viewer, choice: { id: string; name: string }): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation o
    where o.merged_into_id is null and o.valid_to is null and ${choosableOrganisation(viewer, 'o')} and (o.id::text = ${choice.id} or lower(o.name) = lower(${choice.name}))
    order by o.id::text = ${choice.id} desc limit 2`.execute(db)
  const [first, second] = rows
  return first && (first.id === choice.id || !second) ? first : null
}

/** Those of these ids, as a browser sent them, that the viewer may choose. */
export async function choosableOrganisations(db: Reader, viewer: Viewer, ids: readonly string[], example: boolean): Promise<string[]> {
  const real = ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
  if (real.length === 0) return []
  const rows = await db.selectFrom('organisation').select('id').where('id', '=', sql<string>`any(${real}::uuid[])`).where('example', '=', example).where('merged_into_id', 'is', null).where(choosableOrganisation(viewer)).execute()
  return rows.map((row) => row.id)
}
