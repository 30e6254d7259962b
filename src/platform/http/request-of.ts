import type { Context } from 'hono'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform.ts'
import { readCookie } from './cookies.ts'
import type { Vars } from './house.ts'
import { pickLanguage } from './language.ts'
import type { Request } from './page.ts'

/** What was asked, read once: who asks (nobody unless told), in what language, and for what. */
export function requestOf(platform: Platform, c: Context<Vars>, viewer: Omit<Viewer, 'lang'> = { person: null, memberships: [] }): Request {
  const url = new URL(c.req.url)
  const now = platform.clock()
  const chosen = readCookie(c, 'sprak')
  const lang = pickLanguage(chosen, viewer.person?.language, c.req.header('accept-language'))
  return {
    platform,
    db: platform.db,
    viewer: { ...viewer, lang },
    lang,
    now,
    requestId: c.get('requestId'),
    sessionToken: readCookie(c, 'okt') ?? null,
    browser: readBrowser(c),
    address: c.get('sender').address,
    path: url.pathname + url.search,
    pathname: url.pathname,
    query: url.searchParams,
    header: (name) => c.req.header(name),
  }
}

/** Who the browser is while nobody is logged in; what is not of our making is nobody. */
const readBrowser = (c: Context): string | null => {
  const cookie = readCookie(c, 'forsok')
  return cookie && /^[\w-]{43}$/.test(cookie) ? cookie : null
}
