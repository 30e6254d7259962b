import { sql } from 'kysely'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { openContentStore } from '../platform/files/content.ts'
import { readSecrets } from '../platform/secrets.ts'
import { systemClock } from '../platform/time/clock.ts'
import { verifyAll } from '../portal/verify/index.ts'
import { catalogue } from './app.ts'
import { atDatabase, CannotRun, complain, configOf, say } from './commands/at-database.ts'

/** Goes through everything that must hold and says what does not: exit code 0 when all does, 1 when something does not, 2 when it could not be done. */
async function main(): Promise<number> {
  const config = configOf(process.env)
  return await atDatabase(config, async (url) => {
    const db = openDatabase(url, { max: 2 })
    try {
      if (!(await isFilled(db))) throw new CannotRun('Databasen er tom. Start Trådverk én gang først.')
      const { auditKey } = readSecrets(config)
      const { lines, sound } = await verifyAll({ db, files: await openContentStore(config.dataDir), catalogue, dataDir: config.dataDir, auditKey, now: systemClock() })
      for (const line of lines) say(line)
      return sound ? 0 : 1
    } finally {
      await db.destroy()
    }
  })
}

/** Whether the migrations have run: before the first start there is nothing to verify. */
async function isFilled(db: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('event_head') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}

process.exitCode = await main().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error))
  return 2
})
