import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startEmbedded } from '../../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../../src/platform/db/embedded/refusal.ts'
import { freePort, health, launch, open, type Program } from './program.ts'
import { temporaryFolder } from './scratch.ts'

vi.setConfig({ testTimeout: 90_000 })

const dataDir = temporaryFolder()
// Without the example, which takes most of a first start and is not what is looked at here.
const house = { DATA_DIR: dataDir, DEMO: '0' }
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const stopsAtTheEnd = (program: Program) => onTestFinished(async () => {
  program.kill('SIGTERM')
  await program.ended
})

const serverPid = () => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('starting', () => {
  test.each([
    ['PORT', 'abc'], ['DATABASE_URL', 'mysql://a:b@db/c'], ['BASE_URL', 'https://tradverk.eksempel.no'], ['DATA_DIR', '/dev/null/data'],
  ])('%s=%s: says which one is wrong and ends', async (name, value) => {
    const program = await launch({ env: { DATA_DIR: dataDir, [name]: value } })
    expect(await program.ended).toBe(1)
    expect(program.said()).toMatch(new RegExp(`^${name}`, 'm'))
    expect(program.said()).not.toContain('    at ')
  })

  test('a second start on the same data folder is refused, and the first goes on', async () => {
    const first = await open({ env: house })
    stopsAtTheEnd(first)
    const second = await launch({ env: house })
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(dataDir)
    expect(second.said()).toContain(String(first.pid))
    expect(await health(first)).toBe(200)
  })

  test('a port that is taken is named', async () => {
    const port = String(await freePort())
    const first = await open({ env: { ...house, PORT: port } })
    stopsAtTheEnd(first)
    const other = temporaryFolder()
    onTestFinished(() => rmSync(other, { recursive: true, force: true }))
    const second = await launch({ env: { DATA_DIR: other, PORT: port } })
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(port)
  })
})

describe('stopping', () => {
  test.each([['SIGTERM', true], ['SIGINT', true], ['SIGTERM', false]] as const)('%s (through the launcher: %s) stops everything, the database too, within seconds', async (signal, launcher) => {
    const program = await open({ env: house, launcher })
    const database = serverPid()
    expect(isAlive(database)).toBe(true)
    const begun = performance.now()
    program.kill(signal)
    expect(await program.ended).toBe(0)
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(isAlive(database)).toBe(false)
    expect(await health(program)).toBeNull()
  })

  test('when the launcher is killed the program stops, and the next start just works', async () => {
    const program = await open({ env: house, launcher: true })
    program.kill('SIGKILL')
    const next = await open({ env: house })
    stopsAtTheEnd(next)
    expect(await health(next)).toBe(200)
  })
})

describe('check 39: the database goes away', () => {
  // Seen to fail when /helse does not ask the database.
  test('/helse says 503 while it is away and 200 when it is back, without a new start', async () => {
    const folder = temporaryFolder()
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const start = async () => {
      const database = await startEmbedded({ dataDir: folder, log: () => undefined })
      if (isRefusal(database)) throw new Error(database.refused)
      return database
    }
    const first = await start()
    const program = await open({ env: { DATA_DIR: dataDir, DATABASE_URL: first.url } })
    stopsAtTheEnd(program)
    expect(await health(program)).toBe(200)
    await first.stop()
    expect(await health(program)).toBe(503)
    const second = await start()
    onTestFinished(() => second.stop())
    await expect.poll(() => health(program), { timeout: 15_000 }).toBe(200)
  })

  test('the embedded one is started again when it is killed', async () => {
    const program = await open({ env: house })
    stopsAtTheEnd(program)
    process.kill(serverPid(), 'SIGKILL')
    await expect.poll(() => health(program), { timeout: 15_000 }).toBe(200)
  })
})
