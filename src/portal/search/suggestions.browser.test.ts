import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, openSite, type Site } from '../../../tests/support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

// Seen to fail when Escape does not close.
test('check 58: suggestions by keyboard alone: spoken, moved among, closed, chosen, or passed by', async () => {
  const page = await site.visit('sekretariat')
  await page.goto('/hjelp')
  const field = page.getByRole('combobox', { name: 'Søk i Trådverk' })
  await field.focus()
  await page.keyboard.type('kompet')
  const options = page.getByRole('option')
  await options.first().waitFor()
  expect(await page.locator('.site-search [role=status]').innerText()).toMatch(/^\d+ treff\. Bruk piltastene/)
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sok')
  // Escape closes and keeps what was typed; Enter then searches everything.
  await page.keyboard.press('Escape')
  expect(await options.count()).toBe(0)
  expect(await field.inputValue()).toBe('kompet')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sok?q=kompet')
  expect(await page.locator('h1').innerText()).toBe('Søk: kompet')
  expect(await page.locator('main mark').count()).toBeGreaterThan(0)

  await page.goBack()
  await field.focus()
  await field.fill('')
  await page.keyboard.type('kompetansen')
  await options.first().waitFor()
  const chosen = await options.first().innerText()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/arbeidsrom/**')
  expect(chosen).toContain(await page.locator('h1').innerText())
}, 60_000)

test('check 60: a resident finds the municipality and searches, on a phone without JavaScript', async () => {
  const page = await site.visit(null, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto('/')
  await page.getByLabel('Finn kommunen din').fill('Drammen')
  await page.getByRole('button', { name: 'Finn kommunen' }).click()
  await page.getByRole('link', { name: 'Drammen kommune' }).first().click()
  expect(await page.locator('h1').innerText()).toBe('Drammen kommune')
  await page.getByRole('searchbox', { name: 'Søk i Trådverk' }).fill('gamlebanken')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sok?q=gamlebanken')
  expect(await page.locator('ol.hits li').count()).toBeGreaterThan(1)
  // The language is changed on a page that caches may keep.
  await page.getByRole('button', { name: 'Nynorsk' }).click()
  await page.locator('html[lang=nn]').waitFor()
  expect(new URL(page.url()).search).toBe('?q=gamlebanken')
}, 60_000)
