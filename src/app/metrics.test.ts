import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAll } from '../platform/metrics/counts.ts'
import { createMetrics } from '../platform/metrics/metrics.ts'
import { type House, key, openHouse } from '../../tests/support/house.ts'
import { migrateJobs } from '../platform/jobs/jobs.ts'
import { buildApp } from './app.ts'
import { jobsOf } from './jobs.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await migrateJobs(house.url, jobsOf(house.platform))
})
afterAll(() => house.close())

const token = 'a-token-of-some-length'
function withMetrics(given: string | null = token) {
  const metrics = createMetrics({ version: '1.2.3', leaving: () => false, lines: () => ({ inUse: 1, idle: 2, waiting: 3 }), counts: () => countAll(house.platform.db, house.platform.clock()) })
  const platform = { ...house.platform, config: { ...house.platform.config, metrics: { port: null, host: '127.0.0.1', token: given } } }
  return { app: buildApp(platform, { leaving: () => false, metrics }), metrics }
}
const asked = (bearer: string) => ({ headers: { authorization: `Bearer ${bearer}` } })

test('figures are given to whoever has the token, to nobody else, and not at all without one', async () => {
  const { app } = withMetrics()
  expect((await app.request('/metrics')).status).toBe(401)
  expect((await app.request('/metrics', asked('another'))).status).toBe(401)
  const answer = await app.request('/metrics', asked(token))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect((await withMetrics(null).app.request('/metrics', asked('null'))).status).toBe(404)
})

// Seen to fail when requests are counted by their address.
test('check 28: requests are counted by pattern, method and status; no address, id or person is in them, however many there are', async () => {
  const { app } = withMetrics()
  for (const path of ['/helse', '/arbeidsrom/eksempelfylket/plan/tiltak', '/finnes-ikke/kari', `/finnes-ikke/${key()}`, '/?q=kari', '/arbeidsrom/eksempelfylket/plan/tiltak/1', '/arbeidsrom/eksempelfylket/plan/tiltak/2']) await app.request(path)
  await app.request('/helse', { method: 'PROPFIND' })
  const text = await (await app.request('/metrics', asked(token))).text()
  expect(text).toContain('tradverk_requests_total{route="/helse",method="GET",status="200"} 1')
  expect(text).toMatch(/tradverk_requests_total\{route="[^"]*:number[^"]*",method="GET",status="\d+"\} 2/)
  expect(text).toContain('method="other"')
  expect(text).not.toMatch(/kari|eksempelfylket|[0-9a-f]{8}-[0-9a-f]{4}/)
  const series = text.split('\n').filter((line) => line.startsWith('tradverk_'))
  expect(series.length).toBeLessThan(200)
})

test('what waits and what failed is there, and the text goes on when the database is away', async () => {
  const { metrics } = withMetrics()
  const text = await metrics.text()
  for (const line of ['tradverk_database_up 1', 'tradverk_info{version="1.2.3"} 1', 'tradverk_database_lines{state="waiting"} 3', 'tradverk_jobs{state="failed"} 0', 'tradverk_leaving 0']) expect(text).toContain(line)
  expect(text).toMatch(/tradverk_mails\{state="waiting"\} \d+/)
  expect(text).toMatch(/tradverk_sessions_open \d+/)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  const away = await createMetrics({ version: '1', leaving: () => true, lines: () => ({ inUse: 0, idle: 0, waiting: 0 }), counts: () => Promise.reject(new Error('away')) }).text()
  expect(away).toContain('tradverk_database_up 0')
  expect(away).toContain('tradverk_leaving 1')
  expect(away).not.toMatch(/tradverk_mails\{/)
})
