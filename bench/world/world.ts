import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { sql } from 'kysely'
import { catalogue, prepare } from '../../src/app/app.ts'
import type { Viewer } from '../../src/platform/access/viewer.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { startEmbedded } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { v7 } from '../../src/platform/item/id.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { startSession } from '../../src/platform/session/session.ts'
import { checkEverything } from '../../src/modules/thread/index.ts'
import { fillWorld } from './fill.ts'
import { special } from './shape.ts'

export type World = {
  size: number
  url: string
  db: Database
  /** An adviser who leads the workspaces that are measured and some others. */
  viewer: Viewer
  /** Their session's cookie. */
  cookie: string
  idOf(slug: string): Promise<string>
}

export type Worlds = {
  /** The world of about so many items: made the first time, and kept until the migrations or what fills it change. */
  of(size: number): Promise<World>
  /** A database with every table and nothing in it but what every installation has. Dropped at the end. */
  empty(): Promise<string>
  close(): Promise<void>
}

/** Worlds in a database server of their own, in `test-results/bench`. */
export async function openWorlds(say: (line: string) => void): Promise<Worlds> {
  const server = await startEmbedded({ dataDir: join(projectRoot, 'test-results/bench'), durable: false, log: say })
  if (isRefusal(server)) throw new Error(server.refused)
  const open = new Map<number, World>()
  const dropped: string[] = []
  const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    return work(client).finally(() => client.end())
  }
  const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  return {
    async of(size) {
      const known = open.get(size)
      if (known) return known
      const name = `world_${size}_${digest()}`
      await onServer((client) => ensureWorld(client, name, urlOf, size, say))
      const world = await enter(urlOf(name), size)
      open.set(size, world)
      return world
    },
    async empty() {
      const name = `empty_${process.pid}_${dropped.length}`
      dropped.push(name)
      await onServer((client) => client.query(`create database ${name}`))
      await made(urlOf(name))
      return urlOf(name)
    },
    async close() {
      for (const world of open.values()) await world.db.destroy()
      await onServer(async (client) => { for (const name of dropped) await client.query(`drop database if exists ${name} with (force)`) })
      await server.stop()
    },
  }
}

async function made(url: string): Promise<void> {
  await migrate(url, projectRoot)
  const db = openDatabase(url, { max: 2 })
  await prepare(db).finally(() => db.destroy())
}

async function ensureWorld(client: pg.Client, name: string, urlOf: (name: string) => string, size: number, say: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname like $1", [`world_${size}_%`])
  if (rows.some((row) => row.datname === name)) return
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  const began = performance.now()
  say(`A world of ${size} items is made. It is kept for the next time.`)
  const unfinished = `${name}_unfinished`
  await client.query(`create database ${unfinished}`)
  await made(urlOf(unfinished))
  await fillWorld(urlOf(unfinished), size, (what) => say(`  ${what} (${Math.round((performance.now() - began) / 1_000)} s)`))
  await checkAll(urlOf(unfinished))
  await client.query(`alter database ${unfinished} rename to ${name}`)
  say(`  done after ${Math.round((performance.now() - began) / 1_000)} s`)
}

/** The rows of the thread check, as they are after a first night. */
async function checkAll(url: string): Promise<void> {
  const db = openDatabase(url, { max: 2 })
  try {
    await checkEverything(db, catalogue, Temporal.Now.instant())
    await sql`vacuum analyze loose_thread`.execute(db)
  } finally {
    await db.destroy()
  }
}

async function enter(url: string, size: number): Promise<World> {
  const db = openDatabase(url, { max: 4 })
  const now = Temporal.Now.instant()
  const person = '01900000-0000-7000-8003-000000000001'
  const rooms = await db.selectFrom('workspace').select(['id', 'slug']).orderBy('id').limit(special.length + 20).execute()
  const token = await db.transaction().execute(async (tx) => {
    await tx.insertInto('person').values({ id: person, name: 'Rådgiver', language: 'nb' }).onConflict((c) => c.doNothing()).execute()
    await tx.deleteFrom('membership').where('person_id', '=', person).execute()
    await tx.insertInto('membership').values(rooms.map(({ id }) => ({ id: v7(), workspace_id: id, person_id: person, role: 'secretariat', organisation_id: null, valid_from: '2024-01-01' }))).execute()
    return startSession(tx, person, now)
  })
  return {
    size, url, db, cookie: `__Host-okt=${token}`,
    viewer: { person: { id: person, name: 'Rådgiver', language: 'nb', administrator: false }, memberships: rooms.map(({ id }) => ({ workspaceId: id, role: 'secretariat', organisationId: null })), lang: 'nb' },
    idOf: async (slug) => (await db.selectFrom('workspace').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id,
  }
}

/** What decides what a world holds: the tables, and what fills them. */
function digest(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['migrations/*.sql', 'src/{modules,imports}/**/*.sql', 'bench/world/{fill,shape,texts}.ts'], { cwd: projectRoot }).sort()) hash.update(readFileSync(join(projectRoot, file)))
  return hash.digest('hex').slice(0, 12)
}
