import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { buildApp, beforeCommit, prepare } from '../../src/app/app.ts'
import { fillDemo } from '../../src/app/demo/demo.ts'
import { jobsOf } from '../../src/app/jobs.ts'
import { enhetsregisteret } from '../../src/imports/enhetsregisteret/index.ts'
import { isProblems, readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { openContentStore } from '../../src/platform/files/content.ts'
import { migrateJobs } from '../../src/platform/jobs/jobs.ts'
import { createLimiter } from '../../src/platform/limits/limits.ts'
import { createLog } from '../../src/platform/log/log.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { fixedClock, systemClock } from '../../src/platform/time/clock.ts'
import { startSession } from '../../src/platform/session/session.ts'
import { personBehind } from '../../src/platform/session/login.ts'
import { testDatabase, type World } from './database.ts'

/** A fixed day, so that what is late stays late. */
export const today = '2026-11-20T10:00:00Z'

/** A platform with real wiring on a database: only the clock stands still. */
export async function platformOn(url: string, dataDir: string): Promise<Platform> {
  const config = readConfig({ DATA_DIR: dataDir, SECRET_KEY: 'x'.repeat(32), LOG_LEVEL: 'error', SECURITY_CONTACT: 'mailto:sikkerhet@eksempel.example' })
  if (isProblems(config)) throw new Error(config.map((p) => p.message).join('; '))
  const db = openDatabase(url, { max: 5 })
  const clock = fixedClock(today)
  return {
    config, db, clock, beforeCommit, version: 'test',
    auditKey: new Uint8Array(32).fill(7),
    passKey: new Uint8Array(32).fill(9),
    files: await openContentStore(dataDir),
    limit: createLimiter(db, 'test'),
    // Tests ask nobody outside; those that do have a server of their own.
    enhetsregisteret: enhetsregisteret(null),
    relyingParties: new Map(),
    log: createLog({ clock: systemClock, level: 'error' }),
  }
}

/** The demo world, made once for all test files and copied. */
export const demoWorld: World = {
  name: 'demo',
  sources: ['src/{app,reports}/**/*.ts', 'src/modules/**/*.{ts,tsv}', 'src/{modules,imports}/**/*.sql', 'src/platform/**/*.ts', 'migrations/*.sql'],
  async build(url) {
    const folder = await mkdtemp(join(tmpdir(), 'tradverk-world-'))
    const platform = await platformOn(url, folder)
    try {
      await migrateJobs(url, jobsOf(platform))
      await prepare(platform.db)
      await fillDemo(platform)
    } finally {
      await platform.db.destroy()
      await rm(folder, { recursive: true })
    }
  },
}

export type House = {
  platform: Platform
  /** The database, for what opens its own connections. */
  url: string
  app: Hono
  /** Asks as one of the demo's roles, or as nobody. */
  ask(role: string | null, path: string, init?: { form?: Record<string, string | string[]>; files?: Record<string, { name: string; bytes: Uint8Array }>; headers?: Record<string, string> }): Promise<Response>
  close(): Promise<void>
}

/** The whole house on a copy of the demo world, without a network: requests go straight to the application. */
export async function openHouse(world: World = demoWorld): Promise<House> {
  const database = await testDatabase(world)
  const folder = await mkdtemp(join(tmpdir(), 'tradverk-house-'))
  const platform = await platformOn(database.url, folder)
  await prepare(platform.db)
  const app = buildApp(platform)
  const tokens = new Map<string, string>()
  const tokenOf = async (role: string): Promise<string> => {
    const known = tokens.get(role)
    if (known) return known
    const person = await personBehind(platform.db, 'demo', role)
    if (!person) throw new Error(`The demo has no role ${role}`)
    const token = await platform.db.transaction().execute((tx) => startSession(tx, person, platform.clock()))
    tokens.set(role, token)
    return token
  }
  return {
    platform,
    url: database.url,
    app,
    async ask(role, path, init = {}) {
      const headers = new Headers(init.headers)
      if (role) headers.set('cookie', `__Host-okt=${await tokenOf(role)}`)
      if (!init.form) return app.request(path, { headers })
      const body = init.files ? new FormData() : new URLSearchParams()
      for (const [name, value] of Object.entries(init.form)) for (const one of [value].flat()) body.append(name, one)
      if (body instanceof FormData) for (const [name, file] of Object.entries(init.files ?? {})) body.append(name, new File([new Uint8Array(file.bytes)], file.name))
      return app.request(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...Object.fromEntries(headers) }, body })
    },
    async close() {
      await platform.db.destroy()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const key = (): string => randomUUID()
