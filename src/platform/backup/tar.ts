import { createHash, type Hash } from 'node:crypto'

/** Where bytes go, one piece after another. */
export type Sink = {
  write(bytes: Uint8Array): Promise<void>
}

/** One part of an archive as it is read. What is left of its body when the next is asked for is passed by. */
export type Entry = {
  name: string
  size: number
  body: AsyncGenerator<Buffer>
  /** The sha-256 of everything in the archive before this part. */
  before: string
}

/** What is read is not an archive of ours, or not the one that was written. */
export class DamagedArchive extends Error {
  override name = 'DamagedArchive'
}

const block = 512
/** The name of the last part: the sha-256 of all that stands before it. */
export const checksumName = 'checksum.sha256'
const longestSize = 8 ** 11 - 1

/** The header of one part in the plain `ustar` format, which every tar reads. Names are ours, and at most 100 bytes. */
function headerOf(name: string, size: number, seconds: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`${name} cannot be the name of a part`)
  if (size > longestSize) throw new Error(`${name} is too large for the archive`)
  const header = Buffer.alloc(block)
  const octal = (value: number, at: number, digits: number) => header.write(value.toString(8).padStart(digits, '0'), at, 'latin1')
  header.write(name, 0, 'latin1')
  octal(0o600, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(size, 124, 11)
  octal(seconds, 136, 11)
  header.write('        ', 148, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  octal(header.reduce((sum, byte) => sum + byte, 0), 148, 6)
  header.write('\0 ', 154, 'latin1')
  return header
}

const padding = (size: number) => Buffer.alloc((block - (size % block)) % block)

export type TarWriter = {
  /** A part that is in memory. */
  add(name: string, body: Uint8Array): Promise<void>
  /** A part of a known size that is read as it is written. Throws when it turns out to have another size. */
  addStream(name: string, size: number, body: AsyncIterable<Uint8Array>): Promise<void>
  /** Writes the checksum of all, and the end. */
  end(): Promise<void>
}

/** Writes a tar archive to a sink, as it comes. All parts carry the same time. */
export function tarWriter(sink: Sink, at: Temporal.Instant): TarWriter {
  const seconds = Math.floor(at.epochMilliseconds / 1000)
  const hash = createHash('sha256')
  const put = async (bytes: Uint8Array) => {
    hash.update(bytes)
    await sink.write(bytes)
  }
  async function addStream(name: string, size: number, body: AsyncIterable<Uint8Array>): Promise<void> {
    await put(headerOf(name, size, seconds))
    let written = 0
    for await (const piece of body) {
      written += piece.byteLength
      if (written > size) break
      await put(piece)
    }
    if (written !== size) throw new Error(`${name} changed while it was read`)
    await put(padding(size))
  }
  async function add(name: string, body: Uint8Array): Promise<void> {
    await put(headerOf(name, body.byteLength, seconds))
    await put(body)
    await put(padding(body.byteLength))
  }
  return {
    add,
    addStream,
    async end() {
      await add(checksumName, Buffer.from(`${hash.copy().digest('hex')}\n`))
      await sink.write(Buffer.alloc(2 * block))
    },
  }
}

/** Bytes from a stream, so many at a time. */
class Bytes {
  readonly hash: Hash = createHash('sha256')
  #source: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)
  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }
  /** At most `most` bytes that lie ready, or null at the end. */
  async some(most: number): Promise<Buffer | null> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#source.next()
      if (done) return null
      this.#rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
    const piece = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(piece.length)
    this.hash.update(piece)
    return piece
  }
  async close(): Promise<void> {
    await this.#source.return?.()
  }
  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let left = length; left > 0;) {
      const piece = await this.some(left)
      if (!piece) throw new DamagedArchive('The archive ends too early')
      pieces.push(piece)
      left -= piece.length
    }
    return Buffer.concat(pieces, length)
  }
}

/**
 * Reads an archive that `tarWriter` wrote, part by part, and holds it against what was written: every byte that is not as it was written
 * makes it throw `DamagedArchive`, at the latest after the last part. Nothing of a part may be trusted before that.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const bytes = new Bytes(source)
  try {
    yield* partsOf(bytes)
  } finally {
    await bytes.close()
  }
}

async function* partsOf(bytes: Bytes): AsyncGenerator<Entry> {
  for (;;) {
    const before = bytes.hash.copy().digest('hex')
    const header = await bytes.exactly(block)
    const { name, size } = readHeader(header)
    let read = 0
    const body = async function* () {
      while (read < size) {
        const piece = await bytes.some(size - read)
        if (!piece) throw new DamagedArchive('The archive ends too early')
        read += piece.length
        yield piece
      }
    }
    if (name === checksumName) {
      const said = (await bytes.exactly(size)).toString('latin1')
      if (said !== `${before}\n`) throw new DamagedArchive('The archive is not as it was written: its checksum is another')
      await isEmpty(bytes, padding(size).length)
      await isEmpty(bytes, 2 * block)
      if (await bytes.some(1)) throw new DamagedArchive('There is more after the end of the archive')
      return
    }
    yield { name, size, body: body(), before }
    if (read < size) for await (const piece of body()) void piece
    await isEmpty(bytes, padding(size).length)
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (at: number, length: number) => header.toString('latin1', at, at + length).replace(/\0.*$/s, '')
  const [name, size, seconds] = [text(0, 100), Number.parseInt(text(124, 12), 8), Number.parseInt(text(136, 12), 8)]
  const known = /^[\x21-\x7e]{1,100}$/.test(name) && Number.isSafeInteger(size) && Number.isSafeInteger(seconds) && size <= longestSize && seconds <= longestSize
  if (!known || !headerOf(name, size, seconds).equals(header)) throw new DamagedArchive('This is not a backup from Trådverk, or it is damaged')
  return { name, size }
}

async function isEmpty(bytes: Bytes, length: number): Promise<void> {
  if ((await bytes.exactly(length)).some((byte) => byte !== 0)) throw new DamagedArchive('The archive is not as it was written: there is something between its parts')
}
