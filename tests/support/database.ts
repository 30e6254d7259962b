import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { projectRoot } from '../../src/platform/project-root.ts'

export interface TestDatabase {
  readonly url: string
  readonly db: Database
  /** Closes the pool and drops the database. What is forgotten is dropped when the run ends. */
  close(): Promise<void>
}

/** A named content that many tests start from: made once, then copied with the tables. */
export interface World {
  readonly name: string
  /** The files that decide what it holds, as patterns from the project's root; a change makes it anew. */
  readonly sources: readonly string[]
  build(url: string): Promise<void>
}

let count = 0

/** A database of one's own, with every migration run: a copy of a template that is made once (about 50 ms). */
export async function testDatabase(world?: World): Promise<TestDatabase> {
  const { url: server, prefix } = inject('databaseServer')
  const name = `${prefix}${process.pid}_${++count}`
  await onServer(server, async (client) => {
    await ensureTemplate(client, server, world)
    await client.query(`create database ${name} template ${templateName(world)}`)
  })
  const url = inServer(server, name)
  const db = openDatabase(url, { max: 5 })
  const close = async () => {
    await db.destroy()
    await onServer(server, (client) => dropDatabase(client, name))
  }
  return { url, db, close }
}

/** A worker of the server's own that tidies up in there may not be ended by us; a plain drop asks it to leave, and waits. */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError && error.code === '42501') return client.query(`drop database if exists ${name}`)
    throw error
  })
}

/** A database with no tables yet, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ url: string, close(): Promise<void> }> {
  const { url: server, prefix } = inject('databaseServer')
  const name = `${prefix}${process.pid}_${++count}`
  await onServer(server, (client) => client.query(`create database ${name}`))
  return { url: inServer(server, name), close: () => onServer(server, (client) => dropDatabase(client, name)) }
}

/** Any number that only this uses: one process makes a template while the others wait. */
const templateLock = 7_316_002

async function ensureTemplate(client: pg.Client, server: string, world: World | undefined): Promise<void> {
  const name = templateName(world)
  if (await exists(client, name)) return
  await client.query('select pg_advisory_lock($1)', [templateLock])
  try {
    if (await exists(client, name)) return
    await dropOutdated(client, name)
    const unfinished = `${name}_unfinished`
    await dropDatabase(client, unfinished)
    await client.query(`create database ${unfinished}`)
    await migrate(inServer(server, unfinished), projectRoot)
    await world?.build(inServer(server, unfinished))
    await client.query(`alter database ${unfinished} rename to ${name}`)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock])
  }
}

const worldName = (world: World | undefined) => world?.name ?? 'empty'

const templateName = (world: World | undefined) => `template_${worldName(world)}_${digest(world)}`

function digest(world: World | undefined): string {
  const hash = createHash('sha256')
  for (const file of globSync(['migrations/*.sql', 'src/{modules,imports}/**/*.sql', ...(world?.sources ?? [])], { cwd: projectRoot }).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(projectRoot, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Templates of earlier migrations are in the way; on a server that is not ours somebody else may be using them. */
async function dropOutdated(client: pg.Client, current: string): Promise<void> {
  if (inject('databaseServer').external) return
  const family = current.slice(0, current.lastIndexOf('_') + 1)
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [family])
  for (const { datname } of rows) await dropDatabase(client, datname)
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

function inServer(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
