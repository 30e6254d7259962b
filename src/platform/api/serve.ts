import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Viewer } from '../access/viewer.ts'
import { viaKey } from '../audit/via.ts'
import { inTransaction, WorkspaceArchived } from '../db/work.ts'
import type { Denied, Params, Request, Scope } from '../http/page.ts'
import { limits, orUncounted } from '../limits/limits.ts'
import type { Platform } from '../platform.ts'
import type { Lang } from '../text/texts.ts'
import { findAnswer, fingerprintOf, keepAnswer, type KeptAnswer } from './answer.store.ts'
import { fieldProblems, pointerTo } from './issues.ts'
import { holderOf, type KeyHolder, noteUse } from './key.ts'
import { type ApiAnswer, type ApiInput, apiRoot, type Operation } from './operation.ts'
import { type FieldProblem, isProblem, type Problem, problemOf, type ProblemName } from './problem.ts'
import { inputWords } from './problem.words.ts'
import { readJson } from './read-json.ts'

export type ApiHouse = {
  platform: Platform
  operations: readonly Operation[]
  /** What the router knows of a request: whence it came and which language it asks for. Never who: that the key says. */
  language(c: Context): Lang
  address(c: Context): string
  isAway(error: unknown): boolean
}

const mebibyte = 1024 * 1024

/** A problem on its way out of a handler. */
class Stop extends Error {
  readonly problem: ProblemName
  readonly told: { detail?: string; errors?: readonly FieldProblem[]; headers?: Readonly<Record<string, string>> }
  constructor(problem: ProblemName, told: Stop['told'] = {}) {
    super(problem)
    this.problem = problem
    this.told = told
  }
}

type Asked = { c: Context; house: ApiHouse; lang: Lang; requestId: string; now: Temporal.Instant }

/**
 * Registers the API. Who asks is said by the key in Authorization alone: a cookie opens nothing here, so that no page of another site
 * can have a browser do anything. What the key may see and do is decided by the same policies and actions as on the pages.
 */
export function serveApi(app: Hono, house: ApiHouse): void {
  const limit = bodyLimit({ maxSize: mebibyte, onError: (c) => tell(askedOf(c, house), new Stop('too-large')) })
  const paths = Map.groupBy(house.operations, (one) => `${apiRoot}${one.path}`)
  for (const [path, operations] of paths) {
    for (const operation of operations) app.on(operation.method.toUpperCase(), path, limit, (c) => guarded(c, house, (asked) => run(asked, operation)))
    const allow = operations.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])).join(', ')
    app.all(path, (c) => guarded(c, house, async () => Promise.reject(new Stop('method', { headers: { allow } }))))
  }
}

/** What is not there under the API's own address is told as the API tells things. */
export const serveApiMissing = (app: Hono, house: ApiHouse): void => {
  for (const path of [apiRoot, `${apiRoot}/*`]) app.all(path, (c) => tell(askedOf(c, house), new Stop('missing')))
}

const askedOf = (c: Context, house: ApiHouse): Asked => ({ c, house, lang: house.language(c), requestId: c.res.headers.get('x-request-id') ?? '', now: house.platform.clock() })

async function guarded(c: Context, house: ApiHouse, work: (asked: Asked) => Promise<Response>): Promise<Response> {
  const asked = askedOf(c, house)
  try {
    return await work(asked)
  } catch (error) {
    if (error instanceof Stop) return tell(asked, error)
    const away = house.isAway(error)
    house.platform.log.error(away ? 'database away' : 'fault', { requestId: asked.requestId, error })
    return tell(asked, new Stop(away ? 'away' : 'fault', away ? { headers: { 'retry-after': '5' } } : {}))
  }
}

function tell({ c, house, lang, requestId }: Asked, { problem, told }: Stop): Response {
  const { headers, ...rest } = told
  const body: Problem = problemOf(problem, { baseUrl: house.platform.config.baseUrl, lang, requestId, ...rest })
  for (const [name, value] of Object.entries(headers ?? {})) c.header(name, value)
  if (body.status === 401) c.header('WWW-Authenticate', `Bearer realm="${apiRoot}"${problem === 'key-unknown' ? ', error="invalid_token"' : ''}`)
  c.header('Content-Type', 'application/problem+json')
  c.header('Content-Language', lang)
  c.header('Vary', 'Authorization, Accept-Language', { append: true })
  return c.body(JSON.stringify(body), body.status as 400)
}

async function run(asked: Asked, operation: Operation): Promise<Response> {
  const { c } = asked
  const holder = await whoAsks(asked)
  const request = requestOf(asked, { ...holder.viewer, lang: asked.lang })
  const params = c.req.param() as Params
  const { key } = request.viewer
  // A key is for one workspace; that another is there is nothing to it.
  if (params.workspace !== undefined && params.workspace !== holder.workspace.slug) throw new Stop('missing')
  if (operation.kind !== undefined && key?.kinds && !key.kinds.includes(operation.kind)) throw new Stop('missing')
  if (operation.change && !key?.writes) throw new Stop('key-reads-only')
  const scope = await operation.access.check(request, params)
  if (isDenied(scope)) {
    // What was done may have taken away what it was about: sent again, it is answered as it was the first time.
    const earlier = operation.change && !operation.body ? await answeredBefore(asked, operation, request, '') : null
    if (earlier) return earlier
    throw new Stop(scope.denied === 'forbidden' || scope.denied === 'archived' ? scope.denied : 'missing')
  }
  const query = readQuery(asked, operation)
  if (operation.read) {
    const answer = await operation.read(request, scope, { query, body: undefined, version: 0 } as ApiInput<unknown, never>, params)
    if (!answer) throw new Stop('missing')
    return respond(c, bare(asked, answer))
  }
  if (scope.workspace?.state === 'archived') throw new Stop('archived')
  return change(asked, operation, { request, scope, params, query })
}

const isDenied = (scope: Scope | Denied): scope is Denied => 'denied' in scope

async function whoAsks({ c, house, now }: Asked): Promise<KeyHolder> {
  const { platform } = house
  const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization')?.trim() ?? '') ?? []
  if (!token) throw new Stop('key-missing')
  const holder = await holderOf(platform.db, token, now)
  if (!holder) {
    const allowed = await platform.limit(limits.apiUnknown, house.address(c), now)
    throw allowed.ok ? new Stop('key-unknown') : new Stop('too-many', { headers: { 'retry-after': String(allowed.retryAfter) } })
  }
  const id = holder.viewer.key?.id ?? ''
  const counted = platform.limit(limits.api, id, now)
  const allowed = await (c.req.method === 'GET' || c.req.method === 'HEAD' ? orUncounted(counted) : counted)
  c.header('RateLimit-Policy', `"key";q=${limits.api.times};w=${limits.api.seconds}`)
  c.header('RateLimit', `"key";r=${allowed.ok ? allowed.left : 0};t=${allowed.ok ? limits.api.seconds : allowed.retryAfter}`)
  if (!allowed.ok) throw new Stop('too-many', { headers: { 'retry-after': String(allowed.retryAfter) } })
  // A database that only can be read still answers.
  await noteUse(platform.db, id, holder.lastUsedAt, now).catch((error) => platform.log.warn('use of a key not noted', { error }))
  return holder
}

function requestOf({ c, house, lang, requestId, now }: Asked, viewer: Viewer): Request {
  const url = new URL(c.req.url)
  const { platform } = house
  return { platform, db: platform.db, viewer, lang, now, requestId, sessionToken: null, browser: null, address: house.address(c), path: url.pathname + url.search, pathname: url.pathname, query: url.searchParams }
}

/** The query as the operation has it. What is not known is refused: a misspelt filter would otherwise give everything. */
function readQuery({ c, lang }: Asked, operation: Operation): unknown {
  const given = new URL(c.req.url).searchParams
  const twice = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1)
  if (twice.length > 0) throw new Stop('query', { errors: twice.map((name) => ({ pointer: pointerTo(name), detail: inputWords[lang].twice })) })
  const broken = [...given].flatMap(([name, value]) => (value.includes('\0') ? [{ pointer: pointerTo(name), detail: inputWords[lang].pattern }] : []))
  if (broken.length > 0) throw new Stop('query', { errors: broken })
  const read = (operation.query ?? z.strictObject({})).safeParse(Object.fromEntries(given), { reportInput: true })
  if (!read.success) throw new Stop('query', { errors: fieldProblems(read.error, lang) })
  return read.data
}

async function readBody({ c, lang }: Asked, operation: Operation): Promise<{ body: unknown; text: string }> {
  if (!operation.body) return { body: undefined, text: '' }
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (!(type === 'application/json' || (operation.method === 'patch' && type === 'application/merge-patch+json')) || encoding !== 'identity') throw new Stop('media-type')
  const w = inputWords[lang]
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(await c.req.raw.arrayBuffer())
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Stop('json', { detail: w.encoding })
  }
  const json = readJson(text)
  if ('fault' in json) {
    const lines = text.slice(0, json.at).split('\n')
    throw new Stop('json', { detail: w.jsonAt(w.json[json.fault], lines.length, (lines.at(-1)?.length ?? 0) + 1) })
  }
  const read = operation.body.safeParse(json.value, { reportInput: true })
  if (!read.success) throw new Stop('input', { errors: fieldProblems(read.error, lang) })
  return { body: read.data, text }
}

/** The version in If-Match. `*` would overwrite whatever stands, and is no version. */
function readVersion(c: Context): number {
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(c.req.header('if-match')?.trim() ?? '') ?? []
  if (!version) throw new Stop(c.req.header('if-match') && c.req.header('if-match') !== '*' ? 'stale' : 'version-missing')
  return Number(version)
}

function readIdempotencyKey(c: Context): string | null {
  const key = c.req.header('idempotency-key')?.trim().replace(/^"(.*)"$/, '$1')
  if (key === undefined) return null
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new Stop('idempotency-key')
  return key
}

type Changing = Extract<Operation, { read?: undefined }>

const fingerprintIn = (c: Context, operation: Changing, request: Request, text: string): Buffer =>
  fingerprintOf(operation.method, request.path, String(operation.versioned ? readVersion(c) : 0), text)

/** The answer to this very change, when it came before with the same Idempotency-Key. */
async function answeredBefore({ c }: Asked, operation: Changing, request: Request, text: string): Promise<Response | null> {
  const key = readIdempotencyKey(c)
  const earlier = key && (await findAnswer(request.db, request.viewer.key?.id ?? '', key, fingerprintIn(c, operation, request, text)))
  if (earlier === 'other') throw new Stop('idempotency-other')
  return earlier ? respond(c, { ...earlier, headers: { ...earlier.headers, 'idempotency-replayed': 'true' } }) : null
}

async function change(asked: Asked, operation: Changing, at: { request: Request; scope: Scope; params: Params; query: unknown }): Promise<Response> {
  const { c, house, now } = asked
  const { request, scope, params, query } = at
  const { viewer } = request
  const key = readIdempotencyKey(c)
  const version = operation.versioned ? readVersion(c) : 0
  const { body, text } = await readBody(asked, operation)
  const again = () => answeredBefore(asked, operation, request, text)
  const earlier = await again()
  if (earlier) return earlier
  try {
    const outcome = await inTransaction<KeptAnswer, ProblemName | { errors: readonly FieldProblem[] }>(house.platform, { viewer, now, via: viaKey(viewer.key?.name ?? ''), actingFor: null }, async (work) => {
      const done = await operation.change(work, { request, scope, params, query, body, version })
      if ('refused' in done) return done
      const answer = bare(asked, done.done)
      if (key) await keepAnswer(work.tx, viewer.key?.id ?? '', key, fingerprintIn(c, operation, request, text), answer, now)
      return { done: answer }
    })
    if ('done' in outcome) return respond(c, outcome.done)
    throw isProblem(outcome.refused) ? new Stop(outcome.refused) : new Stop('input', { errors: outcome.refused.errors })
  } catch (error) {
    // The same change was sent twice at once, and the other one came first.
    const other = error instanceof Error && 'code' in error && error.code === '23505' ? await again() : null
    if (other) return other
    if (error instanceof WorkspaceArchived) throw new Stop('archived')
    throw error
  }
}

/** An answer as it goes out: the same whoever asks, in whichever language. */
function bare({ house, c }: Asked, answer: ApiAnswer): KeptAnswer {
  const { baseUrl } = house.platform.config
  const headers: Record<string, string> = {}
  if (answer.version !== undefined) headers.etag = `"${answer.version}"`
  if (answer.location) headers.location = `${baseUrl}${answer.location}`
  let { body } = answer
  if (answer.next !== undefined) {
    const url = new URL(c.req.url)
    const next = answer.next === null ? null : `${baseUrl}${url.pathname}?${new URLSearchParams([...[...url.searchParams].filter(([name]) => name !== 'after'), ['after', answer.next]]).toString()}`
    if (next) headers.link = `<${next}>; rel="next"`
    body = { ...(body as object), next }
  }
  const status = answer.status ?? 200
  return { status, headers, body: status === 204 ? '' : JSON.stringify(body) }
}

/** What one has already is told so in a few bytes. The tags of lists are made of their text. */
function respond(c: Context, { status, headers, body }: KeptAnswer): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Authorization', { append: true })
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  const tag = headers.etag ?? (reads ? `W/"${fingerprintOf(body).toString('base64url').slice(0, 24)}"` : null)
  if (tag) c.header('ETag', tag)
  const weak = (one: string) => one.trim().replace(/^W\//, '')
  if (reads && tag && c.req.header('if-none-match')?.split(',').some((one) => weak(one) === weak(tag) || one.trim() === '*')) return c.body(null, 304)
  if (status === 204) return c.body(null, 204)
  c.header('Content-Type', 'application/json')
  return c.body(body, status as 200)
}
