import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/app.ts'
import { type House, openHouse, platformOn } from '../support/house.ts'
import { statementsDuring } from '../support/statements.ts'

let house: House
/** Another process on the same database, as far as the pages are concerned: its own pool, and its own pages that are kept. */
let other: Hono
let closeOther: () => Promise<void>
beforeAll(async () => {
  house = await openHouse()
  const folder = await mkdtemp(join(tmpdir(), 'tradverk-kept-'))
  const platform = await platformOn(house.url, folder)
  other = buildApp(platform)
  closeOther = async () => {
    await platform.db.destroy()
    await rm(folder, { recursive: true })
  }
})
afterAll(async () => {
  await closeOther()
  await house.close()
})

const path = '/arbeidsrom/gamlebanken/plan'
const title = 'Bakrommet er kontor'

const statements = (work: () => Promise<unknown>) => statementsDuring(house.url, work)

/** The fewest that the page takes when it is asked for again and again: whatever is written on the same server meanwhile, by other tests too, has it made anew. */
async function fewest(): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 100 && least > 1; i++) least = Math.min(least, await statements(() => house.ask(null, path)))
  return least
}

describe('pages that are kept', () => {
  test('are answered with after one statement, with the same text, headers and tag as when they were made', async () => {
    const answers = [await house.ask(null, path), await house.ask(null, path)]
    expect(await fewest()).toBe(1)
    const [first, second] = await Promise.all(answers.map(async (answer) => ({ status: answer.status, text: await answer.text(), headers: Object.fromEntries([...answer.headers].filter(([name]) => name !== 'x-request-id')) })))
    expect(second).toEqual(first)
    const packed = await house.ask(null, path, { headers: { 'accept-encoding': 'br;q=1, gzip' } })
    expect([packed.headers.get('content-encoding'), gunzipSync(await packed.arrayBuffer()).toString()]).toEqual(['gzip', first?.text])
    expect((await house.ask(null, path, { headers: { 'accept-encoding': 'gzip;q=0' } })).headers.get('content-encoding')).toBeNull()
  })

  test('check 56: what another process changed, or a hand in the database, is seen by the next one who asks; a change that is taken back changes nothing', async () => {
    // Seen to fail with the version read once and never again.
    for (const app of [house.app, other]) expect(await (await app.request(path)).text()).not.toContain(title)
    await house.platform.db.updateTable('item').set({ title }).where('kind', '=', 'goal').where('audience', '=', 'public').execute()
    for (const app of [house.app, other]) expect(await (await app.request(path)).text()).toContain(title)
    await house.platform.db.transaction().execute(async (tx) => {
      await tx.updateTable('item').set({ title: 'Aldri lagret' }).where('title', '=', title).execute()
      for (const app of [house.app, other]) expect(await (await app.request(path)).text()).not.toContain('Aldri lagret')
      throw new Error('taken back')
    }).catch(() => undefined)
    for (const app of [house.app, other]) expect(await (await app.request(path)).text()).toContain(title)
  })

  test('check 3: are never given to somebody who brings a session, a message or a key, and what those get is given to nobody else', async () => {
    // Seen to fail with the cookie `okt` left out of what is looked at.
    // Logging in is a change too: done first, or nothing would be kept when it counts.
    for (const role of ['prosessleder', 'sekretariat']) await house.ask(role, path)
    const open = await (await house.ask(null, path)).text()
    expect(await fewest()).toBe(1)
    for (const role of ['prosessleder', 'sekretariat']) {
      const answer = await house.ask(role, path)
      expect([answer.headers.get('cache-control'), (await answer.text()) === open]).toEqual(['private, no-store', false])
    }
    for (const headers of [{ cookie: '__Host-okt=ugyldig' }, { cookie: '__Host-beskjed=%7B%22text%22%3A%22hei%22%7D' }, { authorization: 'Bearer x' }] as Record<string, string>[]) {
      expect((await statements(() => house.ask(null, path, { headers }))) > 1).toBe(true)
    }
    expect(await (await house.ask(null, path)).text()).toBe(open)
  })

  test('are kept by language and whole address', async () => {
    const texts = new Set<string>()
    for (const headers of [{}, { 'accept-language': 'en' }, { cookie: '__Host-sprak=nn' }] as Record<string, string>[]) {
      for (const query of ['', '?status=completed']) for (let i = 0; i < 2; i++) texts.add(await (await house.ask(null, path + query, { headers })).text())
    }
    expect(texts.size).toBe(6)
  })
})
