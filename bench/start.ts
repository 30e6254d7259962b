import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, timed } from './frame/compare.ts'
import type { Measure } from './frame/measure.ts'
import { type Running, startApp, startBare } from './frame/site.ts'

/** From nothing to the first page answered, with the database that comes along, beside Node with nothing in it. */
export const start: Measure = {
  name: 'start',
  async run({ tell }) {
    const dataDir = await mkdtemp(join(tmpdir(), 'tradverk-bench-'))
    const once = async (begin: () => Promise<Running>, path: string) => {
      let running: Running | null = null
      const ms = await timed(async () => {
        running = await begin()
        const answer = await fetch(`http://127.0.0.1:${running.port}${path}`)
        if (answer.status !== 200) throw new Error(`${path} gave ${answer.status}`)
        await answer.text()
      })
      await (running as Running | null)?.stop()
      return ms
    }
    try {
      const app = () => once(() => startApp({ databaseUrl: null, dataDir, demo: true }), '/')
      const first = await app()
      const found = await compare(7, app, () => once(startBare, '/'))
      tell({ name: 'second start to the first page, database included', unit: 'ms', ...found, target: { of: 'ratio', atMost: 4 } })
      tell({ name: 'first start, with a new database and the demo', unit: 'ms', value: first, baseline: null, ratio: null, spread: 0, target: null })
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}
