import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** What an answer of a shared page depends on, beside its address. */
export const sharedBy = 'Cookie, Accept-Language'

/** Seconds that a cache in front of us may go on giving what has changed. A browser asks again every time, and mostly hears «not changed». */
const seconds = 60

/**
 * The answer for those who are not logged in, with a validator: the same text has the same tag, so that one who has it is told so in a few bytes.
 * The tag is weak, because the same text is sent compressed and not.
 */
export function shareable(c: Context, text: string, type = 'text/html; charset=UTF-8'): Response {
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`
  c.header('ETag', tag)
  c.header('Cache-Control', `public, max-age=0, s-maxage=${seconds}`)
  const known = c.req.header('if-none-match')?.split(',').map((one) => one.trim().replace(/^(?!W\/)/, 'W/')) ?? []
  if (known.includes(tag) || known.includes('W/*')) return c.body(null, 304)
  c.header('Content-Type', type)
  return c.body(text, 200)
}
