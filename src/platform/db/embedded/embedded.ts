import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseAddress, connectionUrl, leaveAddress } from './address.ts'
import { prepareAppDatabase } from './app-database.ts'
import { findBinaries } from './binaries.ts'
import { clusterFolder, prepareCluster } from './cluster.ts'
import { appRole, credentialsFor, hasCredentials } from './credentials.ts'
import { doorTo } from './door.ts'
import { clearLeftover } from './leftover.ts'
import { holderOf, lockFolder, type Lock } from './lock.ts'
import { isRefusal, refuse, type Refusal } from './refusal.ts'
import { startServer, type ServerPlan } from './server.ts'
import { serverUser, type ServerUser } from './server-user.ts'
import { supervise } from './supervise.ts'

export interface EmbeddedDatabase {
  /** Owner of the database `tradverk`, with the right to make other databases. The same as long as we run. */
  readonly url: string
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  /** Told in plain words what takes time and what went wrong while running. */
  readonly log: (message: string) => void
  /** Default true. False in tests: faster, and nothing is promised if the machine loses power. */
  readonly durable?: boolean
  /** Called when the server has been asked to start, and we only wait for it. */
  readonly whileItStarts?: () => void
  /** How long to wait for an earlier start on the same folder that is just stopping. Default 5 seconds. */
  readonly patienceMs?: number
}

/**
 * Starts the PostgreSQL that comes with the packages, on a cluster in the data folder that is made when missing. It is
 * watched and started again if it dies. One process at a time has a data folder; a second one is refused.
 */
export async function startEmbedded({ dataDir, log, durable = true, whileItStarts, patienceMs = 5000 }: EmbeddedOptions): Promise<EmbeddedDatabase | Refusal> {
  const user = serverUser(clusterFolder(dataDir))
  if (!user) return refuse('Databasen kan ikke kjøres som root, og maskinen har ingen bruker «nobody». Start som en vanlig bruker.')
  const folder = openDataFolder(dataDir, user)
  if (typeof folder !== 'string') return folder
  const lock = await lockWithPatience(folder, patienceMs)
  if (isRefusal(lock)) return lock
  const started = await startLocked(folder, user, durable, log, whileItStarts).catch((fault: unknown) => {
    lock.release()
    throw fault
  })
  if (isRefusal(started)) {
    lock.release()
    return started
  }
  return { url: started.url, stop: async () => { await started.stop(); lock.release() } }
}

/** The address of a database that another process of ours has running on the data folder, for commands beside the app. */
export async function runningEmbedded(dataDir: string): Promise<string | null> {
  if (!existsSync(dataDir) || !hasCredentials(dataDir) || process.platform === 'win32') return null
  const folder = realpathSync(dataDir)
  if (!(await holderOf(folder))) return null
  const address = await chooseAddress(clusterFolder(folder), serverUser(clusterFolder(folder)) ?? {})
  return connectionUrl(address, appRole, credentialsFor(folder).app, appRole)
}

async function startLocked(dataDir: string, user: ServerUser, durable: boolean, log: (message: string) => void, whileItStarts?: () => void): Promise<EmbeddedDatabase | Refusal> {
  const binaries = findBinaries(user)
  if (isRefusal(binaries)) return binaries
  const cluster = clusterFolder(dataDir)
  const unusable = await prepareCluster(dataDir, binaries, user)
  if (unusable) return unusable
  const credentials = credentialsFor(dataDir)
  const address = await chooseAddress(cluster, user)
  const door = doorTo([cluster], user)
  if (isRefusal(door)) return door
  const plan: ServerPlan = { binaries, user, cluster, door, address, superuserPassword: credentials.superuser, durable, logFile: join(dataDir, 'postgres.log') }
  const start = async (whileIt?: () => void) => {
    await clearLeftover(cluster)
    return startServer(plan, whileIt)
  }
  const first = await start(whileItStarts)
  if (isRefusal(first)) return first
  const supervised = supervise(first, start, log)
  return { url: await prepareAppDatabase(address, credentials), stop: () => supervised.stop().then(() => leaveAddress(address, cluster)) }
}

function openDataFolder(dataDir: string, user: ServerUser): string | Refusal {
  try {
    mkdirSync(dataDir, { recursive: true, mode: user.uid === undefined || process.platform === 'linux' ? 0o700 : 0o711 })
    return realpathSync(dataDir)
  } catch (fault) {
    return refuse(`DATA_DIR: kan ikke bruke mappen ${dataDir} (${(fault as Error).message}). Velg en mappe du kan skrive i.`)
  }
}

async function lockWithPatience(folder: string, patienceMs: number): Promise<Lock | Refusal> {
  for (const deadline = Date.now() + patienceMs; ; await pause(200)) {
    const lock = await lockFolder(folder, { pid: process.pid })
    if ('release' in lock) return lock
    if (Date.now() >= deadline) {
      const who = lock.pid ? ` (prosess ${lock.pid})` : ''
      return refuse(`DATA_DIR: mappen ${folder} er i bruk av et Trådverk som allerede kjører${who}. Stopp det først, eller velg en annen mappe med DATA_DIR.`, 'in-use')
    }
  }
}
