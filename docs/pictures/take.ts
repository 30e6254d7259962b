// Takes the pictures in README from the demo. Start it first (`npm start`), then, under Node 26:
//   node docs/pictures/take.ts            or, on another port:  node docs/pictures/take.ts http://localhost:3100
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from '../../tests/support/browser.ts'

const base = process.argv[2] ?? 'http://localhost:3000'
const workspace = `${base}/arbeidsrom/eksempelfylket`
const width = 1280

const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce', locale: 'nb-NO' })
await page.goto(`${base}/logg-inn`)
await page.click('button[value="sekretariat"]')
await page.waitForURL(/min-side/)
await take(page, '/traden', 'thread.png', 'thread-picture, .thread-picture', 'bottom')
await take(page, '/traden/lose-trader', 'loose-threads.png', 'form:has-text("Vis utvalget")', 'top')
await browser.close()

/** From the top of the page down to an edge of what `until` finds. */
async function take(on: Page, path: string, name: string, until: string, edge: 'top' | 'bottom'): Promise<void> {
  await on.goto(workspace + path)
  const box = await on.locator(until).first().boundingBox()
  if (!box) throw new Error(`${path} has no ${until}`)
  const height = Math.ceil(edge === 'top' ? box.y - 16 : box.y + box.height + 16)
  await on.screenshot({ path: join(import.meta.dirname, name), fullPage: true, clip: { x: 0, y: 0, width, height } })
}
