import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { pickLanguage } from './language.ts'
import { cookieIn } from './cookies.ts'
import type { Kept } from './kept.ts'
import { securityHeaders } from './security.ts'
import { send, takesZip, zip } from './send.ts'

/** What an answer of a shared page depends on, beside its address. */
export const sharedBy = 'Cookie, Accept-Language'

/** Seconds that a cache in front of us may go on giving what has changed. A browser asks again every time, and mostly hears «not changed». */
const seconds = 60
const cacheControl = `public, max-age=0, s-maxage=${seconds}`

export const tagOf = (text: string): string => `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
const isKnown = (tag: string, ifNoneMatch: string | null | undefined): boolean => {
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^(?!W\/)/, 'W/')) ?? []
  return known.includes(tag) || known.includes('W/*')
}

/**
 * The answer for those who are not logged in, with a validator: the same text has the same tag, so that one who has it is told so in a few bytes.
 * The tag is weak, because the same text is sent compressed and not.
 */
export function shareable(c: Context, text: string, type?: string, tag = tagOf(text)): Response | Promise<Response> {
  c.header('ETag', tag)
  c.header('Cache-Control', cacheControl)
  return isKnown(tag, c.req.header('if-none-match')) ? c.body(null, 304) : send(c, text, 200, type)
}

const mostInKey = 400

/**
 * Under what a page is kept: everything that its answer depends on, which is its address and the language. Nothing when whoever asks brings
 * a session, a message or any other sign of who they are, or asks for something else than to see a page.
 */
export function keyOf({ method, url, headers }: Request): string | null {
  if (method !== 'GET' || headers.has('authorization') || headers.has('range')) return null
  const cookies = headers.get('cookie')
  if (cookies !== null && (cookieIn(cookies, 'okt') !== undefined || cookieIn(cookies, 'beskjed') !== undefined)) return null
  const lang = pickLanguage(cookies === null ? undefined : cookieIn(cookies, 'sprak'), undefined, headers.get('accept-language') ?? undefined)
  const path = url.slice(url.indexOf('/', url.indexOf('//') + 2))
  return path.length > mostInKey ? null : `${lang} ${path}`
}

/** An answer that is ready to be sent. The text goes as UTF-8, or byte by byte when it is packed. */
export type Ready = { status: 200 | 304; headers: Record<string, string>; text: string | null; packed: boolean }

/** A page that is kept, as `shareable` would have answered with it. */
export async function readyFrom(page: Kept, { headers: asked }: Request, requestId: string): Promise<Ready> {
  const headers: Record<string, string> = {
    ...securityHeaders, 'x-request-id': requestId, vary: `${sharedBy}, Accept-Encoding`, etag: page.tag, 'cache-control': cacheControl,
  }
  if (isKnown(page.tag, asked.get('if-none-match'))) return { status: 304, headers, text: null, packed: false }
  headers['content-type'] = 'text/html; charset=UTF-8'
  if (!takesZip(asked.get('accept-encoding'))) return { status: 200, headers, text: page.text, packed: false }
  headers['content-encoding'] = 'gzip'
  page.packing ??= zip(page.text, { kept: true }).then((bytes) => (page.packed = Buffer.from(bytes).toString('latin1')))
  return { status: 200, headers, text: page.packed ?? (await page.packing), packed: true }
}
