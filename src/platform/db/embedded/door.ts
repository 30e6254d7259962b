import { existsSync, openSync } from 'node:fs'
import { closedFolder } from './reachable.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { ServerUser } from './server-user.ts'

/** How a process of the database gets to files that it may not walk to. */
export interface Door {
  /** What the process calls `path`. It is to be given the descriptors of `open` as its 3, 4 … in the same order. */
  name(path: string): string
  /** Opened now, to be closed by us when the process has started. */
  open(): number[]
}

/**
 * Run by root, the database runs as another user, whom root's home (0700) and a fresh temporary folder are closed to.
 * On Linux the process is handed the folder itself, already open, and calls it /proc/self/fd/3: then only the folder's
 * own owner and mode count, not those of the folders above it. Elsewhere a closed folder is refused.
 */
export function doorTo(paths: readonly string[], user: ServerUser): Door | Refusal {
  if (user.uid === undefined) return plain
  if (process.platform === 'linux' && existsSync('/proc/self/fd')) {
    return {
      name: (path) => (paths.includes(path) ? `/proc/self/fd/${3 + paths.indexOf(path)}` : path),
      open: () => paths.map((path) => openSync(path, 'r')),
    }
  }
  const closed = paths[0] && closedFolder(paths[0], user)
  return closed ? refuse(`DATA_DIR: databasen kjører som en egen bruker og slipper ikke inn i ${closed}. Velg en annen mappe med DATA_DIR.`) : plain
}

const plain: Door = { name: (path) => path, open: () => [] }
