import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from './browser.ts'

test('a page is shown, its scripts run, and its rules about scripts are kept', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-security-policy', "script-src 'self'").setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>Ål</title><h1>Blåbærøy</h1><script>document.title = "inline"</script>')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } })
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`)
  expect(await page.title()).toBe('Ål')
  expect(await page.evaluate('innerWidth + document.querySelector("h1").textContent')).toBe('360Blåbærøy')
  expect((await page.screenshot()).byteLength).toBeGreaterThan(1000)
})
