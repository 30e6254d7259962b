import { parseArgs } from 'node:util'
import { noteHeads } from '../platform/audit/heads.ts'
import { checkBackup, DamagedArchive, noteChecked, restoreBackup } from '../platform/backup/index.ts'
import type { Config } from '../platform/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { type ContentStore, openContentStore } from '../platform/files/content.ts'
import { projectRoot } from '../platform/project-root.ts'
import { readSecrets } from '../platform/secrets.ts'
import { forgetLogIns } from '../platform/session/after-restore.ts'
import { systemClock } from '../platform/time/clock.ts'
import { verifyAll } from '../portal/verify/index.ts'
import { catalogue } from './app.ts'
import { atDatabase, CannotRun, complain, configOf, say } from './commands/at-database.ts'
import { passphraseFrom } from './commands/passphrase.ts'

const usage = 'Bruk: npm run restore -- FIL [--check] [--empty-first] [--without-secret] [--passphrase-file FIL]'

/**
 * Fills an empty database from a backup. Exit code 0 when all is there and holds, 1 when it is there and something in it does not hold,
 * 2 when nothing was changed.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values, file } = argumentsOf(args)
  const config = configOf(process.env)
  const passphrase = await passphraseFrom(values['passphrase-file'], process.env)
  say('Leser gjennom hele sikkerhetskopien')
  const checked = await checkBackup(file, passphrase)
  const { manifest } = checked
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  say(`Den er hel: tatt ${manifest.at} av Trådverk ${manifest.program} på PostgreSQL ${manifest.postgresql}, ${rows} rader, ${manifest.files.count} filer`)
  if (values.check) {
    await noteChecked(config.dataDir, manifest.at, systemClock()).catch(() => undefined)
    return 0
  }
  return await atDatabase(config, async (url) => {
    const files = await openContentStore(config.dataDir)
    const loaded = await restoreBackup(checked, {
      url, root: projectRoot, dataDir: config.dataDir, secretKey: config.secretKey, files, file, passphrase,
      emptyFirst: values['empty-first'] ?? false, withoutSecret: values['without-secret'] ?? false, now: systemClock(), say,
    })
    say(`Gjenopprettet: ${loaded.rows} rader, ${loaded.contents} filer, ${loaded.jobs} jobber`)
    return await bringForward(url, config, files).catch((error: unknown) => {
      complain(`Dataene er på plass, men det som kommer etterpå, gikk galt: ${error instanceof Error ? error.message : String(error)}`)
      return 1
    })
  }, { alone: true })
}

async function bringForward(url: string, config: Config, files: ContentStore): Promise<number> {
  await migrate(url, projectRoot, (name) => say(`Brakt videre: ${name}`))
  const db = openDatabase(url, { max: 2 })
  try {
    const now = systemClock()
    say(`Innlogginger som er avsluttet: ${await forgetLogIns(db)}. Alle logger inn på nytt.`)
    await noteHeads(db, config.dataDir, now)
    const { lines, sound } = await verifyAll({ db, files, catalogue, dataDir: config.dataDir, auditKey: readSecrets(config).auditKey, now })
    for (const line of lines) say(line)
    say(sound ? 'Alt holder. Start Trådverk som vanlig.' : 'Dataene er på plass, men noe holder ikke. Se over.')
    return sound ? 0 : 1
  } finally {
    await db.destroy()
  }
}

function argumentsOf(args: readonly string[]) {
  try {
    const options = { check: { type: 'boolean' }, 'empty-first': { type: 'boolean' }, 'without-secret': { type: 'boolean' }, 'passphrase-file': { type: 'string' } } as const
    const { values, positionals: [file, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options })
    if (file !== undefined && more.length === 0) return { values, file }
  } catch {
    throw new CannotRun(usage)
  }
  throw new CannotRun(usage)
}

const reasonOf = (error: unknown): string =>
  error instanceof DamagedArchive ? `Sikkerhetskopien er skadet eller ikke hel (${error.message}).` : error instanceof Error ? error.message : String(error)

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  complain(`${reasonOf(error)} Databasen er ikke endret.`)
  return 2
})
