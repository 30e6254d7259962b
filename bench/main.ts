/**
 * `npm run bench` measures everything; `npm run bench -- check search --size 100000` some of it in a smaller world.
 * Every figure stands beside its baseline of the same run: trust the ratios. Results go to `bench/results.json`.
 */
import { check } from './check.ts'
import { type Figure, line, reached, write } from './frame/figure.ts'
import type { Measure } from './frame/measure.ts'
import { drawing } from './drawing.ts'
import { firstVisit } from './first-visit.ts'
import { growth } from './growth.ts'
import { importing } from './import.ts'
import { layout } from './layout.ts'
import { memory } from './memory.ts'
import { pages } from './pages.ts'
import { partnership } from './partnership.ts'
import { search } from './search.ts'
import { start } from './start.ts'
import { openWorlds } from './world/world.ts'

const measures: readonly Measure[] = [start, memory, firstVisit, pages, drawing, layout, search, check, importing, growth, partnership]

const say = (text: string) => void process.stderr.write(`${text}\n`)
const args = process.argv.slice(2)
const sizeAt = args.indexOf('--size')
const size = sizeAt < 0 ? 1_000_000 : Number(args.splice(sizeAt, 2)[1])
const unknown = args.filter((name) => !measures.some((one) => one.name === name))
if (unknown.length > 0 || !(size >= 10_000)) {
  say(`Choose among: ${measures.map((one) => one.name).join(', ')}. --size is at least 10000.`)
  process.exit(1)
}

const worlds = await openWorlds(say)
const figures: Figure[] = []
const tell = (figure: Figure) => {
  figures.push(figure)
  process.stdout.write(`${line(figure)}\n`)
}
try {
  for (const measure of measures.filter((one) => args.length === 0 || args.includes(one.name))) {
    const began = performance.now()
    say(`— ${measure.name}`)
    await measure.run({ worlds, size, tell, say }).catch((error: unknown) => {
      process.exitCode = 1
      say(`${measure.name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`)
    })
    say(`  ${Math.round((performance.now() - began) / 1_000)} s`)
  }
} finally {
  await worlds.close()
}
write(size, figures, args.length > 0)
const missed = figures.filter((figure) => reached(figure) === false)
say(missed.length === 0 ? 'Every figure is where it is to be.' : `${missed.length} of ${figures.length} are not where they are to be: ${missed.map((one) => one.name).join('; ')}`)
