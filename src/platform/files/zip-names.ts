import type { FileHandle } from 'node:fs/promises'

/** Enough for any office file; more is not looked into. */
const mostEntries = 10_000
const longestDirectory = 4_000_000

/** Reads exactly this many bytes, or null when the file ends before. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  if (position < 0 || length < 0) return null
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) return null
    filled += bytesRead
  }
  return bytes
}

/** A part of a zip as its directory tells of it: where it begins, how it is packed, and how long it is packed. */
export type ZipEntry = { name: string; method: number; packed: number; offset: number }

/** The names of the entries in a zip file; null when it is not a plain zip. */
export const readZipNames = async (file: FileHandle, size: number): Promise<string[] | null> => (await readZipDirectory(file, size))?.map((entry) => entry.name) ?? null

/**
 * The entries of a zip file, read from its directory without unpacking anything; null when it is not a plain zip (damaged, encrypted,
 * split, 64-bit or unreasonably large directory).
 */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipEntry[] | null> {
  // The directory's own place stands in the last 22 bytes, before a comment of at most 65,535.
  const tailLength = Math.min(size, 22 + 65_535)
  const tail = await readAt(file, size - tailLength, tailLength)
  const end = tail?.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) ?? -1
  if (!tail || end < 0 || end + 22 > tail.length) return null
  const entries = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (entries > mostEntries || length > longestDirectory || start + length > size) return null
  const directory = await readAt(file, start, length)
  if (!directory) return null
  const found: ZipEntry[] = []
  let at = 0
  while (found.length < entries) {
    if (at + 46 > length || directory.readUInt32LE(at) !== 0x02014b50) return null
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1
    const nameLength = directory.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    if (encrypted || next > length) return null
    found.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength), method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42),
    })
    at = next
  }
  return found
}
