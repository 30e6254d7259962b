import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { pickLanguage } from './language.ts'
import { readCookie } from './cookies.ts'
import type { Kept } from './kept.ts'
import { securityHeaders } from './security.ts'
import { send, takesZip, zip } from './send.ts'

/** What an answer of a shared page depends on, beside its address. */
export const sharedBy = 'Cookie, Accept-Language'

/** Seconds that a cache in front of us may go on giving what has changed. A browser asks again every time, and mostly hears «not changed». */
const seconds = 60
const cacheControl = `public, max-age=0, s-maxage=${seconds}`

export const tagOf = (text: string): string => `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
const isKnown = (tag: string, ifNoneMatch: string | undefined): boolean => {
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
export function keyOf(c: Context): string | null {
  if (c.req.method !== 'GET' || c.req.header('authorization') !== undefined || c.req.header('range') !== undefined) return null
  const cookies = c.req.header('cookie')
  if (cookies !== undefined && (readCookie(c, 'okt') !== undefined || readCookie(c, 'beskjed') !== undefined)) return null
  const lang = pickLanguage(cookies === undefined ? undefined : readCookie(c, 'sprak'), undefined, c.req.header('accept-language'))
  const { url } = c.req
  const path = url.slice(url.indexOf('/', url.indexOf('//') + 2))
  return path.length > mostInKey ? null : `${lang} ${path}`
}

/** A page that is kept, as `shareable` would have answered with it. */
export async function answerWith(c: Context, page: Kept, requestId: string): Promise<Response> {
  const headers: Record<string, string> = {
    ...securityHeaders, 'x-request-id': requestId, vary: `${sharedBy}, Accept-Encoding`, etag: page.tag, 'cache-control': cacheControl,
  }
  if (isKnown(page.tag, c.req.header('if-none-match'))) return new Response(null, { status: 304, headers })
  headers['content-type'] = 'text/html; charset=UTF-8'
  if (!takesZip(c.req.header('accept-encoding'))) return new Response(page.text, { headers })
  headers['content-encoding'] = 'gzip'
  page.zipped ??= zip(page.text, { kept: true })
  return new Response((await page.zipped) as Uint8Array<ArrayBuffer>, { headers })
}
