import { readFile } from 'node:fs/promises'
import { CannotRun } from './at-database.ts'

const shortest = 12

/** The passphrase of a backup: from a file, else from BACKUP_PASSPHRASE; null when there is none. It is never an argument, which others on the machine may read. */
export async function passphraseFrom(file: string | undefined, env: NodeJS.ProcessEnv): Promise<string | null> {
  const passphrase = file === undefined ? env.BACKUP_PASSPHRASE : (await readPassphrase(file)).replace(/\r?\n$/, '')
  if (!passphrase) return null
  if (passphrase.length < shortest) throw new CannotRun(`Passordfrasen må ha minst ${shortest} tegn.`)
  return passphrase
}

async function readPassphrase(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => {
    throw new CannotRun(`Kan ikke lese passordfrasen i ${file}.`)
  })
}
