import { Inflate } from 'fflate'
import { refuse } from './unreadable.ts'

/** How much an archive may ask of us. */
export type ArchiveLimits = {
  /** Parts (files) inside. */
  readonly parts: number
  /** Bytes of one part after inflating: both what it declares and what comes out. */
  readonly partBytes: number
  /** Bytes of all parts after inflating. */
  readonly totalBytes: number
  /** Compressed bytes inflated at a time; deflate can at most grow a thousand times. */
  readonly inflateStep: number
  /** Elements inside one another in the XML. */
  readonly depth: number
}

type Part = { readonly name: string; readonly method: number; readonly from: number; readonly packed: number; readonly declared: number }

/** The parts of an archive by name. Nothing is inflated before it is asked for. */
export type Archive = {
  readonly names: readonly string[]
  readonly limits: ArchiveLimits
  has(name: string): boolean
  /** Inflates a part a step at a time and hands each piece to `take`, which may throw to stop. */
  read(name: string, take: (piece: Uint8Array, last: boolean) => void): void
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/**
 * Opens a zip archive from its central directory, and refuses what no office
 * program writes: encrypted parts, names that climb out of the archive, parts
 * inside one another, archives in archives, too many or too large parts.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = readDirectory(view, bytes, limits)
  let inflated = 0
  return {
    names: [...parts.keys()],
    limits,
    has: name => parts.has(name),
    read(name, take) {
      const part = parts.get(name)
      if (!part) refuse('damaged')
      let size = 0
      const count = (piece: Uint8Array, last: boolean) => {
        size += piece.length
        inflated += piece.length
        if (size > part.declared) refuse('damaged')
        if (size > limits.partBytes || inflated > limits.totalBytes) refuse('tooLargeInside')
        take(piece, last)
      }
      const packed = bytes.subarray(part.from, part.from + part.packed)
      if (part.method === 0) count(packed, true)
      else inflate(packed, limits.inflateStep, count)
      if (size !== part.declared) refuse('damaged')
    },
  }
}

function inflate(packed: Uint8Array, step: number, take: (piece: Uint8Array, last: boolean) => void): void {
  let ended = false
  const stream = new Inflate((piece, last) => {
    ended ||= last
    take(piece, last)
  })
  for (let at = 0; at < packed.length || at === 0; at += step) {
    const last = at + step >= packed.length
    stream.push(packed.subarray(at, at + step), last)
  }
  if (!ended) refuse('damaged')
}

function readDirectory(view: DataView, bytes: Uint8Array, limits: ArchiveLimits): Map<string, Part> {
  const end = findEnd(view)
  if (end < 0) refuse('damaged')
  const count = view.getUint16(end + 10, true)
  if (count > limits.parts) refuse('tooManyParts')
  let at = view.getUint32(end + 16, true)
  const parts = new Map<string, Part>()
  let total = 0
  for (let seen = 0; seen < count; seen++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) refuse('damaged')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const declared = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    if (flags & 1) refuse('encrypted')
    if (method !== 0 && method !== 8) refuse('damaged')
    if (unsafe(name)) refuse('unsafeNames')
    if (/\.(zip|7z|rar|gz|tar)$/i.test(name)) refuse('archiveInside')
    total += declared
    if (declared > limits.partBytes || total > limits.totalBytes) refuse('tooLargeInside')
    if (parts.has(name.toLowerCase())) refuse('damaged')
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== localMark) refuse('damaged')
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (from + packed > view.byteLength) refuse('damaged')
    parts.set(name.toLowerCase(), { name, method, from, packed, declared })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  refuseOverlap([...parts.values()])
  return parts
}

/** The end record is last, but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return -1
}

function unsafe(name: string): boolean {
  return name.includes('\0') || name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..')
}

/** Parts that share bytes are how a small archive becomes a very large one. */
function refuseOverlap(parts: readonly Part[]): void {
  const inOrder = parts.toSorted((a, b) => a.from - b.from)
  inOrder.forEach((part, index) => {
    const next = inOrder[index + 1]
    if (next && part.from + part.packed > next.from) refuse('damaged')
  })
}
