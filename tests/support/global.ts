import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/build.mjs'
import { startTestServer } from './server.ts'

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
  // While somebody edits, one room's tests can run though another room does not build; `npm test` has stopped before this.
  await build().catch((fault: Error) => console.warn(`Not built, so tests of pages in a browser and of the program fail: ${fault.message}`))
  const external = process.env.DATABASE_URL
  const server = external ? null : await startTestServer()
  const url = external ?? server?.url ?? ''
  const prefix = `test_${Date.now().toString(36)}_${process.pid}_`
  project.provide('sampling', { seed, all })
  project.provide('databaseServer', { url, prefix, external: Boolean(external) })
  return async () => {
    await dropDatabases(url, prefix)
    await server?.stop()
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix])
  for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  await client.end()
}
