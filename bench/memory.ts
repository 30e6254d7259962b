import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { compare } from './frame/compare.ts'
import { countable, heldBy } from './frame/held.ts'
import { load } from './frame/load.ts'
import type { Measure } from './frame/measure.ts'
import { type Running, startApp, startBare } from './frame/site.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { runningEmbedded } from '../src/platform/db/embedded/embedded.ts'
import { startSession } from '../src/platform/session/session.ts'

/** Megabytes that a process and those it started take: what they share is counted once. */
function megabytes(pid: number): number {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name): [number, number][] => {
    try {
      return [[Number(name), Number(readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1])]]
    } catch {
      return []
    }
  }))
  const below = (id: number): number[] => [id, ...[...parents].filter(([, parent]) => parent === id).flatMap(([child]) => below(child))]
  return below(pid).reduce((sum, id) => sum + ownMegabytes(id), 0)
}

/** Until what is taken has not fallen for a while: what is held is asked about, and not what has yet to be given back. At most a minute. */
async function atRest(taken: () => number): Promise<void> {
  for (let [least, since, waited] = [taken(), 0, 0]; since < 15 && waited < 60; since++, waited++) {
    await pause(1_000)
    if (taken() < least * 0.995) [least, since] = [taken(), 0]
  }
}

/** A line is given up when nothing has come along it for five seconds. */
const beforeSilenceMs = 4_000

/** So many people with a page open, each on a line of their own that stays open, all having asked for it once. */
async function people(port: number, path: string, cookies: readonly string[]): Promise<() => void> {
  const ends: (() => void)[] = []
  const come = (cookie: string) => new Promise<void>((resolve, reject) => {
    const ask = (what: string, headers = '') => socket.write(`GET ${what} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`)
    const socket: Socket = connect(port, '127.0.0.1', () => ask(path, `Cookie: ${cookie}\r\n`))
    let text = ''
    const read = (chunk: Buffer) => {
      text = (text + chunk.toString('latin1')).slice(-100)
      if (!/0\r\n\r\n$|hello$|<\/html>$/.test(text)) return
      socket.off('data', read).resume()
      const again = setInterval(ask, beforeSilenceMs, '/robots.txt')
      ends.push(() => (clearInterval(again), socket.destroy()))
      resolve()
    }
    socket.on('error', reject).on('data', read)
  })
  for (let i = 0; i < cookies.length; i += 20) await Promise.all(cookies.slice(i, i + 20).map(come))
  return () => ends.forEach((end) => end())
}

/** Megabytes that are held while they are here, and not before. */
async function heldFor(of: Running, path: string, cookies: readonly string[]): Promise<number> {
  const before = await heldBy(of.child)
  const leave = await people(of.port, path, cookies)
  const held = (await heldBy(of.child)) - before
  leave()
  return held
}

/** Memory at rest with the database that comes along, and what a thousand people who are logged in hold. */
export const memory: Measure = {
  name: 'memory',
  async run({ tell }) {
    if (process.platform !== 'linux') return
    const dataDir = await mkdtemp(join(tmpdir(), 'tradverk-bench-'))
    const [app, bare] = [await startApp({ databaseUrl: null, dataDir, demo: true, nodeOptions: countable }), await startBare({ nodeOptions: countable })]
    try {
      await fetch(`http://127.0.0.1:${app.port}/`).then((answer) => answer.text())
      await fetch(`http://127.0.0.1:${bare.port}/`).then((answer) => answer.text())
      await atRest(() => megabytes(app.pid))
      const rest = { app: megabytes(app.pid), bare: megabytes(bare.pid) }
      tell({ name: 'memory at rest, database included', unit: 'MB', value: rest.app, baseline: rest.bare, ratio: rest.app / rest.bare, spread: 0, target: { of: 'value', atMost: 250 } })
      const cookies = await sessions(dataDir)
      const path = '/arbeidsrom/eksempelfylket/plan'
      // Warm first: what is compiled and planned on the way is not asked about.
      await load(app.port, path, { headers: { cookie: cookies[0] ?? '' }, ms: 5_000 })
      await load(bare.port, '/', { ms: 3_000 })
      const found = await compare(5, () => heldFor(app, path, cookies), () => heldFor(bare, '/', cookies))
      tell({ name: 'memory that 1,000 people who are logged in hold', unit: 'MB', ...found, target: { of: 'ratio', atMost: 2 } })
      tell({ name: 'memory taken after 1,000 people have come five times, database included', unit: 'MB', value: megabytes(app.pid), baseline: megabytes(bare.pid), ratio: null, spread: 0, target: null })
    } finally {
      await app.stop()
      await bare.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** Without those it started: what the program itself holds. Nothing when it has ended. */
function ownMegabytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1_000
  } catch {
    return 0
  }
}

async function sessions(dataDir: string): Promise<string[]> {
  const url = await runningEmbedded(dataDir)
  if (!url) throw new Error('There is no database in the data folder')
  const db = openDatabase(url, { max: 2 })
  try {
    const { person_id: person } = await db.selectFrom('identity').select('person_id').where('provider', '=', 'demo').where('subject', '=', 'sekretariat').executeTakeFirstOrThrow()
    return await db.transaction().execute(async (tx) => {
      const all: string[] = []
      for (let i = 0; i < 1_000; i++) all.push(`__Host-okt=${await startSession(tx, person, Temporal.Now.instant())}`)
      return all
    })
  } finally {
    await db.destroy()
  }
}
