import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/app/app.ts'
import { languages } from '../../src/platform/text/texts.ts'
import { addressesIn, type AddressOf } from '../access/addresses.ts'
import { sample } from '../support/sample.ts'
import { axe, openSite, sidewaysScroll, type Site } from '../support/site.ts'

let site: Site
let addressOf: AddressOf
let page: BrowserPage

beforeAll(async () => {
  site = await openSite()
  addressOf = await addressesIn(site.house)
  page = await site.visit('sekretariat')
})
afterAll(() => site.close())

/** Pages whose form can be refused: the others have only one state to look at. One that asks «remove?» takes an empty form for a yes. */
const withForms = new Set(pages.filter((one) => one.actions && !one.path.endsWith('/fjern')).map((one) => one.path))
const states = (path: string) => (withForms.has(path) ? (['filled', 'refused'] as const) : (['filled'] as const))
const cases = pages.map((one) => one.path).flatMap((path) => languages.flatMap((lang) => states(path).map((state) => ({ path, lang, state }))))

describe('every page', () => {
  test.each(sample(cases, 24))('57, 59: $path in $lang, $state: axe finds nothing in light or dark, and nothing scrolls sideways at 320 px', async ({ path, lang, state }) => {
    const address = addressOf(path)
    if (!address || path === '/logg-ut') return
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    if ((await page.getAttribute('html', 'lang').catch(() => null)) !== lang) {
      await page.goto('/sprak')
      await page.click(`main button[value=${lang}]`)
    }
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(200)
    if (state === 'refused') await refuse(page)
    expect(await page.getAttribute('html', 'lang')).toBe(lang)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await axe(page)).toEqual([])
    // Only colours differ in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axe(page, ['color-contrast'])).toEqual([])
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await sidewaysScroll(page)).toBe(0)
  })
})

/** Sends the page's form with nothing in it, which most forms have something to say about. */
async function refuse(page: BrowserPage): Promise<void> {
  const form = page.locator('main form.form[method=post]:not([action$="/sprak"])').first()
  if ((await form.count()) === 0) return
  for (const field of await form.locator('input[type=text], textarea').all()) if (await field.isVisible()) await field.fill('')
  const button = form.locator('button[type=submit]').first()
  if (await button.isVisible()) await Promise.all([page.waitForLoadState('load'), button.click()])
}
