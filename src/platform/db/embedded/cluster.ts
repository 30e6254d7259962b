import { spawn } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { credentialsFor, hasCredentials } from './credentials.ts'
import { doorTo } from './door.ts'
import { isRefusal, refuse, type Refusal } from './refusal.ts'
import type { ServerUser } from './server-user.ts'

/** The major version of the packaged PostgreSQL: a cluster of another must be carried over by backup and restore. */
const majorVersion = '18'

export const clusterFolder = (dataDir: string): string => join(dataDir, 'postgres')

/**
 * Makes the cluster in the data folder when it is not there: Norwegian order (æ ø å last), UTF-8, passwords. It is made
 * under another name and renamed when whole, so that one cut off half-way is never taken for a cluster.
 */
export async function prepareCluster(dataDir: string, binaries: Binaries, user: ServerUser): Promise<Refusal | null> {
  const cluster = clusterFolder(dataDir)
  if (existsSync(cluster)) return examineCluster(dataDir, cluster)
  for (const entry of readdirSync(dataDir)) {
    if (entry.startsWith('postgres.new')) rmSync(join(dataDir, entry), { recursive: true, force: true })
  }
  const unfinished = `${cluster}.new`
  ownFolder(unfinished, user)
  const failed = await initialise(unfinished, credentialsFor(dataDir).superuser, binaries, user)
  if (failed !== null) return refuse(`Kunne ikke lage databasen i ${dataDir}: ${failed}`)
  renameSync(unfinished, cluster)
  return null
}

function examineCluster(dataDir: string, cluster: string): Refusal | null {
  const version = readIfThere(join(cluster, 'PG_VERSION'))?.trim()
  if (version === undefined) {
    return refuse(`Databasen i ${cluster} tilhører en annen bruker eller er skadet. Start som samme bruker som før, eller velg en annen mappe med DATA_DIR.`)
  }
  if (version !== majorVersion) {
    return refuse(`Databasen i ${cluster} er laget med PostgreSQL ${version}, og dette er ${majorVersion}. Ta sikkerhetskopi med forrige utgave av Trådverk og legg den inn i denne.`)
  }
  if (hasCredentials(dataDir)) return null
  return refuse(`Filen database-passwords.json mangler i ${dataDir}. Hent den fra sikkerhetskopien, eller velg en annen mappe med DATA_DIR.`)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function ownFolder(folder: string, user: ServerUser): void {
  mkdirSync(folder, { mode: 0o700 })
  chmodSync(folder, 0o700)
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
}

/** Returns why it failed, or null. */
async function initialise(cluster: string, password: string, binaries: Binaries, user: ServerUser): Promise<string | null> {
  const passwordFile = `${cluster}-password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) chownSync(passwordFile, user.uid, user.gid)
  const door = doorTo([cluster, passwordFile], user)
  if (isRefusal(door)) return door.refused
  const doors = door.open()
  const child = spawn(binaries.initdb, [
    '--pgdata', door.name(cluster), '--username=postgres', '--auth=scram-sha-256', '--pwfile', door.name(passwordFile),
    '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nb-NO', '--no-instructions',
  ], { ...user, cwd: '/', windowsHide: true, stdio: ['ignore', 'ignore', 'pipe', ...doors] })
  for (const opened of doors) closeSync(opened)
  let complaint = ''
  child.stderr?.on('data', (chunk) => (complaint += chunk))
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (fault) => { complaint += fault.message; resolve(1) })
    child.on('close', resolve)
  })
  rmSync(passwordFile, { force: true })
  return code === 0 ? null : complaint.trim() || `initdb endte med kode ${code}`
}
