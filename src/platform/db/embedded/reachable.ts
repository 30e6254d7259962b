import { createHash } from 'node:crypto'
import { accessSync, constants, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** The nearest folder at or above `path` that `user` may not walk through, or null when the whole way is open. */
export function closedFolder(path: string, user: ServerUser): string | null {
  if (user.uid === undefined) return null
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false })
    if (found && !mayEnter(found, user)) return folder
    if (folder === dirname(folder)) return null
  }
}

function mayEnter(folder: { mode: number, uid: number, gid: number }, user: ServerUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}

/**
 * The data folder when nobody has chosen one: `preferred`, unless the project lies where the user that the database
 * runs as cannot come (root's home is 0700). Then a folder of its own, named by the project's path, where it can.
 */
export function reachableDataDir(preferred: string, user: ServerUser): string {
  if (!closedFolder(preferred, user)) return preferred
  const name = `${basename(dirname(preferred))}-${createHash('sha256').update(preferred).digest('hex').slice(0, 8)}`
  const home = ['/var/lib', '/var/tmp', tmpdir()].find((folder) => isWritable(folder) && !closedFolder(folder, user))
  return home ? join(home, name) : preferred
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
