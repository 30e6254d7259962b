// Takes the pictures in README and in the guide from the demo. Start it first (`npm start`), then, under Node 26:
//   node docs/pictures/take.ts            or, on another port:  node docs/pictures/take.ts http://localhost:3100
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../tests/support/browser.ts'
import { smallPng } from './small-png.ts'

const base = process.argv[2] ?? 'http://localhost:3000'
const workspace = '/arbeidsrom/eksempelfylket'
const guide = '../guide/bilder'
const tallest = 1_000

const browser = await openBrowser()
const page = await visit('sekretariat', 1280)
await take(page, `${workspace}/traden`, 'thread.png', 'thread-picture, .thread-picture', 'bottom')
await take(page, `${workspace}/traden/lose-trader`, 'loose-threads.png', 'form:has-text("Vis utvalget")', 'top')
await take(page, `${workspace}/arenaer/kart`, `${guide}/arenakart.png`, 'main svg[role]', 'bottom', 'main')
await page.setViewportSize({ width: 960, height: 900 })
await take(page, `${workspace}/avtaler/veien`, `${guide}/veien-til-avtalen.png`, 'main h2:has-text("Alle steg") ~ ul, main h2:has-text("Alle steg") ~ ol', 'bottom', 'main')
await page.goto(`${base}${workspace}/arsrapport`)
await take(page, (await page.locator('main th[scope=row] a').first().getAttribute('href')) ?? '', `${guide}/arsrapport.png`, 'main table', 'bottom', 'main')
await take(await visit('leder', 960), '/min-side', `${guide}/min-side.png`, 'main ul', 'bottom', 'main')
const phone = await visit('partner', 360)
await phone.goto(`${base}/min-side`)
await take(phone, (await phone.locator('main a[href*="/forventninger/"]').first().getAttribute('href')) ?? '', `${guide}/svar-pa-telefon.png`, 'main fieldset', 'bottom')
await browser.close()

/** Somebody of the demo, in a window so many px wide. */
async function visit(role: string, width: number): Promise<Page> {
  const one = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce', locale: 'nb-NO' })
  await one.goto(`${base}/logg-inn`)
  await one.click(`button[value="${role}"]`)
  await one.waitForURL(/min-side/)
  return one
}

/** From the top of the page, or of its content, down to an edge of the first that `until` finds; what is for the guide is cut where it becomes tall. */
async function take(on: Page, path: string, name: string, until: string, edge: 'top' | 'bottom', from: 'page' | 'main' = 'page'): Promise<void> {
  await on.goto(base + path)
  const box = await on.locator(until).first().boundingBox()
  const start = from === 'main' ? await on.locator('main').boundingBox() : { y: 0 }
  if (!box || !start) throw new Error(`${path} has no ${until}`)
  const height = Math.ceil((edge === 'top' ? box.y : box.y + box.height) + (edge === 'top' ? -16 : 16) - start.y)
  const { width = 1280 } = on.viewportSize() ?? {}
  const clip = { x: 0, y: start.y, width, height: name.startsWith(guide) ? Math.min(tallest, height) : height }
  writeFileSync(join(import.meta.dirname, name), smallPng(await on.screenshot({ fullPage: true, clip })))
}
