import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { type House, openHouse } from './house.ts'

export type Site = {
  house: House
  base: string
  browser: Browser
  /** A page in a browser of one's own, logged in as a role of the demo by pressing its button; null is nobody. */
  visit(role: string | null, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

/** The whole house on loopback, and a real browser in front of it. */
export async function openSite(): Promise<Site> {
  const house = await openHouse()
  const server: ServerType = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  return {
    house,
    base,
    browser,
    async visit(role, options = {}) {
      const context = await browser.newContext({ baseURL: base, locale: 'nb-NO', viewport: { width: 1280, height: 900 }, ...options })
      context.setDefaultTimeout(8_000)
      const page = await context.newPage()
      if (role) {
        await page.goto('/logg-inn')
        await page.click(`button[value="${role}"]`)
        await page.waitForURL('**/min-side')
      }
      return page
    },
    async close() {
      await browser.close()
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await house.close()
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; help: string; nodes: string[] }

/** What axe finds wrong on the page as it stands: WCAG 2.2 AA and good practice, or only these rules. */
export async function axe(page: Page, rules?: readonly string[]): Promise<Violation[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async (only) => {
    type Found = { violations: { id: string; help: string; nodes: { target: string[] }[] }[] }
    const run = (window as unknown as { axe: { run(options: object): Promise<Found> } }).axe.run
    const { violations } = await run({ runOnly: only ? { type: 'rule', values: only } : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.target.join(' ')) }))
  }, rules)
}

/** How far the page scrolls sideways, in px. */
export const sidewaysScroll = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
