import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import type { FileHandle } from 'node:fs/promises'
import type { ContentStore } from '../../platform/files/content.ts'
import { readAt, readZipDirectory, type ZipEntry } from '../../platform/files/zip-names.ts'
import { type CarriedWorkspace, dataName, pageName, readCarried, type Unreadable } from './format.ts'
import { type Names, readingPage } from './reading-page.ts'
import { zipWriter } from './zip-writer.ts'

/** What is unpacked never becomes larger than this, whatever the archive says of itself. */
export type Bounds = { zipBytes: number; dataBytes: number; filesBytes: number }
export const limits: Bounds = { zipBytes: 200_000_000, dataBytes: 100_000_000, filesBytes: 1_000_000_000 }

const unpack = promisify(inflateRaw)

/** Bytes of a zip as they are made: a little at a time, so that the memory does not grow with the files. */
export async function* packWorkspace(carried: CarriedWorkspace, store: ContentStore, names: Names, progress: (done: number, total: number) => Promise<void>): AsyncGenerator<Uint8Array> {
  const zip = zipWriter(Temporal.Instant.from(carried.made.at).toZonedDateTimeISO('Europe/Oslo'))
  yield* zip.text(dataName, `${JSON.stringify(carried, null, 1)}\n`)
  yield* zip.text(pageName, readingPage(carried, names))
  const files = [...new Map(carried.files.map((file) => [file.path, file])).values()]
  for (const [done, { path, sha256, size }] of files.entries()) {
    const read = async () => (await store.read(Buffer.from(sha256, 'hex'))) as AsyncIterable<Buffer> | null
    let crc = 0
    for await (const piece of (await read()) ?? []) crc = crc32(piece, crc)
    yield* zip.stored(path, size, crc)
    let written = 0
    for await (const piece of (await read()) ?? []) {
      written += piece.length
      yield piece
    }
    if (written !== size) throw new Error(`The content of ${path} is gone or damaged`)
    await progress(done + 1, files.length)
  }
  yield* zip.end()
}

export type Wrong = Unreadable | 'too-large'

/**
 * Reads the data of an archive that somebody has brought, and holds each file that the data names against its sha-256. Never more than the
 * limits is unpacked, and nothing is looked at that the data does not name. `keep` is given each content, one at a time.
 */
export async function unpackWorkspace(file: FileHandle, size: number, keep: (sha256: string, content: Uint8Array) => Promise<void> = async () => undefined, bounds: Bounds = limits): Promise<CarriedWorkspace | Wrong> {
  if (size > bounds.zipBytes) return 'too-large'
  const entries = await readZipDirectory(file, size)
  if (!entries) return 'damaged'
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const data = byName.get(dataName)
  if (byName.size !== entries.length || !data) return 'damaged'
  const bytes = await contentOf(file, size, data, bounds.dataBytes)
  if (typeof bytes === 'string') return bytes
  const carried = readCarried(bytes)
  if (typeof carried === 'string') return carried
  if (carried.files.reduce((sum, one) => sum + one.size, 0) > bounds.filesBytes) return 'too-large'
  for (const named of new Map(carried.files.map((one) => [one.path, one])).values()) {
    const entry = byName.get(named.path)
    const content = entry && (await contentOf(file, size, entry, named.size))
    if (!content || typeof content === 'string' || content.length !== named.size || createHash('sha256').update(content).digest('hex') !== named.sha256) return 'damaged'
    await keep(named.sha256, content)
  }
  return carried
}

/** One part, unpacked to at most so many bytes. */
async function contentOf(file: FileHandle, size: number, { offset, packed, method }: ZipEntry, most: number): Promise<Uint8Array | Wrong> {
  // What the directory claims is not believed before it is held against the file itself.
  const header = packed <= size ? await readAt(file, offset, 30) : null
  if (!header || header.readUInt32LE(0) !== 0x04034b50) return 'damaged'
  if (method === 0 && packed > most) return 'too-large'
  const body = await readAt(file, offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packed)
  if (!body) return 'damaged'
  if (method === 0) return body
  if (method !== 8) return 'damaged'
  return await unpack(body, { maxOutputLength: Math.max(most, 1) }).catch((error: { code?: string }) => (error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged'))
}
