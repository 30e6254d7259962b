import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '../platform/backup/index.ts'
import { openContentStore } from '../platform/files/content.ts'
import { systemClock } from '../platform/time/clock.ts'
import { atDatabase, CannotRun, complain, configOf, say, sizeInWords } from './commands/at-database.ts'
import { passphraseFrom } from './commands/passphrase.ts'
import { version } from './version.ts'

const usage = 'Bruk: npm run backup [-- --to MAPPE_ELLER_FIL] [--keep ANTALL] [--passphrase-file FIL]'

/** Makes a backup. Exit code 0 when it is whole, 1 when a file was missing or damaged already, 2 when there is none. */
async function main(args: readonly string[]): Promise<number> {
  const { to, keep, 'passphrase-file': passphraseFile } = argumentsOf(args)
  if (keep !== undefined && !/^[1-9]\d{0,4}$/.test(keep)) throw new CannotRun(`--keep ${keep}: skriv hvor mange som skal beholdes, for eksempel --keep 14.`)
  const config = configOf(process.env)
  const passphrase = await passphraseFrom(passphraseFile, process.env)
  const began = performance.now()
  const { file, size, manifest, removed } = await atDatabase(config, async (url) =>
    makeBackup({
      url, dataDir: config.dataDir, secretKey: config.secretKey, files: await openContentStore(config.dataDir), program: version,
      to: to ?? join(config.dataDir, 'backups'), passphrase, keep: keep === undefined ? null : Number(keep), now: systemClock(), say,
    }))
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  say(`Ferdig på ${Math.ceil((performance.now() - began) / 1000)} s: ${file} (${sizeInWords(size)}, ${rows} rader, ${manifest.files.count} filer)`)
  for (const name of removed) say(`Slettet en eldre: ${name}`)
  if (to === undefined) say('Den ligger på samme maskin som dataene. Kopier den til et annet sted.')
  if (!manifest.secret.included) say('Nøkkelen er ikke med. Ta vare på «secret-key» i datamappen, eller SECRET_KEY, et annet sted enn sikkerhetskopien.')
  for (const sha256 of manifest.files.missing) complain(`Mangler i datamappen: fil ${sha256}`)
  for (const sha256 of manifest.files.damaged) complain(`Skadet i datamappen: fil ${sha256}`)
  return manifest.files.missing.length + manifest.files.damaged.length === 0 ? 0 : 1
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { to: { type: 'string' }, keep: { type: 'string' }, 'passphrase-file': { type: 'string' } } }).values
  } catch {
    throw new CannotRun(usage)
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  complain(`Ingen sikkerhetskopi ble laget. ${error instanceof Error ? error.message : String(error)}`)
  return 2
})
