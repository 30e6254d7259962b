import { checkWorld } from './check.ts'
import { middle, quantile, timed } from './frame/compare.ts'
import type { Measure } from './frame/measure.ts'
import { buildApp } from '../src/app/app.ts'
import { platformIn } from './frame/in-process.ts'
import { timesOfSearch } from './search.ts'
import type { World } from './world/world.ts'

const small = 10_000

/** How the time grows with the world: 1 is as the world does, 0 not at all. */
export const growth: Measure = {
  name: 'growth',
  async run({ worlds, size, tell }) {
    if (size <= small) return
    const [one, other] = [await worlds.of(small), await worlds.of(size)]
    const told = (what: string, times: readonly [number, number], times2: number) => tell({
      name: `growth from ${small} to ${size} items: ${what}`, unit: '', value: Math.log(times[1] / times[0]) / Math.log(size / small), baseline: 1, ratio: null, spread: times2, target: { of: 'value', atMost: 1.1 },
    })
    const twice = async (work: (world: World) => Promise<number>): Promise<[number, number]> => [await work(one), await work(other)]
    told('check', await twice(async (world) => {
      // The first time everything is planned, which would make the small world look slow.
      await checkWorld(world)
      const times: number[] = []
      for (let i = 0; i < 3; i++) times.push(await timed(() => checkWorld(world)))
      return middle(times)
    }), 0)
    told('search, p95', await twice(async (world) => quantile((await timesOfSearch(world, world.viewer, 3)).ranked, 0.95)), 0)
    for (const path of ['/arbeidsrom/bench-plan/plan', '/arbeidsrom/bench-plan/traden', '/arbeidsrom/bench-plan']) {
      told(path, await twice(async (world) => {
        const app = buildApp(await platformIn(world))
        const ask = async () => void (await (await app.request(`http://localhost${path}`, { headers: { cookie: world.cookie } })).text())
        for (let i = 0; i < 10; i++) await ask()
        const times: number[] = []
        for (let i = 0; i < 20; i++) times.push(await timed(ask))
        return middle(times)
      }), 0)
    }
  },
}
