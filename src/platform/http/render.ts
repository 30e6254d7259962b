import type { Context } from 'hono'
import { sessionDays } from '../session/session.ts'
import { dropCookie, readCookie, writeCookie } from './cookies.ts'
import type { House, Vars } from './house.ts'
import type { Done, Flash, Page, Params, Returned, Scope } from './page.ts'
import { requestOf } from './request-of.ts'
import { policyWith } from './security.ts'
import { send } from './send.ts'
import { shareable, sharedBy, tagOf } from './shared.ts'
import type { Unsent } from './unsent.ts'

/** A page that one has come into. */
export type Entered = { scope: Scope; loaded: unknown; params: Params }

/** Is given a finished page that is the same for all who are not logged in. */
export type Keep = (text: string, tag: string) => void

/** The page as a whole, with what came back to it, and what is said once. */
export async function render(house: House, c: Context<Vars>, page: Page, { scope, loaded }: Entered, returned: Returned | null, status: 200 | 409 | 422, keep?: Keep): Promise<Response> {
  const request = c.get('request')
  const ownCookies = readCookie(c, 'okt') !== undefined || readCookie(c, 'beskjed') !== undefined
  const flash = status === 200 ? takeFlash(c) : null
  const html = await house.frame({
    request,
    scope,
    title: page.title(loaded, request, scope),
    crumbs: page.crumbs?.(loaded, request, scope) ?? [],
    body: page.view(loaded, request, scope, returned),
    islands: page.islands ?? [],
    styles: page.styles ?? [],
    bare: page.bare ?? false,
    width: page.width ?? 'wide',
    flash,
    description: page.description?.(loaded, request, scope) ?? null,
    listed: page.listed === true,
    returned,
  })
  const text = `<!doctype html>${html}`
  const elsewhere = page.leadsTo?.(loaded, request) ?? []
  if (elsewhere.length > 0) c.header('Content-Security-Policy', policyWith({ forms: elsewhere }))
  if (!page.shared) return send(c, text, status)
  // Whoever brings a session, a message or a form gets what is theirs alone; the address is keyed by that for all.
  c.header('Vary', sharedBy, { append: true })
  if (status !== 200 || returned || ownCookies || scope.holder || request.viewer.person) return send(c, text, status)
  const tag = tagOf(text)
  // What is kept is given with the policy that all pages have.
  if (elsewhere.length === 0) keep?.(text, tag)
  return shareable(c, text, undefined, tag)
}

/** A page that tells what was wrong. */
export async function fail(house: House, c: Context<Vars>, status: 403 | 404 | 409 | 413 | 429 | 500 | 503, unsent: Unsent | null = null): Promise<Response> {
  const request = c.get('request') ?? requestOf(house.platform, c)
  const { title, body } = house.errorView(request, { status, path: request.path, unsent })
  const html = await house.frame({ request, scope: {}, title, crumbs: [], body, islands: [], styles: [], bare: false, width: 'wide', flash: null, returned: null, description: null, listed: false })
  return send(c, `<!doctype html>${html}`, status)
}

/** On to the next page, with what the browser is to remember. */
export function redirect(c: Context, { to, flash, session, language, browser }: Done): Response {
  if (session === 'end') dropCookie(c, 'okt')
  else if (session) writeCookie(c, 'okt', session.begin, sessionDays * 86_400)
  if (browser === 'end') dropCookie(c, 'forsok')
  else if (browser) writeCookie(c, 'forsok', browser.begin, 3_600)
  if (language) writeCookie(c, 'sprak', language, 400 * 86_400)
  if (flash) writeCookie(c, 'beskjed', encodeURIComponent(JSON.stringify(flash)), 60)
  return c.redirect(to, 303)
}

function takeFlash(c: Context): Flash | null {
  const cookie = readCookie(c, 'beskjed')
  if (!cookie) return null
  dropCookie(c, 'beskjed')
  try {
    return JSON.parse(decodeURIComponent(cookie)) as Flash
  } catch {
    return null
  }
}
