import { promisify } from 'node:util'
import { gzip as gzipBack, constants } from 'node:zlib'
import type { Context } from 'hono'

const gzip = promisify(gzipBack)
const least = 1_024

/**
 * In another thread: a page is packed while the next one is made. What is sent once is packed in a third of the time it takes to pack well,
 * and is a tenth larger; what is kept is packed once for all who ask.
 */
export const zip = (text: string, { kept = false } = {}): Promise<Uint8Array> => gzip(text, { level: kept ? 6 : 2, strategy: constants.Z_DEFAULT_STRATEGY })

/** Whether whoever asks takes gzip: by name, or as anything, unless it is said not to. */
export const takesZip = (accepts: string | null | undefined): boolean => {
  if (!accepts) return false
  // Nothing in a pattern here: a head full of spaces would keep one busy for long.
  const asked = accepts.toLowerCase().split(',').map((one) => one.split(';').map((part) => part.trim().replace(/^q=/, '')))
  const [, quality = '1'] = asked.find(([name]) => name === 'gzip') ?? asked.find(([name]) => name === '*') ?? ['', '0']
  return Number(quality) > 0
}

/** A text as an answer, packed where that is taken. */
export async function send(c: Context, text: string, status: number, type = 'text/html; charset=UTF-8'): Promise<Response> {
  c.header('Content-Type', type)
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (text.length < least || c.req.method === 'HEAD' || !takesZip(c.req.header('accept-encoding'))) return c.body(text, status as 200)
  c.header('Content-Encoding', 'gzip')
  return c.body((await zip(text)) as Uint8Array<ArrayBuffer>, status as 200)
}
