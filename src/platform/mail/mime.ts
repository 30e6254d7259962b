/** A part of a mail, as far as we need to read it. Header names in lower case, the first of each. */
export type MimePart = { headers: ReadonlyMap<string, string>; type: string; text: string; parts: readonly MimePart[] }

const maxDepth = 6
const maxParts = 60
const maxHeaders = 500

/**
 * Reads a mail into its parts, for what servers write to servers: never throws, and what is nested too deep, too many or too long is left
 * out. Linear in what it is given.
 */
export function readMime(raw: string): MimePart {
  const left = { parts: maxParts }
  return readPart(raw.replace(/\r\n?/g, '\n'), 0, left)
}

function readPart(raw: string, depth: number, left: { parts: number }): MimePart {
  const end = raw.startsWith('\n') ? 0 : raw.indexOf('\n\n')
  const headers = readHeaders(end === -1 ? raw : raw.slice(0, end))
  const body = end === -1 ? '' : raw.slice(raw.startsWith('\n') ? 1 : end + 2)
  const contentType = headers.get('content-type') ?? 'text/plain'
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const boundary = parameter(contentType, 'boundary')
  const nested = type.startsWith('multipart/') && boundary !== null && depth < maxDepth
  const parts: MimePart[] = []
  if (nested) {
    for (const inner of between(body, boundary)) {
      if (left.parts-- <= 0) break
      parts.push(readPart(inner, depth + 1, left))
    }
  }
  return { headers, type, text: nested ? '' : decoded(body, headers.get('content-transfer-encoding') ?? ''), parts }
}

/** Unfolds and splits `Name: value` lines; used for the groups of fields in a delivery status too. */
export function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>()
  let name = ''
  for (const line of block.split('\n', maxHeaders)) {
    if (/^[ \t]/.test(line) && name !== '') {
      const before = headers.get(name) ?? ''
      if (before.length < 2_000) headers.set(name, `${before} ${line.trim()}`.slice(0, 2_000))
      continue
    }
    const colon = line.indexOf(':')
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : ''
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim().slice(0, 2_000))
    else name = ''
  }
  return headers
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,100})"|([^;\\s"]{1,100}))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? null
}

function between(body: string, boundary: string): string[] {
  const found: string[] = []
  let current: string[] | null = null
  for (const line of body.split('\n')) {
    const marked = line.startsWith(`--${boundary}`) ? line.slice(boundary.length + 2).trimEnd() : null
    if (marked === '' || marked === '--') {
      if (current) found.push(current.join('\n'))
      current = marked === '' ? [] : null
      if (marked === '--' || found.length >= maxParts) break
    } else current?.push(line)
  }
  if (current && found.length < maxParts) found.push(current.join('\n'))
  return found
}

function decoded(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/quoted-printable/i.test(encoding)) return body
  const bytes = body.replace(/=[ \t]*\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** A part and all within it, outermost first. */
export function* allParts(part: MimePart): Generator<MimePart> {
  yield part
  for (const inner of part.parts) yield* allParts(inner)
}
