import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { openDatabase } from '../db/database.ts'
import { createLog } from '../log/log.ts'
import { fixedClock } from '../time/clock.ts'
import { mailBody } from './body.ts'
import { usualChoice, type MailChoice } from './choice.store.ts'
import { deliveryOf } from './delivery.ts'
import { keepChoice } from './hold.store.ts'
import { queueMail, type Message, sendDueMails } from './mail.ts'

let base: TestDatabase
let clock: ReturnType<typeof fixedClock>
let person: string
beforeAll(async () => {
  base = await testDatabase()
})
afterAll(() => base.close())
beforeEach(async () => {
  clock = fixedClock('2026-11-20T10:00:00Z')
  await base.db.deleteFrom('mail').execute()
  person = randomUUID()
  await base.db.insertInto('person').values({ id: person, name: 'Rådgiver' }).execute()
})

const body = mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Hvordan går det?'], footer: 'Hilsen oss' })
const question = (changes: { nature?: 'question' | 'news'; lastDay?: string; from?: Message['from']; now?: Temporal.Instant } = {}): Message =>
  ({ to: 'ola@example.org', subject: 'Spørsmål', body, lang: 'nb', purpose: 'test', nature: 'question', personId: person, now: clock(), ...changes })
const queue = (changes?: Parameters<typeof question>[0], db = base.db) => db.transaction().execute((tx) => queueMail(tx, question(changes)))
const choose = (choice: Partial<MailChoice>) => base.db.transaction().execute((tx) => keepChoice(tx, person, { ...usualChoice, ...choice }, clock()))
const sent: { id: string; at: Temporal.Instant }[] = []
const send = () => sendDueMails({ db: base.db, domain: 'example.org', clock, log: createLog({ clock, write: () => {} }), deliver: async (mail) => { sent.push({ id: mail.id, at: clock() }); return { sent: true } } })
const state = async (id: string) => (await deliveryOf(base.db, [id])).get(id)
const days = (n: number) => ({ hours: 24 * n })

describe('how many a person gets', () => {
  it('five in seven days, across workspaces; the sixth waits, is seen to wait, and goes when there is room', async () => {
    const ids: string[] = []
    for (let i = 0; i < 6; i++) ids.push(await queue())
    const sixth = ids[5] ?? ''
    expect(await state(sixth)).toMatchObject({ state: 'held', why: 'bound', until: clock().add(days(7)) })
    while (await send());
    expect(await state(ids[0] ?? '')).toMatchObject({ state: 'sent' })
    clock.advance({ hours: 7 * 24 - 1, minutes: 59 })
    expect(await send()).toBe(0)
    clock.advance({ minutes: 1 })
    expect(await send()).toBe(1)
    expect(await state(sixth)).toMatchObject({ state: 'sent' })
  })
  it('what one asked for oneself always goes, and does not count', async () => {
    await choose({ perWeek: 1, pausedUntil: '2026-12-24', nothing: true })
    for (let i = 0; i < 3; i++) await base.db.transaction().execute((tx) => queueMail(tx, { ...question(), nature: 'own' } as Message))
    expect(await send()).toBe(3)
    await choose({ perWeek: 1 })
    await queue()
    expect(await send()).toBe(1)
  })
  it('two processes that write at once do not go over', async () => {
    await choose({ perWeek: 3 })
    const other = openDatabase(base.url, { max: 5 })
    const ids = await Promise.all(Array.from({ length: 16 }, (_, i) => queue({}, i % 2 ? other : base.db)))
    await other.destroy()
    const delivery = await deliveryOf(base.db, ids)
    // In the order of time: the rows come in the order that the database has them.
    const counts = Object.entries(Object.groupBy([...delivery.values()], (one) => one.until?.toString() ?? '')).toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(counts.map(([, group]) => group?.length)).toEqual([3, 3, 3, 3, 3, 1])
    expect(await base.db.selectFrom('pass').select('id').where('person_id', '=', person).execute()).toHaveLength(1)
  })
  it('also when mail was late because the server was down', async () => {
    await choose({ perWeek: 1 })
    const first = await queue()
    await queue()
    const deliver = async () => ({ sent: false, again: true, cause: '451' }) as const
    await sendDueMails({ db: base.db, domain: 'example.org', clock, log: createLog({ clock, write: () => {} }), deliver })
    clock.advance(days(1))
    await send()
    expect(await state(first)).toMatchObject({ state: 'sent', at: clock() })
    clock.advance(days(6))
    expect(await send()).toBe(0)
    clock.advance(days(1))
    expect(await send()).toBe(1)
  })
  it('questions go before news', async () => {
    await choose({ perWeek: 1 })
    const [news, asked] = [await queue({ nature: 'news' }), await queue()]
    expect([await state(asked), await state(news)]).toMatchObject([{ state: 'waiting' }, { state: 'held', why: 'bound' }])
  })
})

describe('what a person chooses', () => {
  it('a pause holds what waits, and ending it lets it go', async () => {
    const id = await queue()
    await choose({ pausedUntil: '2026-12-01' })
    expect(await state(id)).toMatchObject({ state: 'held', why: 'paused', until: Temporal.Instant.from('2026-12-01T23:00:00Z') })
    expect(await send()).toBe(0)
    await choose({})
    expect(await send()).toBe(1)
  })
  it('no news leaves the questions; nothing at all is told to the one who asks', async () => {
    const [news, asked] = [await queue({ nature: 'news' }), await queue()]
    await choose({ news: false })
    expect([await state(news), await state(asked)]).toMatchObject([{ state: 'unwanted' }, { state: 'waiting' }])
    await choose({ nothing: true })
    expect(await state(asked)).toMatchObject({ state: 'unwanted' })
    expect(await state(await queue())).toMatchObject({ state: 'unwanted' })
    expect(await send()).toBe(0)
  })
  it('a question that would come too late says so, and is not sent after its day', async () => {
    await choose({ pausedUntil: '2026-12-01' })
    const id = await queue({ lastDay: '2026-11-27' })
    expect(await state(id)).toMatchObject({ state: 'held', tooLate: true })
    clock.advance(days(20))
    expect(await send()).toBe(0)
  })
})
