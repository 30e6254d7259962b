import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { longestSocketPath } from './lock.ts'
import type { ServerUser } from './server-user.ts'

/** Where the server listens: a socket file that only the owner reaches, or on Windows a free port on loopback. */
export interface Address {
  readonly socketFolder: string | null
  readonly port: number
}

/** The number is part of the socket's file name; nothing listens on it. */
const socketNumber = 5432

export async function chooseAddress(cluster: string, user: ServerUser): Promise<Address> {
  if (process.platform === 'win32') return { socketFolder: null, port: await freePort() }
  const fits = Buffer.byteLength(join(cluster, `.s.PGSQL.${socketNumber}.lock`)) <= longestSocketPath
  return { socketFolder: fits ? cluster : shortFolder(cluster, user), port: socketNumber }
}

/** Removes the folder that was made for a socket elsewhere than in the cluster. */
export function leaveAddress({ socketFolder }: Address, cluster: string): void {
  if (socketFolder && socketFolder !== cluster) rmSync(socketFolder, { recursive: true, force: true })
}

export function connectionUrl(address: Address, role: string, password: string, database: string): string {
  const host = address.socketFolder ? encodeURIComponent(address.socketFolder) : '127.0.0.1'
  return `postgres://${role}:${password}@${host}:${address.port}/${database}`
}

/** A socket's path has a limit of about a hundred bytes; a deep data folder gets a short one elsewhere. */
function shortFolder(cluster: string, user: ServerUser): string {
  const folder = join(tmpdir(), `tradverk-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`)
  mkdirSync(folder, { mode: 0o700, recursive: true })
  const uid = user.uid ?? process.getuid?.()
  const owner = lstatSync(folder)
  if (!owner.isDirectory() || (owner.uid !== uid && owner.uid !== process.getuid?.())) throw new Error(`${folder} belongs to someone else`)
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  return folder
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => (found && typeof found === 'object' ? resolve(found.port) : reject(new Error('No free port'))))
    })
  })
}
