import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '../access/viewer.ts'
import type { Reader } from '../db/database.ts'
import { headsQuery, type ItemFilter, type ItemHead } from './item.store.ts'
import type { Kind } from './kind.ts'

/** A head with the day that tells it from others that are called the same ('YYYY-MM-DD'); null for kinds that have none. */
export type DatedHead = ItemHead & { day: string | null }

/** Heads as `readHeads` reads them, with their days. One statement. */
export async function readDatedHeads(db: Reader, viewer: Viewer, filter: ItemFilter, kinds: Iterable<Kind>): Promise<DatedHead[]> {
  const days = [...kinds].flatMap(({ name, table, day }) => (day ? [sql`when ${sql.lit(name)} then (select own.${sql.ref(day)} from ${sql.table(table)} own where own.id = item.id)`] : []))
  const day: RawBuilder<string | null> = days.length > 0 ? sql`case item.kind ${sql.join(days, sql` `)} end` : sql`null::date`
  return (await headsQuery(db, viewer, filter).select(day.as('day')).execute()) as DatedHead[]
}
