import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../../../../tests/support/house.ts'
import { catalogue } from '../../../app/app.ts'
import { openDatabase } from '../../../platform/db/database.ts'
import { deliveryOf, findMail, keepChoice, letterOf, mailBody, mailSiteOf, type MailChoice, queueMail, usualChoice } from '../../../platform/mail/mail.ts'
import { personBehind } from '../../../platform/session/login.ts'
import { mondayOf } from './digest.ts'
import { readersOf } from './digest.store.ts'
import { weekBefore, writeDigest } from './write-digest.ts'

const at = (text: string) => Temporal.Instant.from(text)
/** A Monday morning in the week after the demo's latest deeds. */
let now: Temporal.Instant
let monday: string
let house: House
let person: string
const settings = { catalogue, baseUrl: 'http://localhost:3000', passKey: new Uint8Array(32) }
beforeAll(async () => {
  house = await openHouse()
  const { db } = house.platform
  person = (await personBehind(db, 'demo', 'partner')) ?? ''
  const latest = await db.selectFrom('event').select((eb) => eb.fn.max('at').as('at')).where('person_id', '<>', person).where('item_id', 'is not', null)
    .where('workspace_id', 'in', (eb) => eb.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket')).executeTakeFirstOrThrow()
  const next = Temporal.PlainDate.from(mondayOf((latest.at as Temporal.Instant).add({ hours: 24 * 7 })))
  monday = next.toString()
  now = next.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '07:01' }).toInstant()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.platform.db.deleteFrom('digest').execute()
  await house.platform.db.deleteFrom('mail').execute()
  await house.platform.db.deleteFrom('mail_choice').execute()
})
const choose = (choice: Partial<MailChoice>) => house.platform.db.transaction().execute((tx) => keepChoice(tx, person, { ...usualChoice, ...choice }, now))
const write = (db = house.platform.db) => db.transaction().execute((tx) => writeDigest(tx, settings, person, monday, now))
const readers = () => readersOf(house.platform.db, monday, monday)

describe('the mail of the week', () => {
  test('tells what is asked and what others did, with addresses, and can be left with one press', async () => {
    expect(await readers()).toContain(person)
    const id = (await write()) ?? ''
    const mail = await findMail(house.platform.db, id)
    expect(mail).toMatchObject({ recipient: 'partner@eksempel.example', nature: 'news', purpose: 'weekly', held_why: null })
    const { text, headers } = letterOf(mail!, mailSiteOf(house.platform), Infinity)
    expect(text).toContain('Nytt i Partnerskap'.toLocaleUpperCase('nb'))
    expect(text).toMatch(/\n {2}http:\/\/localhost:3000\/arbeidsrom\/eksempelfylket\//)
    expect(text).toContain('Velg hvilke e-poster du får')
    expect(headers['List-Unsubscribe']).toContain('/avmeld/nyheter>')
    expect(await readers()).not.toContain(person)
  })
  // Seen to fail when the week that is taken already is taken again.
  test('check 45: one for each person and week, from two processes at once, and after one that died before it was committed', async () => {
    await expect(house.platform.db.transaction().execute(async (tx) => {
      await writeDigest(tx, settings, person, monday, now)
      throw new Error('killed')
    })).rejects.toThrow('killed')
    const other = openDatabase(house.url, { max: 4 })
    const ids = await Promise.all([write(), write(other), write(), write(other)])
    await other.destroy()
    expect(ids.filter(Boolean)).toHaveLength(1)
    expect(await house.platform.db.selectFrom('mail').select('id').where('purpose', '=', 'weekly').execute()).toHaveLength(1)
  })
  test('nothing new is no mail', async () => {
    now = now.add({ hours: 24 * 7 * 60 })
    const later = mondayOf(now)
    await house.platform.db.deleteFrom('membership').where('person_id', '=', person).execute()
    expect(await house.platform.db.transaction().execute((tx) => writeDigest(tx, settings, person, later, now))).toBeNull()
    now = now.subtract({ hours: 24 * 7 * 60 })
  })
})

describe('what its reader has chosen', () => {
  test('none, a pause and nothing at all are kept', async () => {
    for (const choice of [{ digest: false }, { pausedUntil: monday }, { nothing: true }]) {
      await choose(choice)
      expect(await readers(), JSON.stringify(choice)).not.toContain(person)
      expect(await write()).toBeNull()
      await house.platform.db.deleteFrom('digest').execute()
    }
  })
  test('what was gathered is in it, as whoever asked wrote it, and they see that it is sent', async () => {
    await choose({ gathered: true, digest: false, perWeek: 1 })
    const ask = (lastDay?: string) => house.platform.db.transaction().execute((tx) => queueMail(tx, {
      to: 'partner@example.org', subject: 'Hvordan går det med tiltaket?', lang: 'nb', purpose: 'test', nature: 'question', personId: person, now: now.subtract({ hours: 24 }), ...(lastDay && { lastDay }),
      body: mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Vi spør om status.'], action: { label: 'Svar', url: 'http://localhost:3000/svar/abc' }, footer: 'x' }),
    }))
    const ids = [await ask(), await ask()]
    const tooLate = await ask(Temporal.PlainDate.from(monday).subtract({ days: 1 }).toString())
    expect((await deliveryOf(house.platform.db, ids)).get(ids[0] ?? '')).toMatchObject({ state: 'held', why: 'gathered' })
    expect(await readers()).toContain(person)
    const id = (await write()) ?? ''
    const mail = await findMail(house.platform.db, id)
    expect(mail).toMatchObject({ nature: 'question', held_why: null })
    expect(mail?.text?.match(/Vi spør om status\.[\s\S]*?http:\/\/localhost:3000\/svar\/abc/g)).toHaveLength(2)
    const delivery = await deliveryOf(house.platform.db, [...ids, tooLate])
    expect(ids.map((one) => delivery.get(one)?.state)).toEqual(['waiting', 'waiting'])
    expect(delivery.get(tooLate)?.state).toBe('held')
  })
})

test('weeks meet without gap or overlap, also when the clocks change', () => {
  expect(weekBefore('2026-03-30')).toEqual({ since: at('2026-03-23T06:00:00Z'), until: at('2026-03-30T05:00:00Z') })
  expect(weekBefore('2026-10-26')).toEqual({ since: at('2026-10-19T05:00:00Z'), until: at('2026-10-26T06:00:00Z') })
  expect(mondayOf(at('2026-11-22T22:59:59Z'))).toBe('2026-11-16')
  expect(mondayOf(at('2026-11-22T23:00:00Z'))).toBe('2026-11-23')
})
