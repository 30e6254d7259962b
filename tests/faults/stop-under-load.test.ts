import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { demoWorld } from '../support/house.ts'
import { sample } from '../support/sample.ts'
import { openBalancer } from './balancer.ts'
import { cookieOf, type Load, putLoadOn } from './load.ts'
import { freePort, open, type Program } from './program.ts'
import { scratchFolder } from './scratch.ts'

vi.setConfig({ testTimeout: 90_000 })

const secret = 's'.repeat(64)
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase(demoWorld)
})
afterAll(() => database.close())

/** Everything was answered, what was promised is there, and each once. */
async function nothingFailed(load: Load): Promise<void> {
  const { answered, failures, saved, longestMs } = await load.stop()
  expect(failures).toEqual([])
  expect(answered).toBeGreaterThan(60)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from item where title like 'Under last %'`.execute(database.db)
  expect(rows[0]?.n).toBe(saved.length)
  await sql`delete from item where title like 'Under last %'`.execute(database.db)
  expect(longestMs).toBeLessThan(20_000)
}

const answers = (load: Load, more: number) => {
  const before = load.answered()
  return expect.poll(() => load.answered(), { timeout: 20_000 }).toBeGreaterThan(before + more)
}

// Seen to fail when the proxy was given too little time to hear that we are leaving.
test('check 55: two processes behind a proxy are restarted one after the other under load, and no request fails', async () => {
  const ports = [await freePort(), await freePort()]
  const env = { DATABASE_URL: database.url, DATA_DIR: scratchFolder(), SECRET_KEY: secret, DRAIN_SECONDS: '2', LOG_LEVEL: 'warn' }
  const running = new Map<number, Program>()
  const start = async (port: number) => void running.set(port, await open({ env: { ...env, PORT: String(port) } }))
  onTestFinished(async () => {
    for (const program of running.values()) program.kill('SIGKILL')
    await Promise.all([...running.values()].map((program) => program.ended))
  })
  await Promise.all(ports.map(start))
  const balancer = await openBalancer(ports)
  onTestFinished(() => balancer.close())
  const load = putLoadOn(balancer.port, await cookieOf(database.url, 'sekretariat'), 6)
  await answers(load, 30)
  for (const port of sample(ports, 1)) {
    const old = running.get(port)
    old?.kill('SIGTERM')
    expect(await old?.ended).toBe(0)
    await start(port)
    await expect.poll(() => balancer.sendsTo()).toEqual(ports)
    await answers(load, 30)
  }
  await nothingFailed(load)
})

/** Two starts that inherit one open socket as number 3, as systemd hands it over; the second begins when it is told to. */
const handOver = `
  start() { LISTEN_FDS=1 LISTEN_PID=$(exec sh -c 'echo $PPID') exec "$NODE" dist/main.js; }
  start & old=$!
  read line; kill -TERM $old; wait $old; echo "stopped with $?"
  start & new=$!
  read line; kill -TERM $new; wait $new; echo "stopped with $?"
`

test.skipIf(process.platform === 'win32')('check 55: one process on a socket that outlives it is restarted under load: requests wait for the new one, and none fails', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as { port: number }
  const { fd } = (holder as unknown as { _handle: { fd: number } })._handle
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS$|VITEST|DEMO$)/.test(name)))
  const shell = spawn('sh', ['-c', handOver], {
    cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit', fd],
    env: { ...inherited, NODE: process.execPath, DATABASE_URL: database.url, DATA_DIR: scratchFolder(), SECRET_KEY: secret, BASE_URL: `http://localhost:${port}`, LOG_LEVEL: 'warn' },
  })
  let said = ''
  shell.stdout?.on('data', (chunk) => (said += chunk))
  const starts = () => said.split('Trådverk: http').length - 1
  const ended = once(shell, 'close')
  onTestFinished(async () => {
    shell.stdin?.end('\n\n')
    await ended
  })
  holder.close()
  await expect.poll(starts, { timeout: 30_000 }).toBe(1)
  const load = putLoadOn(port, await cookieOf(database.url, 'sekretariat'), 6)
  await answers(load, 30)
  shell.stdin?.write('\n')
  await expect.poll(starts, { timeout: 30_000 }).toBe(2)
  expect(said).toContain('stopped with 0')
  await answers(load, 30)
  await nothingFailed(load)
})
