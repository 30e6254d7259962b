import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { startEmbedded } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'
import { numbersFrom } from '../support/numbers.ts'
import { sample } from '../support/sample.ts'
import { scratchFolder } from './scratch.ts'

const random = numbersFrom(inject('sampling').seed)
const kills = sample(Array.from({ length: 200 }, (_, index) => ({ afterMs: Math.floor(100 + random() * 700), what: index % 4 === 3 ? 'database' : 'program' })), 6)

test(`check 37: kill -9 at random points, ${kills.length} times: every acknowledged row is there, none half`, { timeout: 60_000 + kills.length * 8000 }, async () => {
  const dataDir = scratchFolder()
  const acknowledged = new Set<string>()
  for (const { afterMs, what } of kills) {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = once(writer, 'exit')
    const allRead = once(writer.stdout, 'close')
    const lines = createInterface(writer.stdout)
    const ready = once(lines, 'line')
    lines.on('line', (line) => line.startsWith('ok ') && acknowledged.add(line.slice(3)))
    await Promise.race([ready, gone.then(() => { throw new Error('The program did not start again') })])
    await pause(afterMs)
    if (what === 'database') await killDatabase(dataDir, acknowledged)
    writer.kill('SIGKILL')
    await gone
    await allRead
  }
  expect(acknowledged.size).toBeGreaterThan(kills.length)
  const kept = await keptRows(dataDir)
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect([...kept.values()].filter((whole) => !whole)).toEqual([])
})

/** Kills the server under the program, and waits until the program writes again. */
async function killDatabase(dataDir: string, acknowledged: Set<string>): Promise<void> {
  process.kill(Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10), 'SIGKILL')
  await pause(200)
  const before = acknowledged.size
  await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before)
}

/** Each row's number, and whether both its halves are there. */
async function keptRows(dataDir: string): Promise<Map<string, boolean>> {
  const database = await startEmbedded({ dataDir, log: () => undefined })
  if (isRefusal(database)) throw new Error(database.refused)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ id: string, whole: boolean }>('select id::text, half = other as whole from row')
  await client.end()
  await database.stop()
  return new Map(rows.map(({ id, whole }) => [id, whole]))
}
