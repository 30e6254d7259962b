import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder } from '../files/content.ts'
import type { Sink } from './tar.ts'

/** A file that is there whole, or not at all. */
export type Target = Sink & {
  /** Syncs it and gives it its name. Says how many bytes it has. */
  finish(): Promise<number>
  /** Takes away what was written. */
  abandon(): Promise<void>
}

const bufferSize = 1_048_576

/** Begins a file under a temporary name beside its own. Refuses to take the place of another. */
export async function openTarget(file: string): Promise<Target> {
  if (await stat(file).then(() => true, () => false)) throw new Error(`${file} finnes fra før. Velg et annet navn.`)
  const temporary = `${file}.${process.pid}.uferdig`
  const handle = await open(temporary, 'wx', 0o600)
  let [waiting, length, size]: [Uint8Array[], number, number] = [[], 0, 0]
  const flush = async () => {
    for (const piece of waiting) await handle.writeFile(piece)
    waiting = []
    length = 0
  }
  return {
    async write(bytes) {
      waiting.push(bytes)
      length += bytes.byteLength
      size += bytes.byteLength
      if (length >= bufferSize) await flush()
    },
    async finish() {
      await flush()
      await handle.sync()
      await handle.close()
      await rename(temporary, file)
      await syncFolder(path.dirname(file))
      return size
    },
    async abandon() {
      await handle.close().catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}

const ownName = /^tradverk-(\d{8}T\d{6}Z)\.tar(\.age)?$/

/** `tradverk-20261125T031500Z.tar`: names in order of time. */
export const nameOf = (at: Temporal.Instant, encrypted: boolean): string =>
  `tradverk-${at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}.tar${encrypted ? '.age' : ''}`

/** Removes our backups in a folder except the newest so many; returns what was removed. Other files are left alone. */
export async function keepNewest(folder: string, keep: number): Promise<string[]> {
  const stamp = (name: string) => ownName.exec(name)?.[1] ?? ''
  const ours = (await readdir(folder)).filter((name) => ownName.test(name)).sort((a, b) => (stamp(a) < stamp(b) ? 1 : -1))
  const old = ours.slice(keep)
  for (const name of old) await rm(path.join(folder, name))
  return old
}
