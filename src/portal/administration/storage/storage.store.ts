import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../platform/db/database.ts'

export type TableSize = { table: string; rows: number; bytes: number }
export type Storage = { database: number; files: number; fileBytes: number; contents: number; orphans: number; tables: readonly TableSize[] }

/** How large everything is. Rows are what the database believes, which is near and costs nothing to ask. */
export async function storageOf(db: Reader): Promise<Storage> {
  const [whole, files, tables] = await Promise.all([
    sql<{ bytes: number }>`select pg_database_size(current_database())::bigint as bytes`.execute(db),
    sql<{ files: number; bytes: number; contents: number; orphans: number }>`
      select count(*)::int as files, coalesce(sum(size), 0)::bigint as bytes, count(distinct sha256)::int as contents, count(*) filter (where staged_until is not null)::int as orphans from file`.execute(db),
    sql<TableSize>`
      select case s.nspname when 'public' then c.relname else s.nspname || '.' || c.relname end as table, greatest(c.reltuples, pg_stat_get_live_tuples(c.oid), 0)::bigint as rows, pg_total_relation_size(c.oid)::bigint as bytes
      from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.relkind = 'r' and s.nspname in ('public', 'pgboss') order by 3 desc limit 20`.execute(db),
  ])
  const [file] = files.rows
  return { database: whole.rows[0]?.bytes ?? 0, files: file?.files ?? 0, fileBytes: file?.bytes ?? 0, contents: file?.contents ?? 0, orphans: file?.orphans ?? 0, tables: tables.rows }
}

export type VerifyRun = { id: string; askedAt: Temporal.Instant; by: string | null; doneAt: Temporal.Instant | null; sound: boolean | null; lines: readonly string[] }

/** The latest time that everything was gone through, done or not. */
export async function latestVerify(db: Reader): Promise<VerifyRun | null> {
  const { rows } = await sql<VerifyRun>`
    select v.id, v.asked_at as "askedAt", p.name as by, v.done_at as "doneAt", v.faults = 0 as sound, v.lines from verify_run v left join person p on p.id = v.asked_by order by v.asked_at desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Any number that only this takes: two who ask at once start one check. */
const verifyLock = 7_316_019

/** Notes that it is asked for, unless one is under way since an hour. */
export async function insertVerify(tx: Tx, run: { id: string; by: string; now: Temporal.Instant }): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${verifyLock})`.execute(tx)
  const under = await tx.selectFrom('verify_run').select('id').where('done_at', 'is', null).where('asked_at', '>', sql<Temporal.Instant>`${run.now.subtract({ hours: 1 }).toString()}::timestamptz`).executeTakeFirst()
  if (under) return false
  await tx.insertInto('verify_run').values({ id: run.id, asked_at: run.now.toString(), asked_by: run.by }).execute()
  return true
}

export async function noteVerified(db: Database | Tx, id: string, outcome: { sound: boolean; lines: readonly string[] }, now: Temporal.Instant): Promise<void> {
  await db.updateTable('verify_run').set({ done_at: now.toString(), faults: outcome.sound ? 0 : 1, lines: [...outcome.lines].slice(0, 200) }).where('id', '=', id).execute()
}

export async function sweepVerifyRuns(db: Database, before: Temporal.Instant): Promise<number> {
  return Number((await db.deleteFrom('verify_run').where('asked_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).executeTakeFirst()).numDeletedRows)
}
