import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeCommit, buildApp } from '../../src/app/app.ts'
import { enhetsregisteret } from '../../src/imports/enhetsregisteret/index.ts'
import { isProblems, readConfig } from '../../src/platform/config.ts'
import { openContentStore } from '../../src/platform/files/content.ts'
import { createLimiter } from '../../src/platform/limits/limits.ts'
import { createLog } from '../../src/platform/log/log.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { systemClock } from '../../src/platform/time/clock.ts'
import { statementsDuring } from '../../tests/support/statements.ts'
import type { World } from '../world/world.ts'
import { secretKey } from './site.ts'

/** A platform on a world, in this process: for what is measured without a network. */
export async function platformIn(world: World): Promise<Platform> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tradverk-bench-'))
  const config = readConfig({ DATA_DIR: dataDir, SECRET_KEY: secretKey, LOG_LEVEL: 'error', DATABASE_URL: world.url })
  if (isProblems(config)) throw new Error(config.map((p) => p.message).join('; '))
  return {
    config, db: world.db, clock: systemClock, beforeCommit, version: 'bench', auditKey: new Uint8Array(32).fill(7), passKey: new Uint8Array(32).fill(9),
    files: await openContentStore(dataDir), limit: createLimiter(world.db, 'bench'), enhetsregisteret: enhetsregisteret(null), relyingParties: new Map(), log: createLog({ clock: systemClock, level: 'error' }),
  }
}

/** Statements that a page asks of the database. */
export async function statementsOf(world: World, path: string, cookie: string | null): Promise<number> {
  const app = buildApp(await platformIn(world))
  const ask = async () => {
    const answer = await app.request(`http://localhost${path}`, cookie ? { headers: { cookie } } : {})
    if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}`)
    await answer.text()
  }
  await ask()
  return statementsDuring(world.url, ask)
}
