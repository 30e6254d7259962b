import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys that must not stand in the database: whoever has only that can neither forge the event chain nor a cookie. */
export interface Secrets {
  readonly auditKey: Uint8Array
  readonly cookieKey: Uint8Array
  /** Signs links in e-mails. */
  readonly passKey: Uint8Array
  /** Tells two secrets apart and opens nothing; this one may stand in the database. */
  readonly digest: Uint8Array
}

/**
 * Derives the keys from `secretKey`, or from a secret made once and kept in the data folder, readable only for the one
 * who runs us. Throws when that file is there and cannot be read, or is not what we wrote.
 */
export function readSecrets({ secretKey, dataDir }: { secretKey: string | null, dataDir: string }): Secrets {
  const secret = secretKey ?? keptSecret(dataDir)
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, 'tradverk', purpose, 32))
  return { auditKey: derive('audit'), cookieKey: derive('cookie'), passKey: derive('pass'), digest: derive('digest') }
}

const secretFile = (dataDir: string) => join(dataDir, 'secret-key')

/** What tells one secret from another and gives nothing of it away; null when there is none yet. */
export function markOfSecret({ secretKey, dataDir }: { secretKey: string | null, dataDir: string }): string | null {
  const secret = secretKey ?? read(secretFile(dataDir))
  return secret === null ? null : Buffer.from(hkdfSync('sha256', secret, 'tradverk', 'mark', 16)).toString('hex')
}

/** The secret that lies in the data folder, for a backup that nobody can read without its passphrase; null when there is none. */
export const secretForBackup = (dataDir: string): string | null => read(secretFile(dataDir))

/** A secret from a backup that lies ready in the data folder, under another name. */
export type ReadySecret = { /** Where it lies until it is put in place. */ file: string; /** Puts it in place; one that is there is laid aside beside it. */ put(): void; /** Takes it away again: the one that is there stands. */ drop(): void }

/** Lays a secret from a backup ready beside the one that counts: it may not take its place before the data that it belongs to are there. */
export function readySecret(dataDir: string, secret: string, now: Temporal.Instant): ReadySecret {
  const place = secretFile(dataDir)
  mkdirSync(dataDir, { recursive: true })
  const file = `${place}.restored-${now.epochMilliseconds}`
  writeFileSync(file, secret, { mode: 0o600, flush: true })
  return {
    file,
    put() {
      const before = read(place)
      if (before !== null && before !== secret) linkSync(place, `${place}.before-restore-${now.epochMilliseconds}`)
      renameSync(file, place)
    },
    drop: () => rmSync(file, { force: true }),
  }
}

function keptSecret(dataDir: string): string {
  const file = secretFile(dataDir)
  const kept = read(file) ?? make(dataDir, file)
  if (!/^[0-9a-f]{64}$/.test(kept)) throw new Error(`${file} is damaged. Bring it back from a backup; without it the history cannot be verified.`)
  return kept
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fault
  }
}

/** Written whole under another name first; of two that make it at once, the first one's counts. */
function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}
