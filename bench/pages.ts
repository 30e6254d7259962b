import { compare } from './frame/compare.ts'
import { load } from './frame/load.ts'
import type { Measure } from './frame/measure.ts'
import { measurePage } from './frame/page.ts'
import { startApp, startBare } from './frame/site.ts'

const loggedIn = [['plan page', '/arbeidsrom/bench-plan/plan'], ['thread page', '/arbeidsrom/bench-plan/traden'], ['overview', '/arbeidsrom/bench-plan'], ['loose threads', '/arbeidsrom/bench-plan/traden/lose-trader']] as const
const open = [['plan page', '/arbeidsrom/bench-plan/plan'], ['front page', '/'], ['help', '/hjelp']] as const

/** Pages of a plan with 45 measures over 20 lines, from one process, beside what Node answers with a word over as many. */
export const pages: Measure = {
  name: 'pages',
  async run({ worlds, size, tell }) {
    const world = await worlds.of(size)
    const [app, bare] = [await startApp({ databaseUrl: world.url }), await startBare()]
    try {
      for (const [what, path] of loggedIn) {
        const figures = await measurePage(world, { app, bare }, {
          what: { rate: `${what}, logged in`, p95: `${what}, logged in, p95`, statements: `${what}, statements` }, path, cookie: world.cookie, p95: { of: 'value', atMost: 100 },
        })
        figures.forEach(tell)
      }
      for (const [what, path] of open) {
        const headers = { 'accept-encoding': 'gzip' }
        await load(app.port, path, { headers })
        const found = await compare(5, async () => (await load(app.port, path, { headers })).perSecond, async () => (await load(bare.port, '/')).perSecond)
        tell({ name: `${what}, anonymous`, unit: '/s', ...found, target: { of: 'ratio', atLeast: 0.5 } })
      }
    } finally {
      await app.stop()
      await bare.stop()
    }
  },
}
