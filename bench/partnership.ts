import { writeFollowUpMails } from '../src/modules/arenas/follow-up/digest.job.ts'
import { assert, timed } from './frame/compare.ts'
import { platformIn } from './frame/in-process.ts'
import type { Measure } from './frame/measure.ts'
import { measurePage } from './frame/page.ts'
import { startApp, startBare } from './frame/site.ts'
import { partnership as of, partnershipIn } from './world/partnership.ts'
import type { World } from './world/world.ts'

const root = `/arbeidsrom/${of.slug}`
/** The page, and who looks: the adviser, or one of the representatives. */
const pages = [
  ['arena map', `${root}/arenaer/kart`, 0],
  ['my page of the secretariat', '/min-side', 0],
  ['my page of a partner', '/min-side', 1],
  ['agenda with suggestions', `${root}/moter/${of.arenas + of.meetings}/sakliste`, 0],
  ['matrix of expectations', `${root}/forventninger/1`, 0],
] as const

const none = { baseline: null, ratio: null, spread: 0 }
const megabytes = () => process.memoryUsage().rss / 1e6

/** One large partnership in a database of its own: its pages over 20 lines beside bare Node, and the mail about tasks to 20,000 people. */
export const partnership: Measure = {
  name: 'partnership',
  async run({ worlds, tell, say }) {
    const { world, cookieOf } = await partnershipIn(await worlds.empty())
    say(`  ${of.organisations} organisations, ${of.arenas} arenas, ${of.meetings} meetings, ${of.matters} matters, ${of.followUps} tasks`)
    const [app, bare] = [await startApp({ databaseUrl: world.url }), await startBare()]
    try {
      for (const [what, path, who] of pages) {
        const figures = await measurePage(world, { app, bare }, { what: { rate: what, p95: `${what}, p95`, statements: `${what}, statements` }, path, cookie: await cookieOf(who), p95: null })
        figures.forEach(tell)
      }
    } finally {
      await app.stop()
      await bare.stop()
    }
    await digest(world, tell)
    await world.db.destroy()
  },
}

/** The mail about tasks to everybody who has one, on a morning of a weekday. */
async function digest(world: World, tell: Parameters<Measure['run']>[0]['tell']): Promise<void> {
  const platform = await platformIn(world)
  const today = Temporal.Now.zonedDateTimeISO('Europe/Oslo').with({ hour: 7 })
  const now = (today.dayOfWeek > 5 ? today.add({ days: 8 - today.dayOfWeek }) : today).toInstant()
  const [before, samples]: [number, number[]] = [megabytes(), []]
  const sampling = setInterval(() => samples.push(megabytes()), 50)
  let written = 0
  const ms = await timed(async () => (written = await writeFollowUpMails(world.db, platform, now))).finally(() => clearInterval(sampling))
  assert(written > of.people / 4, `only ${written} were written to`)
  assert((await writeFollowUpMails(world.db, platform, now)) === 0, 'somebody was written to twice')
  tell({ name: 'mail about tasks, for each 1,000 people', unit: 'ms', value: (ms / written) * 1_000, ...none, target: null })
  // Flat: the last quarter of the run takes no more than the second.
  const quarter = Math.floor(samples.length / 4)
  const most = (some: readonly number[]) => Math.max(before, ...some)
  tell({ name: 'mail about tasks, memory late beside early in the run', unit: 'MB', value: most(samples.slice(-quarter)), baseline: most(samples.slice(quarter, 2 * quarter)), ratio: most(samples.slice(-quarter)) / most(samples.slice(quarter, 2 * quarter)), spread: 0, target: { of: 'ratio', atMost: 1.2 } })
}
