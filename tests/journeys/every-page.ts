import type { Page as BrowserPage } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../src/app/app.ts'
import { type Lang, languages } from '../../src/platform/text/texts.ts'
import type { AddressOf } from '../access/addresses.ts'
import { sample } from '../support/sample.ts'
import { axe, openSite, sidewaysScroll, type Site } from '../support/site.ts'
import { everywhereIn } from './everywhere.ts'

/** What takes an empty form for a yes, and changes what the other cases look at: removing, leaving, closing, sending an answer that is begun, taking a link back, unsubscribing, a merger, the language of one's mails. And what asks the machine for a passkey, which `ways-in.test.ts` does with one. */
const takesYes = /\/(fjern|forlat|avslutt|hele-planen|nye-organisasjoner|prov|alt|nyheter|spurt|passnokler|passnokkel)$|^\/e-post\/:token$|^\/min-side\/forventninger\/:asked$/
/** Pages whose form can be refused: the others have only one state to look at. */
const withForms = new Set(pages.filter((one) => one.actions && !takesYes.test(one.path)).map((one) => one.path))
const states = (path: string) => (withForms.has(path) ? (['filled', 'refused'] as const) : (['filled'] as const))

/** Looks at every page in one language: in the dark and the light, with its form refused, and as narrow as a page may be. A sample of them, of `atMost`, in `npm test`. */
export function lookAtEveryPage(lang: Lang, atMost: number): void {
  const all = pages.map((one) => one.path).flatMap((path) => states(path).map((state) => ({ path, state })))
  // The same draw falls on other pages in each language.
  const from = Math.floor((all.length * languages.indexOf(lang)) / languages.length)
  const cases = [...all.slice(from), ...all.slice(0, from)]
  let site: Site
  let addressOf: AddressOf
  let page: BrowserPage
  beforeAll(async () => {
    site = await openSite()
    addressOf = await everywhereIn(site.house)
    page = await site.visit('sekretariat')
  })
  afterAll(() => site.close())

  // Seen to fail when a field's id is not the one that its label leads to.
  test.each(sample(cases, atMost))('check 57, 59: $path, $state: axe finds nothing in light or dark, and nothing scrolls sideways at 320 px', async ({ path, state }) => {
    const address = addressOf(path)
    if (!address || path === '/logg-ut') return
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    // Some pages choose a language, such as those of what mail one gets.
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
  }, 60_000)
}

/** Sends the page's form with nothing in it, which most forms have something to say about. */
async function refuse(page: BrowserPage): Promise<void> {
  const form = page.locator('main form.form[method=post]:not([action$="/sprak"])').first()
  if ((await form.count()) === 0) return
  for (const field of await form.locator('input[type=text], input[type=email], input[type=date], textarea').all()) if (await field.isVisible()) await field.fill('')
  const button = form.locator('button[type=submit]').first()
  if (await button.isVisible()) await Promise.all([page.waitForLoadState('load'), button.click()])
}
