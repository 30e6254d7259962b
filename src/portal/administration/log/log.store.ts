import { type SqlBool, sql } from 'kysely'
import { installation } from '../../../platform/audit/installation.ts'
import type { Reader } from '../../../platform/db/database.ts'

export const minutesToFetch = 10

/** Whether this administrator said, a moment ago, that they hand somebody their data. */
export async function handedOut(db: Reader, { by, person, now }: { by: string; person: string; now: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from event where workspace_id = ${sql.lit(installation)} and person_id = ${by} and what = 'person.handed-out' and body ->> 'person' = ${person}
      and at > ${now.subtract({ minutes: minutesToFetch }).toString()}::timestamptz) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** One thing that was done to the installation. `about` is whom or what it concerns, by name. */
export type LogRow = { sequence: number; at: Temporal.Instant; what: string; by: string | null; byId: string | null; about: string | null; via: string; body: Record<string, unknown> }
export type LogFilter = { from: string | null; to: string | null; personId: string | null; what: string | null; before: number | null; limit: number }

/** The newest first, from a place in the chain and back. `from` and `to` are whole days in Oslo. */
export async function readLog(db: Reader, filter: LogFilter): Promise<LogRow[]> {
  const conditions: ReturnType<typeof sql<SqlBool>>[] = [sql<SqlBool>`e.workspace_id = ${sql.lit(installation)}`]
  if (filter.before !== null) conditions.push(sql<SqlBool>`e.sequence < ${filter.before}`)
  if (filter.from) conditions.push(sql<SqlBool>`e.at >= ${filter.from}::date::timestamp at time zone 'Europe/Oslo'`)
  if (filter.to) conditions.push(sql<SqlBool>`e.at < (${filter.to}::date + 1)::timestamp at time zone 'Europe/Oslo'`)
  if (filter.personId) conditions.push(sql<SqlBool>`e.person_id = ${filter.personId}`)
  if (filter.what) conditions.push(sql<SqlBool>`e.what = ${filter.what}`)
  const { rows } = await sql<LogRow>`
    select e.sequence, e.at, e.what, e.via, e.body, e.person_id as "byId", p.name as by,
      coalesce((select name from person where id::text = e.body ->> 'person'), (select title from workspace where id::text = e.body ->> 'workspace'), (select name from organisation where id::text = e.body ->> 'organisation'), e.body ->> 'name') as about
    from event e left join person p on p.id = e.person_id where ${sql.join(conditions, sql` and `)} order by e.sequence desc limit ${filter.limit}`.execute(db)
  return rows
}

/** Those who have done something here, for the filter. */
export async function loggedPeople(db: Reader): Promise<{ id: string; name: string }[]> {
  return (await sql<{ id: string; name: string }>`
    select id, name from person where id in (select person_id from event where workspace_id = ${sql.lit(installation)}) order by name limit 200`.execute(db)).rows
}
