import { sql } from 'kysely'
import type { Database, Reader } from '../db/database.ts'
import type { ContentStore } from '../files/content.ts'
import { readSettings } from '../settings/setting.store.ts'
import { beforeFrom, daysOf, type Retention } from './retention.ts'

export type RetentionRun = { kind: string; ranAt: Temporal.Instant; removed: number; removedInAll: number }

export const lastRuns = async (db: Reader): Promise<Map<string, RetentionRun>> =>
  new Map((await db.selectFrom('retention_run').select(['kind', 'ran_at as ranAt', 'removed', 'removed_in_all as removedInAll']).execute()).map((row) => [row.kind, row]))

/** How many of each kind have been kept too long: one statement. */
export async function waitingIn(db: Reader, retentions: readonly Retention[], days: (retention: Retention) => number | null, now: Temporal.Instant): Promise<Map<string, number>> {
  const counted = retentions.flatMap((one) => {
    const n = days(one)
    return one.waiting && n !== null ? [sql`select ${one.name}::text as name, ${one.waiting(beforeFrom(now, n))}::int as n`] : []
  })
  if (counted.length === 0) return new Map()
  return new Map((await sql<{ name: string; n: number }>`${sql.join(counted, sql` union all `)}`.execute(db)).rows.map((row) => [row.name, row.n]))
}

/** Removes what has been kept too long, kind by kind. One that fails does not keep the others; the first fault is thrown when all have had their turn. */
export async function carryOut({ db, files }: { db: Database; files: ContentStore }, retentions: readonly Retention[], now: Temporal.Instant): Promise<void> {
  const settings = await readSettings(db, 'retention.')
  const faults: unknown[] = []
  for (const one of retentions) {
    const days = daysOf(one, settings)
    if (!one.sweep || days === null) continue
    try {
      const removed = await one.sweep({ db, files }, beforeFrom(now, days), now)
      await db
        .insertInto('retention_run').values({ kind: one.name, ran_at: now.toString(), removed, removed_in_all: removed })
        .onConflict((c) => c.column('kind').doUpdateSet((eb) => ({ ran_at: now.toString(), removed, removed_in_all: eb('retention_run.removed_in_all', '+', removed) })))
        .execute()
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
}
