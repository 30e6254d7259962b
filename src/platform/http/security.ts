import type { MiddlewareHandler } from 'hono'

/** The policy, with origins that a page's forms may lead on to, and those that may frame it. Neither is ever a wildcard. */
export const policyWith = ({ forms = [], framedBy = [] }: { forms?: readonly string[]; framedBy?: readonly string[] }): string => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  ["form-action 'self'", ...forms].join(' '),
  "base-uri 'none'",
  "object-src 'none'",
  framedBy.length > 0 ? ['frame-ancestors', ...framedBy].join(' ') : "frame-ancestors 'none'",
].join('; ')

const policy = policyWith({})

/** On every answer, errors too. Nothing inline is allowed, so nothing can be injected. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export const secured: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  for (const [name, value] of Object.entries(securityHeaders)) if (name !== 'content-security-policy' || !headers.has(name)) headers.set(name, value)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
}

/**
 * Whether a change comes from our own pages. Browsers say where a request comes from (Sec-Fetch-Site, else Origin);
 * one that says neither is no browser and carries no cookie of ours by accident.
 */
export function isFromOurselves(headers: Headers, baseUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (!origin) return true
  return origin === new URL(baseUrl).origin || origin === `http://${headers.get('host')}` || origin === `https://${headers.get('host')}`
}

/** Where a person may be sent after logging in or switching language: a path of ours, nothing else. */
export function ownPath(path: string | undefined | null, otherwise = '/'): string {
  if (!path?.startsWith('/') || path.startsWith('//') || /[\\\p{Cc}]/u.test(path)) return otherwise
  return path
}
