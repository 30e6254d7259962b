import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { assert, quantile, spreadOf, timed } from './frame/compare.ts'
import type { Measure } from './frame/measure.ts'
import { startApp } from './frame/site.ts'

const get = (port: number, path: string, headers: Record<string, string>): Promise<Buffer> => new Promise((resolve, reject) => {
  request({ host: '127.0.0.1', port, path, headers }, (answer) => {
    const parts: Buffer[] = []
    answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => (answer.statusCode === 200 ? resolve(Buffer.concat(parts)) : reject(new Error(`${path} gave ${answer.statusCode}`))))
  }).on('error', reject).end()
})

/** The drawn thread of 300 items, from the question to the last byte. */
export const drawing: Measure = {
  name: 'drawing',
  async run({ worlds, size, tell }) {
    const world = await worlds.of(size)
    const app = await startApp({ databaseUrl: world.url })
    try {
      const ask = () => get(app.port, '/arbeidsrom/bench-tegnet/traden', { cookie: world.cookie, 'accept-encoding': 'gzip' })
      const first = await ask()
      const html = gunzipSync(first).toString()
      assert(html.includes('<svg') && html.includes('Vis som liste'), 'the thread is not drawn')
      for (let i = 0; i < 20; i++) await ask()
      const times: number[] = []
      for (let i = 0; i < 40; i++) times.push(await timed(ask))
      tell({ name: 'drawn thread of 300 items, p95', unit: 'ms', value: quantile(times, 0.95), baseline: null, ratio: null, spread: spreadOf(times), target: { of: 'value', atMost: 100 } })
      tell({ name: 'drawn thread of 300 items, sent', unit: 'kB', value: first.length / 1_000, baseline: null, ratio: null, spread: 0, target: { of: 'value', atMost: 40 } })
    } finally {
      await app.stop()
    }
  },
}
