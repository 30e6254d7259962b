import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askApi, type AskedApi, keyFor } from '../../../tests/support/api.ts'
import { buildApp } from '../../app/app.ts'
import { type House, key, openHouse, platformOn } from '../../../tests/support/house.ts'

type Body = Record<string, unknown> & { id: string; number: number; version: number; items: Body[]; next: string | null; fields: Record<string, unknown>; errors?: { pointer: string; detail: string }[] }

let house: House
/** A measure with milestones. */
let numbered: number
let writes = ''
let reads = ''
beforeAll(async () => {
  house = await openHouse()
  writes = await keyFor(house, 'write', { name: 'Virksomhetsportalen' })
  reads = await keyFor(house, 'read', { name: 'Nettsiden' })
  numbered = (await house.platform.db.selectFrom('milestone as m').innerJoin('item', 'item.id', 'm.item_id').innerJoin('workspace as w', 'w.id', 'item.workspace_id').select('item.number').where('w.slug', '=', 'eksempelfylket').orderBy('item.number').limit(1).executeTakeFirstOrThrow()).number
})
afterAll(() => house.close())

const here = '/workspaces/eksempelfylket'
const ask = async (token: string | null, path: string, asked: AskedApi = {}) => {
  const answer = await askApi(house, token, path, asked)
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, body: (text ? JSON.parse(text) : null) as Body }
}
const post = (path: string, body: unknown, headers: Record<string, string> = {}) => ask(writes, path, { method: 'POST', body, headers })
const events = async () => Number((await house.platform.db.selectFrom('event').select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)

describe('who asks', () => {
  test('is said by the key in Authorization and by nothing else', async () => {
    const missing = await ask(null, `${here}/items/goal`)
    expect([missing.status, missing.headers.get('content-type'), missing.headers.get('www-authenticate')]).toEqual([401, 'application/problem+json', 'Bearer realm="/api/v1"'])
    expect((await ask('tradverk_' + 'A'.repeat(43), `${here}/items/goal`)).status).toBe(401)
    // A session in a cookie opens nothing here, so no other site can have a browser do anything; nor does a key in the address.
    const withCookie = await house.ask('leder', `/api/v1${here}/items/goal`)
    expect(withCookie.status).toBe(401)
    expect((await ask(null, `${here}/items/goal?access_token=${reads}`)).status).toBe(401)
    const preflight = await ask(reads, `${here}/items/goal`, { method: 'OPTIONS', headers: { origin: 'https://et-annet-sted.example', 'access-control-request-method': 'POST' } })
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('check 2: a key is for its own workspace: another looks like one that is not there', async () => {
    const others = await house.platform.db.selectFrom('workspace').select('slug').where('slug', '<>', 'eksempelfylket').execute()
    expect(others.length).toBeGreaterThan(0)
    for (const { slug } of [...others, { slug: 'finnes-ikke' }]) {
      const answer = await ask(writes, `/workspaces/${slug}/items/goal`)
      expect([answer.status, answer.body.title]).toEqual([404, 'Finnes ikke'])
      expect((await ask(writes, `/workspaces/${slug}/items/goal`, { method: 'POST', body: { title: 'Fra feil rom' } })).status).toBe(404)
    }
  })

  // Seen to fail without `revoked_at` and without `last_day` in what finds the holder.
  test('check 5: a key that is taken back, or past its last day, works no more on the next request', async () => {
    const token = await keyFor(house, 'read', { name: 'Kort' })
    expect((await ask(token, here)).status).toBe(200)
    const { id } = await house.platform.db.selectFrom('api_key').select('id').where('name', '=', 'Kort').executeTakeFirstOrThrow()
    const revoked = await house.ask('leder', '/arbeidsrom/eksempelfylket/innstillinger/nokler', { form: { hvilken: id } })
    expect(revoked.status).toBe(303)
    expect((await ask(token, here)).body.type).toBe('http://localhost:3000/api#key-unknown')
    expect((await ask(await keyFor(house, 'read', { name: 'Gammel', lastDay: '2026-11-19' }), here)).status).toBe(401)
    expect((await ask(await keyFor(house, 'read', { name: 'Siste dag', lastDay: '2026-11-20' }), here)).status).toBe(200)
  })

  // Seen to fail when what is for members is open.
  test('check 4: it sees what its role sees, and a key for some kinds only those, in lists, links, search and loose threads', async () => {
    const { db } = house.platform
    const made = await post(`${here}/items/goal`, { title: 'Bare for leder og sekretariat', audience: 'roles' })
    expect(made.status).toBe(201)
    expect((await ask(reads, `${here}/items/goal/${made.body.number}`)).status).toBe(404)
    expect((await ask(writes, `${here}/items/goal/${made.body.id}`)).body.audience).toBe('roles')
    expect((await ask(reads, `${here}/items?limit=200`)).text).not.toContain('Bare for leder')
    const author = await db.selectFrom('item').select(['kind', 'number']).where('audience', '=', 'author').execute()
    for (const { kind, number } of author) expect((await ask(writes, `${here}/items/${kind}/${number}`)).status).toBe(404)

    const narrow = await keyFor(house, 'read-all', { kinds: ['measure'], name: 'Bare tiltak' })
    expect((await ask(narrow, `${here}/items/goal`)).status).toBe(404)
    const kinds = new Set((await ask(narrow, `${here}/items?limit=200`)).body.items.map((item) => item.kind))
    expect(kinds).toEqual(new Set(['measure']))
    for (const link of (await ask(narrow, `${here}/links?limit=500`)).body.items) expect([(link.from as Body).kind, (link.to as Body).kind]).toEqual(['measure', 'measure'])
    const loose = (await ask(narrow, `${here}/loose-threads`)).body.items.flatMap((one) => (one.item ? [(one.item as Body).kind] : []))
    expect(new Set(loose)).toEqual(new Set(['measure']))
    // What is told of the workspace as a whole tells of kinds that the key does not see. Seen to fail with it given to any member.
    await db.insertInto('loose_thread').values({ workspace_id: (await db.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()).id, rule: 'plan-too-wide', subject: key(), weight: 1, since: '2026-11-01T00:00:00Z' }).onConflict((c) => c.doNothing()).execute()
    const rules = async (token: string) => ((await ask(token, `${here}/loose-threads`)).body.counts as { rule: string }[]).map((one) => one.rule)
    expect(await rules(reads)).toContain('plan-too-wide')
    expect(await rules(narrow)).not.toContain('plan-too-wide')
    expect((await ask(narrow, `${here}/search?q=trainee`)).body.items.every((item) => item.kind === 'measure')).toBe(true)
    expect((await ask(writes, `${here}/search?q=traineeprogram`)).body.items.length).toBeGreaterThan(0)
  })

  test('check 4: a key that reads changes nothing; one that writes goes through the same rules as the pages', async () => {
    const before = await events()
    for (const [path, method] of [[`${here}/items/goal`, 'POST'], [`${here}/items/measure/${numbered}`, 'PATCH'], [`${here}/items/measure/${numbered}`, 'DELETE'], [`${here}/links`, 'POST']] as const) {
      const answer = await ask(reads, path, { method, body: { title: 'Nei' }, headers: { 'if-match': '"1"' } })
      expect([path, answer.status, answer.body.title]).toEqual([path, 403, 'Nøkkelen kan bare lese'])
    }
    expect(await events()).toBe(before)
    const made = await post(`${here}/items/goal`, { title: 'Fra et annet system' })
    const event = await house.platform.db.selectFrom('event').selectAll().where('item_id', '=', made.body.id).executeTakeFirstOrThrow()
    expect([event.what, event.via, event.person_id, event.acting_for_id]).toEqual(['item.added', 'api: Virksomhetsportalen', null, null])
    expect(await (await house.ask('leder', `/arbeidsrom/eksempelfylket/plan/mal/${made.body.number}/historie`)).text()).toContain('Virksomhetsportalen')
  })
})

describe('reading', () => {
  test('a list in pages gives everything once, whatever the size of the page, and says where the next is', async () => {
    const all = (await ask(reads, `${here}/items?limit=200`)).body.items.map((item) => item.id)
    const seen: string[] = []
    let path: string | null = `${here}/items?limit=17`
    while (path) {
      const answer = await ask(reads, path)
      seen.push(...answer.body.items.map((item) => item.id))
      const { next } = answer.body
      expect(answer.headers.get('link')).toBe(next ? `<${next}>; rel="next"` : null)
      path = next ? next.replace('http://localhost:3000/api/v1', '') : null
    }
    expect(seen).toEqual(all)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('filters narrow as on the pages, and one that is not known is refused, not passed over', async () => {
    const late = await ask(reads, `${here}/items/measure?state=delayed&title=e&limit=200`)
    expect(late.body.items.length).toBeGreaterThan(0)
    expect(late.body.items.every((item) => item.state === 'delayed')).toBe(true)
    const owner = (late.body.items.find((item) => (item.fields.owner as string[]).length > 0)?.fields.owner as string[])[0] ?? ''
    for (const item of (await ask(reads, `${here}/items/measure?organisation=${owner}`)).body.items) expect([...(item.fields.owner as string[]), ...(item.fields.partner as string[])]).toContain(owner)
    expect((await ask(reads, `${here}/items?changedSince=2026-11-20T10:00:00Z&limit=200`)).body.items.every((item) => String(item.changedAt) >= '2026-11-20T10')).toBe(true)
    for (const query of ['status=delayed', 'limit=0', 'limit=201', 'limit=1&limit=2', 'state=late', 'after=-1', 'changedSince=i%20dag', 'title=%00']) {
      const answer = await ask(reads, `${here}/items/measure?${query}`)
      expect([query, answer.status, answer.body.errors?.length]).toEqual([query, 400, 1])
    }
  })

  test('what has not changed is said so; a tag of one item is its version', async () => {
    const first = await ask(reads, `${here}/items/measure/${numbered}`)
    expect(first.headers.get('etag')).toBe(`"${first.body.version}"`)
    for (const tag of [`"${first.body.version}"`, `W/"${first.body.version}", "x"`]) {
      const again = await ask(reads, `${here}/items/measure/${numbered}`, { headers: { 'if-none-match': tag } })
      expect([again.status, again.text]).toEqual([304, ''])
    }
    const list = await ask(reads, `${here}/items/measure`)
    expect((await ask(reads, `${here}/items/measure`, { headers: { 'if-none-match': list.headers.get('etag') ?? '' } })).status).toBe(304)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect((first.body.rows as Record<string, unknown[]>).milestone?.length).toBeGreaterThan(0)
  })

  test('a number that is no more leads to those of today', async () => {
    const { body } = await ask(reads, '/organisations?number=0602')
    expect([(body.held as Body[])[0]?.name, (body.now as Body[])[0]?.number]).toEqual(['Drammen kommune', '3301'])
  })

  test('problems come in the language that is asked for', async () => {
    const titles = await Promise.all(['nb', 'nn', 'en'].map(async (lang) => (await ask(reads, `${here}/items/goal/9999`, { headers: { 'accept-language': lang } })).body.title))
    expect(titles).toEqual(['Finnes ikke', 'Finst ikkje', 'Not found'])
    expect((await ask(reads, `${here}/items/finnes-ikke`)).headers.get('content-type')).toBe('application/problem+json')
    expect((await ask(reads, here, { method: 'PUT' })).status).toBe(405)
  })
})

describe('check 44: changing', () => {
  test('nothing is overwritten unseen: a version must be told, and be the one that stands', async () => {
    const { body } = await post(`${here}/items/measure`, { title: 'Felles karrieredag', state: 'in_progress', fields: { ends_on: '2027-03-01', starts_on: '2027-01-01' } })
    const path = `${here}/items/measure/${body.number}`
    const patch = (change: unknown, headers: Record<string, string>) => ask(writes, path, { method: 'PATCH', body: change, headers })
    expect((await patch({ title: 'Nytt' }, {})).status).toBe(428)
    expect((await patch({ title: 'Nytt' }, { 'if-match': '*' })).status).toBe(428)
    expect((await patch({ title: 'Nytt' }, { 'if-match': '"99"' })).status).toBe(412)
    const changed = await patch({ fields: { status_note: 'Rommet er bestilt.' } }, { 'if-match': 'W/"1"', 'content-type': 'application/merge-patch+json' })
    expect([changed.status, changed.body.title, changed.body.state, changed.body.fields.ends_on, changed.headers.get('etag')]).toEqual([200, 'Felles karrieredag', 'in_progress', '2027-03-01', '"2"'])
    // A rule of two fields sees also the one that was not sent.
    const wrong = await patch({ fields: { starts_on: '2027-04-01' } }, { 'if-match': '"2"' })
    expect(wrong.body.errors).toEqual([{ pointer: '#/fields/ends_on', detail: 'Fristen er før oppstarten. Rett en av dem.' }])
    expect((await patch({ fields: { ends_on: null } }, { 'if-match': '"2"' })).body.fields.ends_on).toBe(null)
    const both = await Promise.all(['A', 'B'].map((title) => patch({ title }, { 'if-match': '"3"' })))
    expect(both.map((one) => one.status).sort()).toEqual([200, 412])
    expect((await ask(writes, path, { method: 'DELETE', headers: { 'if-match': '"3"' } })).status).toBe(412)
    // The answer may be lost on the way: the same sent again is answered the same. Seen to fail when it was no longer found.
    const gone = { 'if-match': '"4"', 'idempotency-key': key() }
    for (let sent = 0; sent < 2; sent++) expect((await ask(writes, path, { method: 'DELETE', headers: gone })).status).toBe(204)
    expect((await ask(writes, path, { method: 'DELETE', headers: { ...gone, 'if-match': '"5"' } })).status).toBe(422)
    expect((await ask(writes, path)).status).toBe(404)
    expect((await ask(writes, `${here}/items/measure?removed=true`)).body.items.map((item) => item.number)).toContain(body.number)
    expect((await ask(reads, `${here}/items/measure?removed=true`)).status).toBe(404)
    const back = await ask(writes, `${path}/restore`, { method: 'POST' })
    expect([back.status, back.body.removed, back.body.version]).toEqual([200, false, 6])
  })

  // Seen to fail when the earlier answer is not found.
  test('check 42: the same change sent again with its key is answered the same, and done once; with other content it is refused', async () => {
    const sent = { title: 'Sendt flere ganger' }
    const headers = { 'idempotency-key': key() }
    const answers = await Promise.all([1, 2, 3].map(() => post(`${here}/items/goal`, sent, headers)))
    expect(new Set(answers.map((one) => one.text)).size).toBe(1)
    expect(answers.map((one) => [one.status, one.headers.get('location'), one.headers.get('etag')])).toEqual(Array.from({ length: 3 }, () => [201, answers[0]?.headers.get('location'), '"1"']))
    expect(await house.platform.db.selectFrom('item').select('id').where('title', '=', sent.title).execute()).toHaveLength(1)
    const other = await post(`${here}/items/goal`, { title: 'Noe annet' }, headers)
    expect([other.status, other.body.title]).toEqual([422, 'Idempotency-Key er brukt om noe annet'])
    // Another system's key of the same letters is another key.
    const second = await keyFor(house, 'write', { name: 'Et annet system' })
    expect((await ask(second, `${here}/items/goal`, { method: 'POST', body: sent, headers })).body.id).not.toBe(answers[0]?.body.id)
    expect((await post(`${here}/items/goal`, sent, { 'idempotency-key': 'kort' })).status).toBe(400)
  })

  test('check 12: what is not in the description is refused, everywhere, and says where it stood', async () => {
    const before = await events()
    const extra: [unknown, string][] = [
      [{ title: 'x', workspace_id: key() }, '#/workspace_id'], [{ title: 'x', version: 7 }, '#/version'], [{ title: 'x', fields: { owner_role: 'x' } }, '#/fields/owner_role'], [{ title: 'x', audience: 'author' }, '#/audience'],
      [{ title: 'x', fields: { owner: [key()] } }, '#/fields/owner'], [{ fields: {} }, '#/title'], [{ title: ' ' }, '#/title'], [{ title: 'x'.repeat(301) }, '#/title'], [{ title: 4 }, '#/title'],
    ]
    for (const [body, pointer] of extra) {
      const answer = await post(`${here}/items/goal`, body)
      expect([answer.status, answer.body.errors?.map((one) => one.pointer)]).toEqual([422, [pointer]])
    }
    expect((await post(`${here}/items/goal`, '{"title":"x","__proto__":{"administrator":true}}')).status).toBe(400)
    const dates = await post(`${here}/items/measure`, { title: 'x', fields: { ends_on: '31.12.2027', recurrence: 'daily', starts_on: '2027-02-30' } })
    expect(new Set(dates.body.errors?.map((one) => one.pointer))).toEqual(new Set(['#/fields/ends_on', '#/fields/recurrence', '#/fields/starts_on']))
    expect((await post(`${here}/items/measure`, { title: 'x', fields: { responsible_id: key() } })).body.errors).toEqual([{ pointer: '#/fields/responsible_id', detail: 'Velg fra lista.' }])
    expect(await events()).toBe(before)
  })

  test('check 25: what is too large, compressed or no JSON is told so', async () => {
    expect((await post(`${here}/items/goal`, { title: 'x'.repeat(1_100_000) })).status).toBe(413)
    expect((await post(`${here}/items/goal`, { title: 'x' }, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(`${here}/items/goal`, { title: 'x' }, { 'content-encoding': 'gzip' })).status).toBe(415)
    const wrong = await post(`${here}/items/goal`, '{"title":"x",\n "title":"y"}')
    expect([wrong.status, wrong.body.detail]).toEqual([400, 'Samme navn to ganger på linje 2, tegn 2.'])
  })

  test('links are made, listed and taken away, by the thread’s own rules', async () => {
    const goal = (await post(`${here}/items/goal`, { title: 'Et mål å knytte til' })).body
    const measure = (await post(`${here}/items/measure`, { title: 'Et tiltak å knytte' })).body
    const link = await post(`${here}/links`, { relation: 'delivers', from: measure.number, to: goal.id, note: 'Direkte' })
    expect([link.status, link.body.note]).toEqual([201, 'Direkte'])
    expect((await post(`${here}/links`, { relation: 'delivers', from: measure.number, to: goal.number })).status).toBe(409)
    expect((await post(`${here}/links`, { relation: 'delivers', from: goal.number, to: measure.number })).status).toBe(422)
    expect((await post(`${here}/links`, { relation: 'delivers', from: 99_999, to: measure.number })).body.errors?.[0]?.pointer).toBe('#/from')
    expect((await ask(reads, `${here}/links?item=${goal.id}`)).body.items).toHaveLength(1)
    expect((await ask(writes, `${here}/links/${link.body.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(reads, `${here}/links?item=${goal.id}`)).body.items).toEqual([])
  })

  test('an archived workspace is read and not changed', async () => {
    const { db } = house.platform
    await db.updateTable('workspace').set({ state: 'archived' }).where('slug', '=', 'eksempelfylket').execute()
    expect((await ask(writes, here)).body.state).toBe('archived')
    expect([(await post(`${here}/items/goal`, { title: 'For sent' })).status, (await post(`${here}/links`, {})).status]).toEqual([409, 409])
    await db.updateTable('workspace').set({ state: 'active' }).where('slug', '=', 'eksempelfylket').execute()
  })
})

describe('limits', () => {
  test('a key that asks too often is told when to come back, and others are not held up', async () => {
    const token = await keyFor(house, 'read', { name: 'Ivrig' })
    const first = await ask(token, '/workspaces')
    expect([first.headers.get('ratelimit'), first.headers.get('ratelimit-policy')]).toEqual(['"key";r=299;t=60', '"key";q=300;w=60'])
    const { id } = await house.platform.db.selectFrom('api_key').select('id').where('name', '=', 'Ivrig').executeTakeFirstOrThrow()
    const { limits } = await import('../../platform/limits/limits.ts')
    for (let i = 0; i < 299; i++) await house.platform.limit(limits.api, id, house.platform.clock())
    const over = await ask(token, '/workspaces')
    expect([over.status, over.headers.get('retry-after'), over.headers.get('ratelimit')]).toEqual([429, '60', '"key";r=0;t=60'])
    expect((await ask(reads, '/workspaces')).status).toBe(200)
  })
})

// Seen to fail when the limit of a key had to be counted before anything was read.
test('check 40: a database that only can be read answers other systems as it answers people, and takes no change', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tradverk-read-only-'))
  const platform = await platformOn(`${house.url}?options=-c%20default_transaction_read_only%3Don`, folder)
  const app = buildApp(platform)
  const send = (method: string) => app.request(`/api/v1${here}/items/goal`, { method, headers: { authorization: `Bearer ${writes}`, 'content-type': 'application/json' }, ...(method === 'POST' && { body: JSON.stringify({ title: 'Et mål' }) }) })
  expect([(await send('GET')).status, (await send('POST')).status, (await app.request('/apne-data/planer.json')).status]).toEqual([200, 503, 200])
  await platform.db.destroy()
  await rm(folder, { recursive: true })
})
