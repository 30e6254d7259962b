import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/build.mjs'
import { startEmbedded, type EmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'
import { projectRoot } from '../../src/platform/project-root.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server where we may make databases, and what the names of this run's begin with. */
    databaseServer: { url: string, prefix: string, external: boolean }
    sampling: { seed: number, all: boolean }
  }
}

/** Once for a run: builds, starts a database server (or uses DATABASE_URL), and draws the seed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
  const all = process.env.TEST_ALL === '1'
  console.log(all ? `SEED=${seed}, every case` : `SEED=${seed}, a sample of the large products (npm run test:all takes every case)`)
  await build()
  const external = process.env.DATABASE_URL
  const server = external ? null : await startServer()
  const url = external ?? server?.url ?? ''
  const prefix = `test_${Date.now().toString(36)}_${process.pid}_`
  project.provide('sampling', { seed, all })
  project.provide('databaseServer', { url, prefix, external: Boolean(external) })
  return async () => {
    await dropDatabases(url, prefix)
    await server?.stop()
  }
}

/** Several runs may go on at once in one tree: each takes the first folder that nobody holds. */
async function startServer(): Promise<EmbeddedDatabase> {
  for (let place = 1; ; place++) {
    const dataDir = join(projectRoot, 'test-results', `database-${place}`)
    const options = { dataDir, durable: false, patienceMs: 0, log: console.warn }
    const server = await startEmbedded(options)
    if (!isRefusal(server)) return server
    if (server.cause === 'in-use') continue
    // Nothing in it is worth keeping, and with fsync off a power cut may have spoilt it.
    await rm(dataDir, { recursive: true, force: true })
    const again = await startEmbedded(options)
    if (!isRefusal(again)) return again
    throw new Error(again.refused)
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix])
  for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  await client.end()
}
