import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { build } from 'esbuild'
import { chromium as playwright } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplePlan } from './example-plan.ts'
import { ItemThread, layOut, overviewOf, ThreadChoices, ThreadLists, ThreadPicture, ThreadStrip } from './index.ts'
import type { Picture } from './index.ts'

/** Photographs are left here to be looked at. */
const album = join(import.meta.dirname, '../../../../test-results/thread')
const css = readFileSync(join(import.meta.dirname, 'thread.css'), 'utf8')
const paper = 'body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;background:light-dark(#fbf8f2,#141b26);color:light-dark(#1d2c43,#e9e6df)}:root{color-scheme:light dark}'

let browser: Browser
let script = ''
beforeAll(async () => {
  mkdirSync(album, { recursive: true })
  const built = await build({ entryPoints: [join(import.meta.dirname, 'thread-picture.client.ts')], bundle: true, minify: true, write: false, format: 'esm' })
  script = built.outputFiles[0]?.text ?? ''
  browser = await playwright.launch({ args: chromium.args.filter((arg) => arg !== '--single-process'), executablePath: await chromium.executablePath(), headless: true })
}, 60_000)
afterAll(() => browser?.close())

async function shown(picture: Picture, width: number, options: { dark?: boolean; script?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: options.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  const layout = layOut(picture)
  const body = (
    <main>
      <h1>Tråden</h1>
      <ThreadStrip overview={overviewOf(picture)} lang={picture.lang} />
      <ThreadChoices picture={picture} layout={layout} />
      <ThreadPicture picture={picture} layout={layout} />
      <ItemThread picture={picture} id="measure-12" />
      <ThreadLists picture={picture} heading="h2" />
    </main>
  )
  await page.setContent(`<!doctype html><html lang="nb"><title>Tråden</title><meta name="viewport" content="width=device-width"><style>${paper}${css}</style>${body}</html>`)
  if (options.script) await page.addScriptTag({ content: script, type: 'module' })
  return page
}

describe('the drawn thread on a real page', () => {
  const views: [string, Partial<Picture>][] = [
    ['grouped', {}],
    ['open', { open: ['goal-2'] }],
    ['all', { groupBy: 'none' }],
    ['loose', { onlyLoose: true }],
    ['focus', { focus: 'goal-1' }],
    ['search', { query: 'bedrift', groupBy: 'none' }],
  ]
  test.each(views)('%s fits, wide and narrow, light and dark', async (name, change) => {
    for (const width of [1280, 360]) {
      for (const dark of name === 'grouped' || name === 'open' ? [false, true] : [false]) {
        const page = await shown(examplePlan(change), width, { dark })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide).toBeLessThanOrEqual(width)
        const bottom = await page.locator('.thread-figure').evaluate((figure) => figure.getBoundingClientRect().bottom + scrollY)
        await page.screenshot({ path: join(album, `${name}-${width}${dark ? '-dark' : ''}.png`), fullPage: true, clip: { x: 0, y: 0, width, height: Math.ceil(bottom) + 16 } })
        if (name === 'grouped') await page.locator('.thread-item').screenshot({ path: join(album, `item-${width}${dark ? '-dark' : ''}.png`) })
        if (name === 'grouped') await page.locator('.thread-lists').screenshot({ path: join(album, `lists-${width}${dark ? '-dark' : ''}.png`) })
        await page.close()
      }
    }
  }, 60_000)
})
