import { sql } from 'kysely'
import { readable } from '../src/platform/access/readable.ts'
import type { Viewer } from '../src/platform/access/viewer.ts'
import { excerpt, highlight, readQuery, type SearchQuery } from '../src/platform/search/index.ts'
import { near, search as ranked, suggestions } from '../src/portal/search/search.store.ts'
import { assert, quantile, spreadOf, timed } from './frame/compare.ts'
import type { Measure, Run } from './frame/measure.ts'
import type { World } from './world/world.ts'

/** What people search for: common and rare words, parts of words, codes, two and three words, and what is not there. */
const queries = ['kommune', 'unge', 'barnehage', 'plasser', 'bibliotekveiledning', 'kommune tiltak', 'barnehageplan skoleplan', 'unge bolig', 'nærings nettverk', 'klimatiltak kommunene', 'innbyggere fylket regionen', '2.345', 'xyzzyq', 'idrettsforum helsemøte']

/** The adviser of the world, one who is in two small workspaces, and somebody who is not logged in. */
const viewersOf = ({ viewer }: World): Record<'adviser' | 'in two workspaces' | 'not logged in', Viewer> => ({
  adviser: viewer,
  'in two workspaces': { ...viewer, memberships: viewer.memberships.slice(-2) },
  'not logged in': { person: null, memberships: [], lang: 'nb' },
})

/** As a page has it: the words around each hit and what of them is the hit. */
async function page({ db }: World, viewer: Viewer, query: SearchQuery): Promise<number> {
  const { hits } = await ranked(db, viewer, query, {}, { size: 20, at: 1, now: Temporal.Now.instant().toString() })
  for (const hit of hits) {
    highlight(hit.title, query)
    excerpt(hit.body, query)
  }
  return hits.length
}

/** The same without ranking: the first twenty of those that have the words and that one may see. */
async function unranked({ db }: World, viewer: Viewer, query: SearchQuery): Promise<number> {
  const words = query.words.map(({ typed }) => `'${typed}':*`).join(' & ')
  const { rows } = await sql`select item.id, item.number, item.kind, item.title, item.search_body, w.slug, w.title as workspace from item join workspace w on w.id = item.workspace_id
    where item.search_words @@ ${words}::tsquery and item.removed_at is null and ${readable(viewer)} and (w.public or w.id = any(${viewer.memberships.map((m) => m.workspaceId)}::uuid[])) limit 20`.execute(db)
  return rows.length
}

export async function timesOfSearch(world: World, viewer: Viewer, rounds: number): Promise<{ ranked: number[]; unranked: number[] }> {
  const times = { ranked: [] as number[], unranked: [] as number[] }
  const asked = queries.map(readQuery)
  for (const query of asked) await page(world, viewer, query)
  for (let round = 0; round < rounds; round++) {
    for (const query of asked) {
      let plain = 0
      times.unranked.push(await timed(async () => void (plain = await unranked(world, viewer, query))))
      times.ranked.push(await timed(async () => assert((await page(world, viewer, query)) >= Math.min(plain, 1), `${query.text} found nothing`)))
    }
  }
  return times
}

export const search: Measure = {
  name: 'search',
  async run({ worlds, size, tell }: Run) {
    const world = await worlds.of(size)
    for (const [who, viewer] of Object.entries(viewersOf(world))) {
      const times = await timesOfSearch(world, viewer, 5)
      for (const [share, called] of [[0.5, 'median'], [0.95, 'p95']] as const) {
        const [value, baseline] = [quantile(times.ranked, share), quantile(times.unranked, share)]
        const figure = { unit: 'ms', value, baseline, ratio: value / baseline, spread: spreadOf(times.ranked) }
        tell({ name: `search with highlights, ${who}, ${called}`, ...figure, target: share === 0.95 ? { of: 'value', atMost: 50 } : null })
        if (share === 0.95) tell({ name: `search against unranked, ${who}, p95`, ...figure, target: { of: 'ratio', atMost: 10 } })
      }
    }
    for (const [what, work] of [
      ['suggestions for barneh', () => suggestions(world.db, world.viewer, readQuery('barneh'), { limit: 8, now: Temporal.Now.instant().toString() })],
      ['words near barnehaeplass', () => near(world.db, world.viewer, readQuery('barnehaeplass'))],
    ] as const) {
      const all: number[] = []
      for (let i = 0; i < 10; i++) all.push(await timed(work))
      tell({ name: `${what}, p95`, unit: 'ms', value: quantile(all, 0.95), baseline: null, ratio: null, spread: spreadOf(all), target: { of: 'value', atMost: 50 } })
    }
  },
}
