import { lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
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

/** A folder of ours with this name that `user` can walk to and nobody else can write in, or null when there is no place for it. */
export function reachableFolder(name: string, user: ServerUser): string | null {
  for (const place of ['/var/lib', '/var/tmp', tmpdir()]) {
    const folder = join(place, name)
    try {
      mkdirSync(folder, { mode: 0o755, recursive: true })
      const { uid, mode } = lstatSync(folder)
      if (uid === process.getuid?.() && (mode & 0o022) === 0 && !closedFolder(folder, user)) return folder
    } catch {
      continue
    }
  }
  return null
}
