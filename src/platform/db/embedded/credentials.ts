import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Made once for a data folder and kept beside the cluster, readable only for the one who runs us. */
export interface Credentials {
  /** Of the role `postgres`, which only makes the role and the database below. */
  readonly superuser: string
  /** Of the role that the app uses: owns its database, may make others (tests), no more. */
  readonly app: string
}

export const appRole = 'tradverk'

const fileIn = (dataDir: string) => join(dataDir, 'database-passwords.json')

export const hasCredentials = (dataDir: string): boolean => existsSync(fileIn(dataDir))

export function credentialsFor(dataDir: string): Credentials {
  const file = fileIn(dataDir)
  if (!existsSync(file)) {
    const made: Credentials = { superuser: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
    writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600, flush: true })
    renameSync(`${file}.new`, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Credentials
}
