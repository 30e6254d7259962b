import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/** Content that has been written and synced under a temporary name, and is not yet kept. */
export type Received = { sha256: Buffer; size: number; temporary: string }
export type Receipt = { ok: true; received: Received } | { ok: false; why: 'empty' | 'too-large' }

/**
 * A folder where content lies under its own sha-256. Nothing here knows names or people; the table `file` does.
 */
export type ContentStore = {
  /** Writes and syncs to a temporary file; stops reading at the first byte too many. */
  receive(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Receipt>
  /** Gives received content its place, safe against power loss when it returns. Call it inside the transaction that names it. */
  keep(received: Received): Promise<void>
  discard(received: Received): Promise<void>
  /** A stream of kept content, or null when it is not there. */
  read(sha256: Uint8Array): Promise<Readable | null>
  /** Kept content, to be read here and there; null when it is not there. Whoever opens it closes it. */
  open(sha256: Uint8Array): Promise<FileHandle | null>
  /** How many bytes kept content has, or null when it is not there. */
  size(sha256: Uint8Array): Promise<number | null>
  remove(sha256: Uint8Array): Promise<void>
  /** The 256 drawers that content lies in, and what lies in one. */
  drawers(): Promise<string[]>
  inDrawer(drawer: string): Promise<Buffer[]>
  /** Removes temporary files that nobody has touched since an instant; says how many. */
  removeTemporary(before: Temporal.Instant): Promise<number>
}

/** A rename is only safe when the folder it happened in is synced too. Windows cannot sync a folder and does not need to. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const missing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Opens (and makes) the store under a data folder: `<data>/files/ab/cdef…`, temporary ones in `<data>/files/tmp`. */
export async function openContentStore(dataFolder: string): Promise<ContentStore> {
  const root = path.join(dataFolder, 'files')
  const temporaryFolder = path.join(root, 'tmp')
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 })
  await syncFolder(root)
  await syncFolder(dataFolder)

  const placeOf = (sha256: Uint8Array) => {
    const hex = Buffer.from(sha256).toString('hex')
    if (hex.length !== 64) throw new Error('Not a sha-256')
    return { drawer: path.join(root, hex.slice(0, 2)), place: path.join(root, hex.slice(0, 2), hex.slice(2)) }
  }

  const sizeOf = async (sha256: Uint8Array): Promise<number | null> => {
    try {
      return (await stat(placeOf(sha256).place)).size
    } catch (error) {
      if (missing(error)) return null
      throw error
    }
  }

  return {
    async receive(body, maxBytes) {
      const temporary = path.join(temporaryFolder, randomUUID())
      const handle = await open(temporary, 'wx', 0o600)
      const hash = createHash('sha256')
      let size = 0
      let whole = false
      try {
        for await (const chunk of body) {
          size += chunk.byteLength
          if (size > maxBytes) break
          hash.update(chunk)
          // `writeFile` on a handle writes all of it where `write` may stop half-way.
          await handle.writeFile(chunk)
        }
        if (size > 0 && size <= maxBytes) await handle.sync()
        whole = size > 0 && size <= maxBytes
      } finally {
        await handle.close()
        if (!whole) await rm(temporary, { force: true })
      }
      if (!whole) return { ok: false, why: size === 0 ? 'empty' : 'too-large' }
      return { ok: true, received: { sha256: hash.digest(), size, temporary } }
    },
    async keep({ sha256, temporary }) {
      const { drawer, place } = placeOf(sha256)
      const made = await mkdir(drawer, { recursive: true, mode: 0o700 })
      if (made) await syncFolder(root)
      // Also when it is there already: the earlier writer may not have synced the folder yet.
      await rename(temporary, place)
      await syncFolder(drawer)
    },
    async discard({ temporary }) {
      await rm(temporary, { force: true })
    },
    async read(sha256) {
      return (await sizeOf(sha256)) === null ? null : createReadStream(placeOf(sha256).place)
    },
    size: sizeOf,
    async open(sha256) {
      return await open(placeOf(sha256).place, 'r').catch((error: unknown) => {
        if (missing(error)) return null
        throw error
      })
    },
    async remove(sha256) {
      await rm(placeOf(sha256).place, { force: true })
    },
    async drawers() {
      return (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()
    },
    async inDrawer(drawer) {
      const names = await readdir(path.join(root, drawer))
      return names.filter((name) => /^[0-9a-f]{62}$/.test(name)).map((name) => Buffer.from(drawer + name, 'hex'))
    },
    async removeTemporary(before) {
      let removed = 0
      for (const name of await readdir(temporaryFolder)) {
        const file = path.join(temporaryFolder, name)
        const modified = await stat(file).then((found) => found.mtimeMs, () => Infinity)
        if (modified >= before.epochMilliseconds) continue
        await rm(file, { force: true })
        removed += 1
      }
      return removed
    },
  }
}
