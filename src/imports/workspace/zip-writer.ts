import { crc32, deflateRawSync } from 'node:zlib'

type Entry = { name: Buffer; method: number; crc: number; packed: number; size: number; offset: number }

/** A plain zip, a piece at a time: sizes stand before each part, so that every tool can read it. Under 4 GB. */
export type ZipWriter = {
  /** A part that is in memory, packed. */
  text(name: string, content: string): Uint8Array[]
  /** The start of a part that follows as it is, of this size and checksum. */
  stored(name: string, size: number, crc: number): Uint8Array[]
  end(): Uint8Array[]
}

export function zipWriter(at: Temporal.ZonedDateTime): ZipWriter {
  const entries: Entry[] = []
  let offset = 0
  const time = (at.hour << 11) | (at.minute << 5) | (at.second >> 1)
  const date = ((Math.max(at.year, 1980) - 1980) << 9) | (at.month << 5) | at.day
  /** What the local and the central header have alike: from «version needed» to the length of what is extra. */
  const common = ({ name, method, crc, packed, size }: Entry) => {
    const bytes = Buffer.alloc(26)
    bytes.writeUInt16LE(20, 0)
    bytes.writeUInt16LE(0x0800, 2)
    bytes.writeUInt16LE(method, 4)
    bytes.writeUInt16LE(time, 6)
    bytes.writeUInt16LE(date, 8)
    bytes.writeUInt32LE(crc, 10)
    bytes.writeUInt32LE(packed, 14)
    bytes.writeUInt32LE(size, 18)
    bytes.writeUInt16LE(name.length, 22)
    return bytes
  }
  const begin = (name: string, method: number, crc: number, packed: number, size: number): Uint8Array[] => {
    const entry = { name: Buffer.from(name), method, crc, packed, size, offset }
    const pieces = [Buffer.from('PK\x03\x04', 'latin1'), common(entry), entry.name]
    entries.push(entry)
    offset += 30 + entry.name.length + packed
    if (offset > 0xffff_ffff) throw new Error('The archive is larger than 4 GB')
    return pieces
  }
  return {
    text(name, content) {
      const bytes = Buffer.from(content)
      const packed = deflateRawSync(bytes)
      return [...begin(name, 8, crc32(bytes), packed.length, bytes.length), packed]
    },
    stored: (name, size, crc) => begin(name, 0, crc, size, size),
    end() {
      const directory = entries.map((entry) => {
        const rest = Buffer.alloc(14)
        rest.writeUInt32LE(entry.offset, 10)
        return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common(entry), rest, entry.name])
      })
      const length = directory.reduce((sum, one) => sum + one.length, 0)
      const end = Buffer.alloc(22)
      end.write('PK\x05\x06', 'latin1')
      end.writeUInt16LE(entries.length, 8)
      end.writeUInt16LE(entries.length, 10)
      end.writeUInt32LE(length, 12)
      end.writeUInt32LE(offset, 16)
      return [...directory, end]
    },
  }
}
