import { type RawBuilder, type SqlBool, sql } from 'kysely'
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

/** What the event says it concerns, as an id that is looked up by its key; null when it says none. */
const idIn = (name: string): RawBuilder<string | null> => sql`(case when e.body ->> ${sql.lit(name)} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (e.body ->> ${sql.lit(name)})::uuid end)`

/** All that fits, the newest first, a part at a time: for a file that is made while it is sent. */
export async function* wholeLog(db: Reader, filter: Omit<LogFilter, 'limit'>, size = 1_000): AsyncGenerator<readonly LogRow[]> {
  for (let before = filter.before; ;) {
    const rows = await readLog(db, { ...filter, before, limit: size })
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    before = rows.at(-1)?.sequence ?? 0
  }
}

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
      coalesce((select name from person where id = ${idIn('person')}), (select title from workspace where id = ${idIn('workspace')}), (select name from organisation where id = ${idIn('organisation')}), e.body ->> 'name') as about
    from event e left join person p on p.id = e.person_id where ${sql.join(conditions, sql` and `)} order by e.sequence desc limit ${filter.limit}`.execute(db)
  return rows
}

/** Those who have done something here, for the filter. */
export async function loggedPeople(db: Reader): Promise<{ id: string; name: string }[]> {
  return (await sql<{ id: string; name: string }>`
    select id, name from person where id in (select person_id from event where workspace_id = ${sql.lit(installation)}) order by name limit 200`.execute(db)).rows
}
