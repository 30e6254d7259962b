import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { serveApi, serveApiMissing } from '../api/serve.ts'
import { stateOf } from '../db/version.ts'
import { viewerOf } from '../session/session.ts'
import { act } from './act.ts'
import { behind, enter } from './enter.ts'
import type { House, RequestSeen, Vars } from './house.ts'
import { type KeptPages, keptPages } from './kept.ts'
import { type Fetch, keptFirst } from './kept-first.ts'
import { pickLanguage } from './language.ts'
import type { Page } from './page.ts'
import { isPassingFault } from './passing.ts'
import { fail, type Keep, redirect, render } from './render.ts'
import { requestOf } from './request-of.ts'
import { isFromOurselves, secured } from './security.ts'
import { requestIdFrom, type Sender, senderOf } from './sender.ts'
import { keyOf } from './shared.ts'
import { unsentForm } from './unsent.ts'

const mebibyte = 1024 * 1024

/** Builds the web application. The only place where routes are registered, and always with their policy. */
export function router(house: House): Hono<Vars> {
  const app = new Hono<Vars>()
  const whoSends = senderOf(house.platform.config.trustedProxies)
  const idOf = ({ headers }: Request, sender: Sender) => requestIdFrom(sender, headers.get('x-request-id')) ?? crypto.randomUUID()
  const kept = keptPages(() => stateOf(house.platform.db))
  app.use(secured)
  app.use(compress())
  app.use(async (c, next) => {
    const started = performance.now()
    const sender = whoSends(c.env, c.req.header('x-forwarded-for'))
    const requestId = idOf(c.req.raw, sender)
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
  app.fetch = keptFirst(kept, app.fetch as Fetch, {
    idOf: (request, line) => idOf(request, whoSends(line, request.headers.get('x-forwarded-for'))),
    given: (requestId, started, { route }, status) => note(house, requestId, started, { method: 'GET', route, status }),
  }) as typeof app.fetch
  return app
}

/** What was asked and answered, for the log and for the figures. */
function note(house: House, requestId: string, started: number, seen: Omit<RequestSeen, 'seconds'>): void {
  const ms = performance.now() - started
  house.seen?.({ ...seen, seconds: ms / 1000 })
  house.platform.log.info('request', { requestId, ...seen, ms: Math.round(ms) })
}

/** As `show`; what it makes for somebody who is not logged in is kept. The state of the database is read first, so that what changes meanwhile is noticed. */
async function showShared(house: House, kept: KeptPages, c: Context<Vars>, page: Page): Promise<Response> {
  const key = keyOf(c.req.raw)
  const version = key && (c.env?.version ?? (await kept.version().catch(() => undefined)))
  return show(house, c, page, key && version ? (text, tag) => kept.keep(key, { version, route: page.path, text, tag }) : undefined)
}

async function show(house: House, c: Context<Vars>, page: Page, keep?: Keep): Promise<Response> {
  const found = await enter(house, c, page)
  return found instanceof Response ? found : render(house, c, page, found, null, 200, keep)
}

/** What is no page, through its policy: what a person may not see, and what gives nothing, reads as not found. */
