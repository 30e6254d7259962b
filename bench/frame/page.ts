import type { World } from '../world/world.ts'
import { compare, quantile } from './compare.ts'
import type { Figure } from './figure.ts'
import { statementsOf } from './in-process.ts'
import { load } from './load.ts'

type Sites = { app: { port: number }; bare: { port: number } }

/** A page that somebody who is logged in asks for over 20 lines, beside a word from bare Node: answers a second, how long 19 of 20 wait at the most, and statements. */
export async function measurePage(world: World, { app, bare }: Sites, { what, path, cookie, p95 }: { what: { rate: string; p95: string; statements: string }; path: string; cookie: string; p95: Figure['target'] }): Promise<Figure[]> {
  const headers = { cookie, 'accept-encoding': 'gzip' }
  const times: number[] = []
  await load(app.port, path, { headers })
  const found = await compare(5, async () => {
    const one = await load(app.port, path, { headers, ms: 1_500 })
    times.push(...one.times)
    return one.perSecond
  }, async () => (await load(bare.port, '/', { ms: 700 })).perSecond)
  const alone = { baseline: null, ratio: null, spread: 0 }
  return [
    { name: what.rate, unit: '/s', ...found, target: { of: 'ratio', atLeast: 0.02 } },
    { name: what.p95, unit: 'ms', value: quantile(times, 0.95), ...alone, target: p95 },
    { name: what.statements, unit: '', value: await statementsOf(world, path, cookie), ...alone, target: { of: 'value', atMost: 8 } },
  ]
}
