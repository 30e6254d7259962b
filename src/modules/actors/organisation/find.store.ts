import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { readableOffer } from '../offer/readable-offer.ts'
import { readKey } from './address.ts'
import { knownOrganisation } from './known.ts'

export type OrganisationHead = {
  id: string; name: string; kind: string; orgnr: string | null; official_number: string | null; valid_from: string | null; valid_to: string | null; example: boolean
}

/** The organisation at an address, if the viewer may know of it; one that was merged into another leads there. */
export async function organisationAt(db: Reader, viewer: Viewer, key: string): Promise<OrganisationHead | null> {
  const head = readKey(key)
  if (!head) return null
  const at = 'number' in head ? sql<SqlBool>`old.official_number = ${head.number}` : 'orgnr' in head ? sql<SqlBool>`old.orgnr = ${head.orgnr}` : sql<SqlBool>`right(old.id::text, 12) = ${head.shortId}`
  const { rows } = await sql<OrganisationHead>`
    select o.id, o.name, o.kind, o.orgnr, o.official_number, o.valid_from, o.valid_to, o.example
    from organisation old join organisation o on o.id = coalesce(old.merged_into_id, old.id)
    where ${at} and ${knownOrganisation(viewer, 'o')} order by o.valid_to desc nulls first limit 1`.execute(db)
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
    text ? sql<SqlBool>`(strpos(lower(o.name), lower(${text})) > 0 or o.official_number = ${digits} or o.orgnr = ${digits})` : sql<SqlBool>`(o.valid_to is null or o.valid_to >= ${today}::date)`,
    ...(kind ? [sql<SqlBool>`o.kind = ${kind}`] : []),
    ...(county ? [sql<SqlBool>`left(o.official_number, 2) = ${county}`] : []),
    ...(contributes ? [sql<SqlBool>`(offers.kinds && array[${contributes}]::text[])`] : []),
  ]
  const { rows } = await sql<OrganisationHead & { offers: number; total: number }>`
    select o.id, o.name, o.kind, o.orgnr, o.official_number, o.valid_from, o.valid_to, o.example, coalesce(offers.count, 0)::int as offers, count(*) over ()::int as total
    from organisation o
    left join (select f.organisation_id, count(*) as count, array_agg(distinct f.kind) as kinds from offer f where f.removed_at is null and ${readableOffer(viewer, today, 'f')} group by 1) offers on offers.organisation_id = o.id
    where ${sql.join(conditions, sql` and `)}
    order by o.name, o.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(db)
  const counties = await sql<{ number: string; name: string }>`
    select official_number as number, name from organisation where kind = 'county' and length(official_number) = 2 and (valid_to is null or valid_to >= ${today}::date) order by name`.execute(db)
  return { rows, total: rows[0]?.total ?? 0, counties: counties.rows }
}
