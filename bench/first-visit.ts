import { openBrowser } from '../tests/support/browser.ts'
import { assert, middle, spreadOf } from './frame/compare.ts'
import type { Measure } from './frame/measure.ts'
import { startApp } from './frame/site.ts'

/** As Lighthouse has a slow telephone: 150 ms there and back and 1.6 Mbit/s, as the browser's own throttling counts them, and a fourth of the processor. */
const slow = { offline: false, latency: 562.5, downloadThroughput: (1_474.56 * 1_024) / 8, uploadThroughput: (675 * 1_024) / 8 }

/** The front page, as somebody sees it who has never been here. */
export const firstVisit: Measure = {
  name: 'first-visit',
  async run({ worlds, size, tell }) {
    const world = await worlds.of(size)
    const app = await startApp({ databaseUrl: world.url })
    const browser = await openBrowser()
    try {
      const visits: Visit[] = []
      for (let i = 0; i < 6; i++) visits.push(await visit(browser, `http://127.0.0.1:${app.port}/`))
      // The first one finds everything cold, also the browser.
      const [last, ...times] = [visits.at(-1), ...visits.slice(1).map((one) => one.paintMs)]
      assert(last !== undefined && last.requests > 1 && last.css > 0, 'nothing was fetched')
      const alone = { baseline: null, ratio: null, spread: 0 }
      tell({ ...alone, name: 'first visit, weight', unit: 'kB', value: last.bytes / 1_000, target: { of: 'value', atMost: 60 } })
      tell({ ...alone, name: 'first visit, styles', unit: 'kB', value: last.css / 1_000, target: { of: 'value', atMost: 16 } })
      tell({ ...alone, name: 'first visit, requests', unit: '', value: last.requests, target: { of: 'value', atMost: 10 } })
      tell({ ...alone, name: 'first visit, largest contentful paint', unit: 's', value: middle(times) / 1_000, spread: spreadOf(times), target: { of: 'value', atMost: 1.5 } })
    } finally {
      await browser.close()
      await app.stop()
    }
  },
}

type Visit = { bytes: number; css: number; requests: number; paintMs: number }

async function visit(browser: Awaited<ReturnType<typeof openBrowser>>, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true })
  try {
    const page = await context.newPage()
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', slow)
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const kinds = new Map<string, string>()
    let [bytes, css] = [0, 0]
    client.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength
      if (kinds.get(requestId) === 'Stylesheet') css += encodedDataLength
    })
    await page.addInitScript(() => new PerformanceObserver((list) => { for (const entry of list.getEntries()) Reflect.set(window, 'painted', entry.startTime) }).observe({ type: 'largest-contentful-paint', buffered: true }))
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(500)
    const paintMs = Number(await page.evaluate(() => Reflect.get(window, 'painted') as number))
    return { bytes, css, requests: kinds.size, paintMs }
  } finally {
    await context.close()
  }
}
