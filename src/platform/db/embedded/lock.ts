import { createHash } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a process that asks is told about the one that holds the folder. */
export interface Holder {
  readonly pid: number
}

export interface Lock {
  release(): void
}

/** A longer path than this cannot be a socket (104 bytes on macOS, 108 on Linux). */
export const longestSocketPath = 100

/**
 * Locks a folder for this process by listening on a socket in it. The system ends the listening with the process, so
 * nothing is left held after kill -9, and a number used again by another process is never mistaken for the holder.
 * Returns who holds it when it is taken.
 */
export async function lockFolder(folder: string, holder: Holder): Promise<Lock | Holder> {
  const path = lockPath(folder)
  for (;;) {
    const server = await listen(path, holder)
    if (server) return { release: () => server.close() }
    // Asked twice: the one who is just taking it is at the path a moment before it listens there.
    const taken = (await askHolder(path)) ?? (await pause(50), await askHolder(path))
    if (taken) return taken
    removeStale(path)
    const mine = await listen(path, holder)
    if (!mine) continue
    // Two may clear away the same stale socket at once: the one that answers at the path afterwards has it. The other
    // lets go of its own without closing it, since closing would remove the path.
    await pause(100)
    if ((await askHolder(path))?.pid === holder.pid) return { release: () => mine.close() }
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Who holds the folder, or null when nobody does. */
export const holderOf = (folder: string): Promise<Holder | null> => askHolder(lockPath(folder))

function lockPath(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\tradverk-${name}`
  const inside = join(folder, 'lock.sock')
  return Buffer.byteLength(inside) <= longestSocketPath ? inside : join(tmpdir(), `tradverk-${name}.sock`)
}

function listen(path: string, holder: Holder): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end(JSON.stringify(holder))
    })
    server.once('error', (fault: NodeJS.ErrnoException) => (fault.code === 'EADDRINUSE' ? resolve(null) : reject(fault)))
    server.listen(path, () => resolve(server))
    server.unref()
  })
}

/** A holder that does not answer within a second (stopped, or busy) holds it all the same. */
function askHolder(path: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(path)
    const silent = setTimeout(() => done({ pid: 0 }), 1000)
    const done = (holder: Holder | null) => {
      clearTimeout(silent)
      socket.destroy()
      resolve(holder)
    }
    socket.on('data', (chunk) => (answer += chunk))
    socket.on('error', () => done(null))
    socket.on('end', () => done(parseHolder(answer)))
  })
}

function parseHolder(answer: string): Holder {
  try {
    const pid: unknown = JSON.parse(answer).pid
    return { pid: typeof pid === 'number' ? pid : 0 }
  } catch {
    return { pid: 0 }
  }
}

function removeStale(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) unlinkSync(path)
}
