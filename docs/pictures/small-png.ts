import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** As many colours as a palette has room for. */
const mostColours = 256

/**
 * A PNG from a browser (8 bits, RGB or RGBA, not interlaced) with at most 256 colours: a third of its size, for pages of few colours. What shines through is
 * set on white. The colours that are most used stay as they are; the others become the nearest of them.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = read(png)
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, mostColours).map(([colour]) => colour)
  const place = new Map(palette.map((colour, i) => [colour, i]))
  const nearest = (colour: number): number => {
    const known = place.get(colour)
    if (known !== undefined) return known
    const distance = (other: number) => [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)
    const found = palette.reduce((best, other, i) => (distance(other) < distance(palette[best] ?? 0) ? i : best), 0)
    place.set(colour, found)
    return found
  }
  // Each line begins with how it is filtered: with a palette, not at all is smallest.
  const lines = Buffer.alloc((width + 1) * height)
  pixels.forEach((colour, i) => (lines[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = nearest(colour)))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The pixels, a number 0xRRGGBB each, line by line. */
function read(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const [width, height, channels] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3]
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(data))
  const size = width * channels
  const pixels = new Uint32Array(width * height)
  let above = new Uint8Array(size)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (size + 1)] ?? 0
    const line = new Uint8Array(size)
    for (let x = 0; x < size; x++) {
      const [left, up, corner] = [x < channels ? 0 : (line[x - channels] ?? 0), above[x] ?? 0, x < channels ? 0 : (above[x - channels] ?? 0)]
      line[x] = (raw[y * (size + 1) + 1 + x] ?? 0) + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0)
    }
    for (let x = 0; x < width; x++) {
      const alpha = channels === 4 ? (line[x * 4 + 3] ?? 255) / 255 : 1
      const part = (i: number) => Math.round((line[x * channels + i] ?? 0) * alpha + 255 * (1 - alpha))
      pixels[y * width + x] = (part(0) << 16) | (part(1) << 8) | part(2)
    }
    above = line
  }
  return { width, height, pixels }
}

/** The neighbour that is nearest to what the three of them foretell (PNG, filter 4). */
function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
