import { type Context, Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { serveApi, serveApiMissing } from '../api/serve.ts'
import type { Operation } from '../api/operation.ts'
import { sql } from 'kysely'
import type { Viewer } from '../access/viewer.ts'
import { prepared } from '../db/prepared.ts'
import { inTransaction, type Outcome, WorkspaceArchived } from '../db/work.ts'
import { type FieldErrors, firstText, type RawForm } from '../item/parse.ts'
import type { Platform } from '../platform.ts'
import { sessionDays, viewerOf } from '../session/session.ts'
import { dropCookie, readCookie, writeCookie } from './cookies.ts'
import { actionField, attachments, readForm, submissionKeyField } from './form.ts'
import { httpWords } from './http.words.ts'
import { type KeptPages, keptPages } from './kept.ts'
import { pickLanguage } from './language.ts'
import type { Access, Denied, Done, Flash, Notice, Page, Params, Passage, Refusal, Request, Resource, Returned, Scope, View } from './page.ts'
import { isPassingFault } from './passing.ts'
import { isFromOurselves, policyWith, secured } from './security.ts'
import { send } from './send.ts'
import { actingIn } from './acting-in.ts'
import { requestIdFrom, type Sender, senderOf } from './sender.ts'
import { answerWith, keyOf, shareable, sharedBy, tagOf } from './shared.ts'
import { findSubmission, keepSubmission } from './submission.ts'
import { type Unsent, unsentForm } from './unsent.ts'

/** What stands around a page: the composition root hands it in, so that this room needs no look of its own. */
export type Frame = (inner: {
  request: Request
  scope: Scope
  title: string
  crumbs: { text: string; href: string }[]
  body: View
  islands: readonly string[]
  styles: readonly string[]
  bare: boolean
  width: 'text' | 'wide' | 'full'
  flash: Flash | null
  description: string | null
  /** Search engines may find it. */
  listed: boolean
  /** The form that came back, when one did. */
  returned: Returned | null
}) => View

export type ErrorView = (request: Request, error: { status: 403 | 404 | 409 | 413 | 429 | 500 | 503; path: string; unsent: Unsent | null }) => { title: string; body: View }

export type House = {
  platform: Platform
  pages: readonly Page[]
  resources: readonly Resource[]
  passages: readonly Passage[]
  notices: readonly Notice[]
  /** What other systems may ask and do, with a key of theirs. */
  operations: readonly Operation[]
  frame: Frame
  errorView: ErrorView
  /** What is no page and needs to know nobody: built files, and whether the house stands. */
  plain(app: Hono<Vars>): void
  /** Is told of every request that was answered. */
  seen?(request: RequestSeen): void
}

/** `route` is the pattern, never the address. */
export type RequestSeen = { method: string; route: string; status: number; seconds: number }

type Vars = { Variables: { request: Request; requestId: string; sender: Sender; sent?: FormData; version?: string | undefined } }

const mebibyte = 1024 * 1024

/** Builds the web application. The only place where routes are registered, and always with their policy. */
export function router(house: House): Hono<Vars> {
  const app = new Hono<Vars>()
  const whoSends = senderOf(house.platform.config.trustedProxies)
  const idOf = (c: Context<Vars>, sender = whoSends(c)) => requestIdFrom(sender, c.req.header('x-request-id')) ?? crypto.randomUUID()
  const kept = keptPages(async () => (await sql<{ version: string }>`${prepared} select pg_current_snapshot()::text as version`.execute(house.platform.db)).rows[0]?.version ?? '')
  app.use((c, next) => giveKept(house, kept, c, next, () => idOf(c)))
  app.use(secured)
  app.use(compress())
  app.use(async (c, next) => {
    const started = performance.now()
    const sender = whoSends(c)
    const requestId = idOf(c, sender)
    c.set('sender', sender)
    c.set('requestId', requestId)
    c.header('X-Request-Id', requestId)
    await next()
    note(house, requestId, started, { method: c.req.method, route: c.req.routePath, status: c.res.status })
  })
  house.plain(app)
  const api = {
    platform: house.platform, operations: house.operations, address: (c: Context) => (c as Context<Vars>).get('sender').address, isAway: isPassingFault,
    language: (c: Context) => pickLanguage(undefined, undefined, c.req.header('accept-language')),
  }
  // Before anything that reads a cookie: here a session is nothing.
  serveApi(app as unknown as Hono, api)
  app.use(async (c, next) => {
    const nobody = requestOf(house.platform, c)
    // When we cannot ask who it is, they get an error page, and not the page of one who is not logged in.
    c.set('request', nobody)
    if (nobody.sessionToken) c.set('request', requestOf(house.platform, c, await viewerOf(house.platform.db, nobody.sessionToken, nobody.now, house.platform.config.adminPasskey)))
    await next()
  })

  for (const page of house.pages) {
    app.get(page.path, page.shared ? (c) => showShared(house, kept, c, page) : (c) => show(house, c, page))
    if (page.actions) {
      const limit = bodyLimit({ maxSize: page.uploads ? page.uploads.maxBytes + mebibyte : mebibyte * (page.takesFiles ? 21 : 4), onError: (c) => fail(house, c as Context<Vars>, 413) })
      app.post(page.path, limit, (c) => act(house, c, page))
    }
  }
  for (const resource of house.resources) {
    app.get(resource.path, (c) => behind(house, c, resource.access, (request, scope, params) => resource.respond(request, scope, params)))
  }
  for (const passage of house.passages) {
    app.get(passage.path, (c) => behind(house, c, passage.access, async (request, scope, params) => {
      const done = await passage.lead(request, scope, params)
      return done && redirect(c, done)
    }))
  }
  for (const notice of house.notices) {
    app.post(notice.path, bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.body(null, 413) }), (c) => behind(house, c, notice.access, (request, scope) => notice.receive(request, scope, c.req.raw)))
  }
  serveApiMissing(app as unknown as Hono, api)
  app.notFound((c) => fail(house, c as Context<Vars>, 404))
  app.onError(async (error, c) => {
    const passing = isPassingFault(error)
    house.platform.log.error(passing ? 'database or disk away' : 'fault', { requestId: c.get('requestId'), error })
    if (!passing) return fail(house, c as Context<Vars>, 500)
    c.header('Retry-After', '10')
    const unsent = isFromOurselves(c.req.raw.headers, house.platform.config.baseUrl) ? await unsentForm(c.req.raw, c.get('sent')) : null
    return fail(house, c as Context<Vars>, 503, unsent)
  })
  return app
}

const deniedStatus = { missing: 404, login: 404, passkey: 404, moved: 404, forbidden: 403, archived: 409 } as const

const isDenied = (scope: Scope | Denied): scope is Denied => 'denied' in scope

function requestOf(platform: Platform, c: Context<Vars>, viewer: Omit<Viewer, 'lang'> = { person: null, memberships: [] }): Request {
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

/** A page that was made before, for somebody who is not logged in, when nothing has changed since. */
async function giveKept(house: House, kept: KeptPages, c: Context<Vars>, next: Next, idOf: () => string): Promise<Response | void> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next().finally(() => kept.changed())
  const key = keyOf(c)
  if (!key || !kept.has(key)) return next()
  const started = performance.now()
  // A database that does not answer is told of by what makes the page.
  const version = await kept.version().catch(() => undefined)
  const page = version === undefined ? null : kept.find(key, version)
  c.set('version', version)
  if (!page) return next()
  const requestId = idOf()
  const answer = await answerWith(c, page, requestId)
  note(house, requestId, started, { method: 'GET', route: page.route, status: answer.status })
  return answer
}

/** What was asked and answered, for the log and for the figures. */
function note(house: House, requestId: string, started: number, seen: Omit<RequestSeen, 'seconds'>): void {
  const ms = performance.now() - started
  house.seen?.({ ...seen, seconds: ms / 1000 })
  house.platform.log.info('request', { requestId, ...seen, ms: Math.round(ms) })
}

/** As `show`; what it makes for somebody who is not logged in is kept. The state of the database is read first, so that what changes meanwhile is noticed. */
async function showShared(house: House, kept: KeptPages, c: Context<Vars>, page: Page): Promise<Response> {
  const key = keyOf(c)
  const version = key && (c.get('version') ?? (await kept.version().catch(() => undefined)))
  return show(house, c, page, key && version ? (text, tag) => kept.keep(key, { version, route: page.path, text, tag }) : undefined)
}

type Keep = (text: string, tag: string) => void

async function show(house: House, c: Context<Vars>, page: Page, keep?: Keep): Promise<Response> {
  const found = await enter(house, c, page)
  return found instanceof Response ? found : render(house, c, page, found, null, 200, keep)
}

/** What is no page, through its policy: what a person may not see, and what gives nothing, reads as not found. */
async function behind(house: House, c: Context<Vars>, access: Access<Scope>, answer: (request: Request, scope: Scope, params: Params) => Promise<Response | null>): Promise<Response> {
  const request = c.get('request')
  const params = c.req.param() as Params
  const scope = await access.check(request, params)
  if (isDenied(scope)) return fail(house, c, deniedStatus[scope.denied])
  return (await answer(request, scope, params)) ?? fail(house, c, 404)
}

type Entered = { scope: Scope; loaded: unknown; params: Params }

/** Through the policy and into the page; what a person may not see reads as not found. */
async function enter(house: House, c: Context<Vars>, page: Page): Promise<Entered | Response> {
  const request = c.get('request')
  const params = c.req.param() as Params
  const scope = await page.access.check(request, params)
  if (isDenied(scope)) {
    if (scope.denied === 'login') return c.redirect(`/logg-inn?til=${encodeURIComponent(request.path)}`, 303)
    if (scope.denied === 'passkey') return c.redirect(`/logg-inn/passnokkel?til=${encodeURIComponent(request.path)}`, 303)
    if (scope.denied === 'moved') return c.redirect(scope.to, 301)
    return fail(house, c, deniedStatus[scope.denied])
  }
  const own = scope.holder && !readCookie(c, 'sprak') ? { ...request, lang: scope.holder.lang } : request
  c.set('request', own)
  const loaded = await page.load(own, scope, params)
  return loaded === null ? fail(house, c, 404) : { scope, loaded, params }
}

/** What a form did may have taken its page away, such as a draft that was sent: sent twice, it is answered as it was the first time. */
async function answeredBefore(c: Context<Vars>): Promise<Response | null> {
  const request = c.get('request')
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return null
  const raw = await readForm(request, c.req.raw, attachments)
  const key = 'form' in raw ? firstText(raw.form, submissionKeyField) : ''
  const earlier = key && (await findSubmission(request.db, key, request.viewer))
  return earlier ? redirect(c, { to: earlier }) : null
}

async function act(house: House, c: Context<Vars>, page: Page): Promise<Response> {
  const request = c.get('request')
  if (!isFromOurselves(c.req.raw.headers, house.platform.config.baseUrl)) return fail(house, c, 403)
  const found = await enter(house, c, page)
  if (found instanceof Response) return (await answeredBefore(c)) ?? found
  const raw = await readForm(request, c.req.raw, page.uploads ?? attachments, (sent) => c.set('sent', sent))
  if ('tooBig' in raw) return fail(house, c, 413)
  const [onlyName] = Object.keys(page.actions ?? {})
  const name = String(raw.form[actionField] ?? onlyName ?? '')
  // Nothing is done any more, and what was typed goes back to the one who typed it.
  if (found.scope.closed) return render(house, c, page, found, { action: name, raw: raw.form, errors: {} }, 409)
  const action = Object.hasOwn(page.actions ?? {}, name) ? page.actions?.[name] : undefined
  if (!action) return fail(house, c, 404)

  if (found.scope.workspace?.state === 'archived' && !page.whenArchived?.includes(name)) return refuseArchived(house, c, page, found, name, raw.form)

  const key = firstText(raw.form, submissionKeyField) || null
  const viewer = found.scope.holder ?? request.viewer
  const by = { viewer, now: request.now, via: found.scope.holder ? 'mail-link' : 'page', ...(found.scope.actingFor !== undefined && { actingFor: found.scope.actingFor?.id ?? null }) }
  let recorded = false
  const earlier = key && (await findSubmission(request.db, key, viewer))
  if (earlier) return redirect(c, { to: earlier })
  const outcome: Outcome<Done, Refusal> = Object.keys(raw.errors).length > 0 ? { refused: { errors: raw.errors } } : await inTransaction<Done, Refusal>(house.platform, by, async (work) => {
    const done = await action(work, { request: c.get('request'), raw: raw.form, ...found })
    recorded = work.happenings.length > 0
    if ('done' in done && key) await keepSubmission(work, key, done.done.to)
    return done
  }).catch(async (error) => {
    // The same form was sent twice at once, and the other one came first.
    const location = key && isTaken(error) ? await findSubmission(request.db, key, viewer) : null
    if (location) return { done: { to: location } as Done }
    if (error instanceof WorkspaceArchived) return { refused: 'archived' as const }
    throw error
  })
  if ('done' in outcome && outcome.done.stay) {
    const after = await enter(house, c, page)
    return after instanceof Response ? after : render(house, c, page, after, null, 200)
  }
  if ('done' in outcome) return redirect(c, recorded ? toldFor(outcome.done, found.scope, viewer) : outcome.done)
  const refusal = outcome.refused
  if (refusal === 'missing') return fail(house, c, 404)
  if (refusal === 'forbidden') return fail(house, c, 403)
  if (refusal === 'archived') return refuseArchived(house, c, page, found, name, raw.form)
  const { lang } = c.get('request')
  const returned: Returned = {
    action: name,
    raw: raw.form,
    errors: (refusal !== 'stale' && 'errors' in refusal ? refusal.errors : {}) as FieldErrors,
    ...(refusal === 'stale' && { stale: true, message: httpWords[lang].stale }),
    ...(refusal !== 'stale' && 'message' in refusal && { message: refusal.message }),
  }
  // What stands now, for the page that shows both versions.
  const again = await enter(house, c, page)
  return again instanceof Response ? again : render(house, c, page, again, returned, refusal === 'stale' ? 409 : 422)
}

/** The receipt says for whom it was done, when that was one of several: as it was recorded, and not as it is chosen by then. */
function toldFor(done: Done, scope: Scope, viewer: Viewer): Done {
  const acting = actingIn(scope, viewer)
  return done.flash && acting ? { ...done, flash: { ...done.flash, actingFor: acting.name } } : done
}

/** The page again, with what was typed, and why nothing came of it. */
const refuseArchived = (house: House, c: Context<Vars>, page: Page, found: Entered, action: string, raw: RawForm): Promise<Response> =>
  render(house, c, page, found, { action, raw, errors: {}, message: httpWords[c.get('request').lang].archived }, 409)

/** Who the browser is while nobody is logged in; what is not of our making is nobody. */
const readBrowser = (c: Context): string | null => {
  const cookie = readCookie(c, 'forsok')
  return cookie && /^[\w-]{43}$/.test(cookie) ? cookie : null
}

function redirect(c: Context, { to, flash, session, language, browser }: Done): Response {
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

async function render(house: House, c: Context<Vars>, page: Page, { scope, loaded }: Entered, returned: Returned | null, status: 200 | 409 | 422, keep?: Keep): Promise<Response> {
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

async function fail(house: House, c: Context<Vars>, status: 403 | 404 | 409 | 413 | 429 | 500 | 503, unsent: Unsent | null = null): Promise<Response> {
  const request = c.get('request') ?? requestOf(house.platform, c)
  const { title, body } = house.errorView(request, { status, path: request.path, unsent })
  const html = await house.frame({ request, scope: {}, title, crumbs: [], body, islands: [], styles: [], bare: false, width: 'wide', flash: null, returned: null, description: null, listed: false })
  return send(c, `<!doctype html>${html}`, status)
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'
