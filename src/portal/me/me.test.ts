import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { personBehind } from '../../platform/session/login.ts'
import type { fixedClock } from '../../platform/time/clock.ts'
import { lastVisit } from './visit.store.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
const page = async (role: string) => (await (await house.ask(role, '/min-side')).text()).replace(/\s+/g, ' ')
const visit = async (role: string) => house.platform.db.selectFrom('visit').selectAll().where('person_id', '=', (await personBehind(house.platform.db, 'demo', role)) ?? '').executeTakeFirst()

test('what is asked comes first, then what others did, then what came of it; nothing of it is one’s own doing', async () => {
  const html = await page('partner')
  const order = ['Dette venter på deg', 'Nytt den siste måneden', 'Hva kom ut av det du sa?', 'Arbeidsrommene dine', 'E-post til deg', 'Logg ut']
  expect(order.map((title) => html.indexOf(title)).every((at, i, all) => at > (all[i - 1] ?? 0))).toBe(true)
  const news = html.slice(html.indexOf('Nytt den siste'), html.indexOf('Hva kom ut'))
  expect(news).not.toContain('Representant for Lia kommune')
  expect(await page('utenfor')).toContain('Du er ikke med i noe arbeidsrom ennå')
})

test('the last visit is remembered, once an hour, and looking twice shows the same', async () => {
  const clock = house.platform.clock as ReturnType<typeof fixedClock>
  await page('leder')
  const first = await visit('leder')
  expect(first?.since).toBeNull()
  clock.advance({ minutes: 59 })
  await page('leder')
  expect(await visit('leder')).toEqual(first)
  clock.advance({ hours: 24 })
  await Promise.all([page('leder'), page('leder')])
  expect(await visit('leder')).toMatchObject({ since: first?.latest, latest: clock() })
  expect(await page('leder')).toContain('Nytt siden')
  expect((await lastVisit(house.platform.db, first?.person_id ?? '', clock()))?.toString()).toBe(first?.latest.toString())
})

test('what came of what one said: a decision on it, and others who went on with it', async () => {
  const { db, clock } = house.platform
  const person = (await personBehind(db, 'demo', 'partner')) ?? ''
  const { rows } = await sql<{ id: string }>`
    select i.id from item i join event e on e.item_id = i.id and e.person_id = ${person} and e.item_version is not null where i.kind = 'measure' and i.removed_at is null limit 1`.execute(db)
  const mine = rows[0]?.id ?? ''
  expect(mine).not.toBe('')
  const other = (await personBehind(db, 'demo', 'sekretariat')) ?? ''
  await db.updateTable('item').set({ changed_by: other, changed_at: clock().subtract({ hours: 1 }).toString() }).where('id', '=', mine).execute()
  expect(await page('partner')).toContain('Ført videre av Rådgiver i sekretariatet')
})
