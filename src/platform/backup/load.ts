import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import { type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { runMigrations, type Migration } from '../db/migrate.ts'
import type { ContentStore } from '../files/content.ts'
import { type Manifest, sha256OfPart, type TableInBackup } from './manifest.ts'
import type { Progress } from './snapshot.ts'
import { layAside, putBack } from './standing.ts'
import { plainText, readTables } from './tables.ts'
import { DamagedArchive, type Entry } from './tar.ts'

export type Loaded = { rows: number; jobs: number; contents: number }

const quoted = (columns: readonly string[]) => columns.map((column) => pg.escapeIdentifier(column)).join(', ')

/**
 * Fills the database of a transaction that has begun: the schema as it was when the backup was made, and every row in it. What is wrong
 * throws, and the caller rolls back. Contents are kept on the way; those that nobody comes to name are swept later.
 */
export async function loadBackup(client: pg.Client, entries: AsyncIterable<Entry>, manifest: Manifest, migrations: readonly Migration[], store: ContentStore, say: Progress): Promise<Loaded> {
  await client.query(plainText)
  await runMigrations(client, migrations)
  const tables = await readTables(client)
  if (JSON.stringify(tables.map((table) => table.name)) !== JSON.stringify(manifest.tables.map((table) => table.name))) throw new Error('The tables of the backup are not those of its migrations')
  // Some migrations put rows in; the backup has them as they became.
  await client.query(`truncate ${quoted(tables.map((table) => table.name))}`)
  const standing = await layAside(client)
  const jobs = manifest.jobs ? await temporaryJobs(client, manifest.jobs) : null
  const loads = [...manifest.tables.map((table) => ({ into: pg.escapeIdentifier(table.name), table })), ...(jobs ? [{ into: jobs.into, table: jobs.table }] : [])]
  const parts = entries[Symbol.asyncIterator]()
  const loaded: Loaded = { rows: 0, jobs: 0, contents: 0 }
  let next = await nextOf(parts)
  if (next?.name === 'secret-key') next = await nextOf(parts)
  for (const [i, { into, table }] of loads.entries()) {
    if (table.parts.length === 0) continue
    next = await loadTable(client, into, table, next, parts)
    loaded.rows += table.rows
    if (i % 20 === 19 || table.rows > 100_000) say(`Tabeller: ${i + 1} av ${loads.length}`)
  }
  for (; next; next = await nextOf(parts)) {
    const sha256 = sha256OfPart(next.name)
    if (sha256 === null || manifest.files.damaged.includes(sha256)) continue
    await keepContent(store, sha256, next)
    loaded.contents += 1
    if (loaded.contents % 500 === 0) say(`Filer: ${loaded.contents} av ${manifest.files.count}`)
  }
  say('Indekser og bånd settes på plass')
  await putBack(client, standing)
  for (const { name, last } of manifest.sequences) await client.query('select setval(to_regclass(quote_ident($1)), $2)', [name, last])
  if (jobs) return { ...loaded, jobs: await insertJobs(client, jobs.table) }
  // What waited here belonged to what was here.
  await client.query(`do $$ begin if to_regclass('pgboss.job') is not null then delete from pgboss.job; end if; end $$`)
  return loaded
}

const nextOf = async (parts: AsyncIterator<Entry>): Promise<Entry | null> => {
  const { value, done } = await parts.next()
  return done ? null : value
}

/** Loads the parts of one table, holding each against the manifest once more, and returns the part after them. */
async function loadTable(client: pg.Client, into: string, table: TableInBackup, first: Entry | null, parts: AsyncIterator<Entry>): Promise<Entry | null> {
  const copy = client.query(copyFrom(table.columns.length === 0 ? `copy ${into} from stdin` : `copy ${into} (${quoted(table.columns)}) from stdin`))
  const finished = once(copy, 'finish')
  const failed = new Promise<never>((_, reject) => copy.once('error', reject))
  failed.catch(() => undefined)
  finished.catch(() => undefined)
  let entry = first
  try {
    for (const part of table.parts) {
      if (entry?.name !== part.name) throw new DamagedArchive(`${part.name} is missing`)
      const hash = createHash('sha256')
      const rows = createGunzip()
      const feeding = feed(entry, hash, rows)
      for await (const piece of rows as Readable & AsyncIterable<Buffer>) if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), failed])
      await feeding
      if (hash.digest('hex') !== part.sha256) throw new DamagedArchive(`${part.name} is another than when it was checked`)
      entry = await nextOf(parts)
    }
  } catch (error) {
    copy.destroy()
    throw error
  }
  copy.end()
  await Promise.race([finished, failed])
  if (copy.rowCount !== table.rows) throw new DamagedArchive(`${table.name} has ${copy.rowCount} rows, and should have ${table.rows}`)
  return entry
}

async function feed(entry: Entry, hash: Hash, rows: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const piece of entry.body) {
      hash.update(piece)
      if (!rows.write(piece)) await once(rows, 'drain')
    }
    rows.end()
  } catch (error) {
    rows.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

async function keepContent(store: ContentStore, sha256: string, { size, body }: Entry): Promise<void> {
  const receipt = await store.receive(body, size)
  if (!receipt.ok) throw new DamagedArchive(`A file is ${receipt.why}`)
  if (receipt.received.sha256.toString('hex') !== sha256) {
    await store.discard(receipt.received)
    throw new DamagedArchive('A file is another than when it was checked')
  }
  await store.keep(receipt.received)
}

/** A table as the queue had it then, all in text: the queue's own tables may have changed since. */
async function temporaryJobs(client: pg.Client, table: TableInBackup): Promise<{ into: string; table: TableInBackup }> {
  await client.query(`create temporary table restored_job (${table.columns.map((column) => `${pg.escapeIdentifier(column)} text`).join(', ')}) on commit drop`)
  return { into: 'pg_temp.restored_job', table }
}

/**
 * Gives the queue its jobs back. One that was running had not been committed, so it has had no effect that the backup knows, and runs again.
 */
async function insertJobs(client: pg.Client, table: TableInBackup): Promise<number> {
  const { rows } = await client.query<{ name: string; type: string }>(`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = 'pgboss.job'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname = any($1) order by a.attnum`, [table.columns])
  await client.query('delete from pgboss.job')
  const value = ({ name, type }: { name: string; type: string }) => {
    const column = pg.escapeIdentifier(name)
    if (name === 'state') return `(case when state = 'active' then 'retry' else state end)::${type}`
    if (name === 'started_on' || name === 'heartbeat_on') return `(case when state = 'active' then null else ${column} end)::${type}`
    return `${column}::${type}`
  }
  const { rowCount } = await client.query(`
    insert into pgboss.job (${quoted(rows.map((row) => row.name))}) select ${rows.map(value).join(', ')} from pg_temp.restored_job`)
  return rowCount ?? 0
}
