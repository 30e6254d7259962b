import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from '../../src/platform/item/id.ts'
import { key } from '../support/house.ts'
import { openSite, sidewaysScroll, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  const { db } = site.house.platform
  const administrator = v7()
  await db.insertInto('person').values({ id: administrator, name: 'Administrator', administrator: true }).execute()
  await db.insertInto('identity').values({ provider: 'demo', subject: 'administrator', person_id: administrator }).execute()
})
afterAll(() => site.close())

const workspace = '/arbeidsrom/eksempelfylket'
const [fresh, decision] = ['Lia og Vassøy kommune', 'Den nye kommunen må velge hvem som skal lede arbeidet']
const main = (page: Page) => page.locator('main').innerText()

/** What every page that a partner meets on the way must be. */
async function expectFit(page: Page): Promise<void> {
  expect(await page.locator('h1').count()).toBe(1)
  expect(await sidewaysScroll(page)).toBe(0)
}

test('two municipalities become one while a status round is open: the link in the old mail works, the answer reaches the plan, and what was, stands', async () => {
  const { house } = site
  // The secretariat asked some days ago; the representative of Lia kommune has the mail, and has not answered.
  const mail = await house.platform.db.selectFrom('mail').select('text').where('recipient', '=', 'partner@eksempel.example').where('text', 'like', '%/svar/%').orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  const link = /\/svar\/[A-Za-z0-9_-]+/.exec(mail.text ?? '')?.[0] ?? ''

  expect((await house.ask('administrator', '/admin/kommunesammenslaing', { form: { handling: 'record', fra: 'Lia kommune\nVassøy kommune', til: fresh, dato: '2026-11-20', submissionKey: key() } })).status).toBe(303)
  const secretariat = await site.visit('sekretariat')
  await secretariat.goto(workspace)
  expect(await main(secretariat)).toContain(`Lia kommune og Vassøy kommune ble ${fresh}`)
  await secretariat.goto(`${workspace}/partnere/nye-organisasjoner`)
  // The merger that the example plans for next year stands below, and is left alone.
  expect(await main(secretariat)).toContain('Grønnelv kommune')
  await secretariat.getByRole('button', { name: 'La de nye ta over' }).click()
  await secretariat.waitForLoadState('load')
  expect(await secretariat.locator('body').innerText()).toContain('De nye har tatt over.')

  const answering = await site.visit(null, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await answering.goto(link)
  await expectFit(answering)
  if (await answering.getByRole('link', { name: 'Begynn' }).count()) await answering.getByRole('link', { name: 'Begynn' }).click()
  const titles: string[] = []
  for (let left = 20; (await answering.locator('input[name=state]').count()) > 0 && left > 0; left--) {
    await expectFit(answering)
    titles.push(await answering.locator('h1, h2').first().innerText())
    await answering.locator('input[name=state][value=delayed]').check()
    await answering.getByLabel('En setning om hvor det står').fill(`Sammenslåingen har tatt tid, sak ${titles.length}.`)
    if (titles.length === 1) await answering.getByLabel(/Trenger dere en avgjørelse/).fill(decision)
    await answering.locator('main form button[data-variant=primary]').first().click()
  }
  expect(titles.length).toBeGreaterThan(0)
  const send = answering.getByRole('button', { name: /^Send (svaret|\d+ svar)$/ })
  if (await send.count()) await send.first().click()
  expect(await main(answering)).toContain('Hva skjer nå?')

  const told = await house.platform.db.selectFrom('item').innerJoin('measure', 'measure.id', 'item.id').innerJoin('item_organisation as io', 'io.item_id', 'item.id').innerJoin('organisation as o', 'o.id', 'io.organisation_id')
    .select(['item.number', 'item.title', 'o.name']).where('measure.status_note', 'like', 'Sammenslåingen har tatt tid, sak %').where('io.role', '=', 'owner').orderBy('item.number').execute()
  expect(told).toHaveLength(titles.length)
  expect(new Set(told.map((one) => one.name))).toEqual(new Set([fresh]))
  await secretariat.goto(`${workspace}/plan/tiltak/${told[0]?.number}`)
  const measure = await main(secretariat)
  expect(measure).toContain(fresh)
  expect(measure).toContain('Sammenslåingen har tatt tid')

  await secretariat.goto(`${workspace}/plan/per-dato?dato=2026-11-19`)
  const asItWas = await main(secretariat)
  expect(asItWas).toContain('Lia kommune')
  expect(asItWas).toContain('Vassøy kommune')
  expect(asItWas).not.toContain(fresh)
  expect(asItWas).not.toContain('Sammenslåingen har tatt tid')

  const chair = await site.visit('leder')
  await chair.goto(`${workspace}/ark`)
  await expectFit(chair)
  expect(await main(chair)).toContain(decision)
}, 120_000)
