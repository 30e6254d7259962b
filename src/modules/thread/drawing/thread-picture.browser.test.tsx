import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import chromium from '@sparticuz/chromium'
import { build } from 'esbuild'
import { chromium as playwright } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../../../../tests/support/sample.ts'
import { examplePlan } from './example-plan.ts'
import { ItemThread, layOut, overviewOf, ThreadChoices, ThreadLists, ThreadPicture, ThreadStrip } from './index.ts'
import type { Picture } from './index.ts'

/** With ALBUM=1 the pages are photographed here, to be looked at. */
const album = process.env.ALBUM ? join(import.meta.dirname, '../../../../test-results/thread') : undefined
const css = readFileSync(join(import.meta.dirname, 'thread.css'), 'utf8')
const paper = 'body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;background:light-dark(#fbf8f2,#141b26);color:light-dark(#1d2c43,#e9e6df)}:root{color-scheme:light dark}'

let browser: Browser
let script = ''
beforeAll(async () => {
  if (album) mkdirSync(album, { recursive: true })
  const built = await build({ entryPoints: [join(import.meta.dirname, 'thread-picture.client.ts')], bundle: true, minify: true, write: false, format: 'esm' })
  script = built.outputFiles[0]?.text ?? ''
  browser = await playwright.launch({ args: chromium.args.filter((arg) => arg !== '--single-process'), executablePath: await chromium.executablePath(), headless: true })
}, 60_000)
afterAll(() => browser?.close())

async function shown(picture: Picture, width: number, options: { dark?: boolean; script?: boolean; lists?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: options.dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  const layout = layOut(picture)
  const body = (
    <main>
      <h1>Tråden</h1>
      <ThreadStrip overview={overviewOf(picture)} lang={picture.lang} />
      <ThreadChoices picture={picture} layout={layout} />
      <ThreadPicture picture={picture} layout={layout} />
      {options.lists && <ItemThread picture={picture} id="measure-12" />}
      {options.lists && <ThreadLists picture={picture} heading="h2" />}
    </main>
  )
  await page.setContent(`<!doctype html><html lang="nb"><title>Tråden</title><meta name="viewport" content="width=device-width"><style>${paper}${css}</style>${body}</html>`)
  if (options.script) await page.addScriptTag({ content: script, type: 'module' })
  return page
}

const photograph = async (page: Page, name: string, width: number) => {
  if (!album) return
  const bottom = await page.locator('.thread-figure').evaluate((figure) => figure.getBoundingClientRect().bottom + scrollY)
  await page.screenshot({ path: join(album, `${name}.png`), fullPage: true, clip: { x: 0, y: 0, width, height: Math.ceil(bottom) + 16 } })
  if (!(await page.locator('.thread-item').count())) return
  await page.locator('.thread-item').screenshot({ path: join(album, `item-${name}.png`) })
  await page.locator('.thread-lists').screenshot({ path: join(album, `lists-${name}.png`) })
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
  test.each(sample(views, 2))('%s: no sideways scroll at 320, 360 and 1280 pixels, and axe finds nothing, light and dark', async (name, change) => {
    for (const width of [1280, 360, 320]) {
      for (const dark of name === 'search' || (album && name === 'open') ? [false, true] : [false]) {
        const page = await shown(examplePlan(change), width, { dark, lists: name === 'grouped' && !dark })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        if (width !== 320 && (album || dark || name === 'grouped' || name === 'open')) {
          await page.addScriptTag({ content: axe.source })
          const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
          expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([])
          await photograph(page, `${name}-${width}${dark ? '-dark' : ''}`, width)
        }
        await page.close()
      }
    }
  }, 90_000)

  test('every link in the drawing is at least 24 pixels high and wide', async () => {
    const page = await shown(examplePlan({ open: ['goal-2'] }), 1280)
    const small = await page.evaluate(() => [...document.querySelectorAll('.thread-drawing .thread-hit')].map((hit) => hit.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length)
    expect(small).toBe(0)
    await page.close()
  })

  test('no title runs into the next column, as measured by the browser', async () => {
    const page = await shown(examplePlan({ groupBy: 'none' }), 1280)
    const wider = await page.evaluate(() => [...document.querySelectorAll('.thread-unit')].flatMap((unit) => {
      const hit = unit.querySelector('.thread-hit')?.getBoundingClientRect()
      return [...unit.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().right > (hit?.right ?? 0) + 12).map((text) => text.textContent)
    }))
    expect(wider).toEqual([])
    await page.close()
  })

  test('it prints on one A3 page, drawn and not as the phone list', async () => {
    const page = await shown(examplePlan(), 360)
    await page.evaluate(() => document.querySelectorAll('main > :not(.thread-figure)').forEach((one) => one.remove()))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.thread-drawing').isVisible()).toBe(true)
    expect(await page.locator('.thread-fall').isVisible()).toBe(false)
    if (album) await page.setViewportSize({ width: 1496, height: 1000 })
    if (album) await page.screenshot({ path: join(album, 'print.png'), fullPage: true })
    const pdf = (await page.pdf({ preferCSSPageSize: true, ...(album ? { path: join(album, 'grouped.pdf') } : {}) })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    const [, , w, h] = (pdf.match(/\/MediaBox \[(\S+) (\S+) (\S+) (\S+)\]/) ?? []).slice(1).map(Number)
    expect([Math.round(w ?? 0), Math.round(h ?? 0)]).toEqual([1191, 842])
    await page.close()
  })

  test('with the island: buttons and keys zoom, and pointing at an item dims what its thread does not reach', async () => {
    const page = await shown(examplePlan({ open: ['goal-2'] }), 1000, { script: true })
    const width = () => page.locator('.thread-drawing').evaluate((svg) => svg.getBoundingClientRect().width)
    await page.getByRole('button', { name: 'Større', exact: true }).waitFor()
    const normal = await width()
    await page.getByRole('button', { name: 'Større', exact: true }).click()
    expect(await width()).toBeGreaterThan(normal * 1.2)
    await page.locator('.thread-region').focus()
    await page.keyboard.press('0')
    expect(await width()).toBe(normal)
    await page.getByRole('button', { name: 'Vis hele' }).click()
    expect(await width()).toBeLessThan(1000)
    await page.getByRole('link', { name: /^T17 / }).first().hover()
    const lit = await page.locator('.thread-unit.in-trail').evaluateAll((units) => units.map((unit) => (unit as SVGElement).dataset.key))
    expect(lit).toEqual(expect.arrayContaining(['goal-2', 'priorityArea-4', 'measure-17', 'result-4']))
    expect(lit).not.toContain('measure-18')
    if (album) await page.locator('.thread-figure').screenshot({ path: join(album, 'trail-1000.png') })
    await page.close()
  })

  test('the thread draws itself once, and not for those who want less motion', async () => {
    const page = await shown(examplePlan(), 1280)
    const name = () => page.locator('.thread-strands').evaluate((strands) => getComputedStyle(strands).animationName)
    expect(await name()).toBe('none')
    await page.emulateMedia({ forcedColors: 'active' })
    await photograph(page, 'forced-colours', 1280)
    await page.emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'none' })
    expect(await name()).toBe('thread-draw')
    await page.close()
  })
})
