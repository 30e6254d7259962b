import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ContentStore } from '../files/content.ts'
import { backupLock } from '../files/file.store.ts'
import { filePart, jobPart, type JobsInBackup, type Manifest, type Part, type TableInBackup, tablePart } from './manifest.ts'
import { plainText, readSequences, readTables, type TableColumns } from './tables.ts'
import type { TarWriter } from './tar.ts'

/** Rows are gathered to parts of about this many bytes, so that the memory that is used does not grow with the table. */
const partSize = 8_388_608
const pack = promisify(gzip)

export type Progress = (line: string) => void

type Snapshot = Pick<Manifest, 'postgresql' | 'migrations' | 'tables' | 'jobs' | 'sequences' | 'files'>

/**
 * Writes everything that the database holds, and the contents that it names, as they were at one instant; the service may go on meanwhile.
 * Contents are not swept while this runs.
 */
export async function writeSnapshot(url: string, store: ContentStore, tar: TarWriter, say: Progress): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, application_name: 'tradverk-backup', statement_timeout: 0 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock_shared($1)', [backupLock])
    await client.query('begin isolation level repeatable read read only')
    await client.query(plainText)
    const tables = await readTables(client)
    if (!tables.some(({ name }) => name === 'schema_migration')) throw new Error('Databasen er tom. Start Trådverk én gang først.')
    // Nobody changes what the tables are while they are read.
    await client.query(`lock table ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')} in access share mode`)
    const { rows: migrations } = await client.query<{ number: number; name: string; digest: string }>('select number, name, digest from schema_migration order by number')
    const written: TableInBackup[] = []
    for (const [i, table] of tables.entries()) {
      written.push(await writeTable(client, tar, table, pg.escapeIdentifier(table.name), (number) => tablePart(table.name, number)))
      if (i % 20 === 19) say(`Tabeller: ${i + 1} av ${tables.length}`)
    }
    say(`Tabeller: ${tables.length}, ${written.reduce((sum, table) => sum + table.rows, 0)} rader`)
    const jobs = await writeJobs(client, tar)
    const files = await writeFiles(client, store, tar, say)
    const sequences = await readSequences(client)
    const { rows: [server] } = await client.query<{ server_version: string }>('show server_version')
    await client.query('commit')
    return { postgresql: server?.server_version ?? '', migrations, tables: written, jobs, sequences, files }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Names are the database's own, quoted by the driver: COPY takes no parameters. */
async function writeTable(client: pg.Client, tar: TarWriter, { name, columns }: TableColumns, from: string, nameOf: (number: number) => string): Promise<TableInBackup> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const source = columns.length === 0 ? `(select from ${from})` : from.startsWith('(') ? from : `${from} (${list})`
  const stream = client.query(copyTo(`copy ${source} to stdout`))
  const parts: Part[] = []
  const write = async (rows: Buffer) => {
    const body = await pack(rows, { level: 4 })
    const part = { name: nameOf(parts.length + 1), size: body.length, sha256: createHash('sha256').update(body).digest('hex') }
    await tar.add(part.name, body)
    parts.push(part)
  }
  let [waiting, length]: [Buffer[], number] = [[], 0]
  for await (const piece of stream as AsyncIterable<Buffer>) {
    waiting.push(piece)
    length += piece.length
    if (length < partSize) continue
    const all = Buffer.concat(waiting)
    // A line feed in a value is written \n, so one that stands by itself is the end of a row.
    const cut = all.lastIndexOf(10) + 1
    if (cut > 0) await write(all.subarray(0, cut))
    waiting = [all.subarray(cut)]
    length = all.length - cut
  }
  if (length > 0) await write(Buffer.concat(waiting))
  return { name, columns, rows: stream.rowCount, parts }
}

/**
 * Jobs lie in tables of the queue's own, which its version decides; so their rows are carried, and the tables are made by the program that
 * restores. The queue's own housekeeping makes itself anew.
 */
async function writeJobs(client: pg.Client, tar: TarWriter): Promise<JobsInBackup | null> {
  const { rows: [found] } = await client.query<{ columns: string[] | null }>(`
    select json_agg(a.attname order by a.attnum) as columns from pg_attribute a where a.attrelid = to_regclass('pgboss.job') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`)
  const columns = found?.columns
  if (!columns) return null
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const { rows: queues } = await client.query<{ name: string }>(`select distinct name from pgboss.job where not starts_with(name, '__pgboss__') order by 1`)
  const jobs = await writeTable(client, tar, { name: 'job', columns }, `(select ${list} from pgboss.job where not starts_with(name, '__pgboss__'))`, jobPart)
  return { ...jobs, queues: queues.map((queue) => queue.name) }
}

/** Contents that the snapshot names, each once, held against their name as they are read. */
async function writeFiles(client: pg.Client, store: ContentStore, tar: TarWriter, say: Progress): Promise<Manifest['files']> {
  const files: Manifest['files'] = { count: 0, bytes: 0, missing: [], damaged: [] }
  await client.query('declare contents no scroll cursor for select sha256, max(size) as size from file group by sha256 order by sha256')
  for (;;) {
    const { rows } = await client.query<{ sha256: Buffer; size: string }>('fetch 500 from contents')
    if (rows.length === 0) break
    for (const { sha256, size } of rows) {
      const name = sha256.toString('hex')
      const bytes = Number(size)
      const found = await store.size(sha256)
      const body = found === null ? null : await store.read(sha256)
      if (!body || found === null) files.missing.push(name)
      else if (found !== bytes) files.damaged.push(name)
      else {
        const hash = createHash('sha256')
        await tar.addStream(filePart(name), bytes, hashed(body, hash))
        if (hash.digest('hex') !== name) files.damaged.push(name)
        files.count += 1
        files.bytes += bytes
      }
    }
    say(`Filer: ${files.count}`)
  }
  await client.query('close contents')
  return files
}

async function* hashed(body: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    hash.update(piece)
    yield piece
  }
}
