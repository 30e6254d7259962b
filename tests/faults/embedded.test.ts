import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { runningEmbedded, startEmbedded, type EmbeddedDatabase } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'
import { scratchFolder, temporaryFolder } from './scratch.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Making a cluster takes a second or more, so the tests that do not spoil it share one. */
const shared = temporaryFolder()
afterAll(() => rmSync(shared, { recursive: true, force: true }))

async function start(dataDir: string, log: (message: string) => void = () => undefined): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, log })
  if (isRefusal(database)) throw new Error(database.refused)
  onTestFinished(() => database.stop())
  return database
}

async function ask<T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(query)).rows
  } finally {
    await client.end()
  }
}

const serverPid = (dataDir: string) => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)

test('makes a cluster with Norwegian order and keeps what is in it', async () => {
  const dataDir = shared
  const first = await start(dataDir)
  await ask(first.url, "create table if not exists place as select * from unnest(array['Åmot', 'Aaseral', 'Øyer', 'Ærøy', 'Zander', 'Bø']) name")
  await first.stop()
  const second = await start(dataDir)
  const rows = await ask<{ name: string }>(second.url, 'select name from place order by name')
  expect(rows.map(({ name }) => name)).toEqual(['Bø', 'Zander', 'Ærøy', 'Øyer', 'Åmot', 'Aaseral'])
})

test('check 38: is safe against a power cut, and the app is not its superuser', async () => {
  const { url } = await start(shared)
  const [settings] = await ask(url, `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
    current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses, usesuper, usecreatedb from pg_user where usename = current_user`)
  expect(settings).toEqual({ fsync: 'on', commit: 'on', pages: 'on', addresses: process.platform === 'win32' ? '127.0.0.1' : '', usesuper: false, usecreatedb: true })
  await expect(ask(url.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
})

// Seen to fail on a cluster that was started as tests start theirs, with `durable: false`.
test('check 38: each change is on the disk before it is acknowledged', async () => {
  const { url } = await start(shared)
  const synced = async () => Number((await ask<{ n: number }>(url, `select sum(fsyncs)::int as n from pg_stat_io where object = 'wal'`))[0]?.n)
  await ask(url, 'create table if not exists acknowledged (n int)')
  const before = await synced()
  // A line each: what it did is counted when it ends.
  for (let n = 0; n < 10; n++) await ask(url, `insert into acknowledged values (${n})`)
  expect(await synced()).toBeGreaterThanOrEqual(before + 10)
})

test('a second start on one data folder is refused with the reason, and the first goes on', async () => {
  const dataDir = shared
  const { url } = await start(dataDir)
  const second = await startEmbedded({ dataDir, log: () => undefined, patienceMs: 100 })
  expect(second).toMatchObject({ cause: 'in-use', refused: expect.stringMatching(new RegExp(`DATA_DIR.*${dataDir}.*${process.pid}`)) })
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await runningEmbedded(dataDir)).toBe(url)
})

test('check 39: comes back by itself when the server is killed', async () => {
  const dataDir = shared
  const said: string[] = []
  const { url } = await start(dataDir, (message) => said.push(message))
  await ask(url, 'create table if not exists kept as select 1 as one')
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    process.kill(serverPid(dataDir), signal)
    await expect.poll(() => ask(url, 'select one from kept').catch(() => null), { timeout: 15_000 }).toEqual([{ one: 1 }])
  }
  expect(said.length).toBeGreaterThanOrEqual(2)
})

test('a number in postmaster.pid that now belongs to another program does not stop a start', async () => {
  const dataDir = shared
  await (await start(dataDir)).stop()
  const file = join(dataDir, 'postgres/postmaster.pid')
  writeFileSync(file, `${process.pid}\n${join(dataDir, 'postgres')}\n1700000000\n5432\n\n\n\n`)
  const { url } = await start(dataDir)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a cluster that was cut off while it was made is made again', async () => {
  const dataDir = scratchFolder()
  const begun = startEmbedded({ dataDir, log: () => undefined })
  await expect.poll(() => existsSync(join(dataDir, 'postgres.new/PG_VERSION')), { interval: 5 }).toBe(true)
  const finished = await begun
  if (!isRefusal(finished)) await finished.stop()
  // What kill -9 in the middle of it leaves behind: the unfinished folder, and no cluster.
  rmSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.new-password'), 'left')
  const { url } = await start(dataDir)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(join(dataDir, 'postgres.new-password'))).toBe(false)
})

test('a folder with a very long path works', async () => {
  const dataDir = join(scratchFolder(), 'mappe-'.padEnd(120, 'x'))
  const { url } = await start(dataDir)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a cluster without its passwords is refused and left alone', async () => {
  const dataDir = scratchFolder()
  await (await start(dataDir)).stop()
  rmSync(join(dataDir, 'database-passwords.json'))
  expect(await startEmbedded({ dataDir, log: () => undefined })).toMatchObject({ cause: 'unusable', refused: expect.stringContaining('database-passwords.json') })
  expect(existsSync(join(dataDir, 'postgres/PG_VERSION'))).toBe(true)
})

test.runIf(process.getuid?.() === 0)('run by root it runs as another user, who owns only the cluster', async () => {
  const dataDir = shared
  await start(dataDir)
  expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'database-passwords.json'))).toMatchObject({ uid: 0 })
  expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(statSync(join(dataDir, 'postgres')).uid)
})

test('stops within seconds, also with clients connected', async () => {
  const dataDir = shared
  const database = await start(dataDir)
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  const pid = serverPid(dataDir)
  const begun = performance.now()
  await database.stop()
  expect(performance.now() - begun).toBeLessThan(5000)
  await pause(50)
  expect(() => process.kill(pid, 0)).toThrow()
})
