import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { load } from './frame/load.ts'
import type { Measure } from './frame/measure.ts'
import { startApp, startBare } from './frame/site.ts'
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

/** So many people with a page open, each on a line of their own, all having asked for it once. */
async function people(port: number, path: string, cookies: readonly string[]): Promise<() => void> {
  const sockets: Socket[] = []
  for (let i = 0; i < cookies.length; i += 20) {
    await Promise.all(cookies.slice(i, i + 20).map((cookie) => new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`))
      sockets.push(socket)
      let text = ''
      socket.on('error', reject).on('data', (chunk) => {
        text = (text + chunk.toString('latin1')).slice(-100_000)
        if (/0\r\n\r\n$|hello$|<\/html>$/.test(text)) resolve()
      })
    })))
  }
  return () => sockets.forEach((socket) => socket.destroy())
}

/** Memory at rest with the database that comes along, and what a thousand people who are logged in add. */
export const memory: Measure = {
  name: 'memory',
  async run({ tell }) {
    if (process.platform !== 'linux') return
    const dataDir = await mkdtemp(join(tmpdir(), 'tradverk-bench-'))
    const [app, bare] = [await startApp({ databaseUrl: null, dataDir, demo: true }), await startBare()]
    try {
      await fetch(`http://127.0.0.1:${app.port}/`).then((answer) => answer.text())
      await fetch(`http://127.0.0.1:${bare.port}/`).then((answer) => answer.text())
      await atRest(() => megabytes(app.pid))
      const rest = { app: megabytes(app.pid), bare: megabytes(bare.pid) }
      tell({ name: 'memory at rest, database included', unit: 'MB', value: rest.app, baseline: rest.bare, ratio: rest.app / rest.bare, spread: 0, target: { of: 'value', atMost: 250 } })
      const cookies = await sessions(dataDir)
      const path = '/arbeidsrom/eksempelfylket/plan'
      // Warm first: what is kept is asked about, not what was made on the way.
      await load(app.port, path, { headers: { cookie: cookies[0] ?? '' }, ms: 3_000 })
      await load(bare.port, '/', { ms: 3_000 })
      await atRest(() => ownMegabytes(app.pid))
      const before = { app: ownMegabytes(app.pid), bare: ownMegabytes(bare.pid) }
      const done = [await people(app.port, path, cookies), await people(bare.port, '/', cookies)]
      await atRest(() => ownMegabytes(app.pid))
      const more = { app: ownMegabytes(app.pid) - before.app, bare: ownMegabytes(bare.pid) - before.bare }
      tell({ name: 'memory with 1,000 people logged in, database included', unit: 'MB', value: megabytes(app.pid), baseline: megabytes(bare.pid), ratio: null, spread: 0, target: null })
      tell({ name: 'memory that 1,000 people who are logged in add', unit: 'MB', value: more.app, baseline: more.bare, ratio: more.app / Math.max(more.bare, 1), spread: 0, target: { of: 'ratio', atMost: 2 } })
      done.forEach((end) => end())
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
