/**
 * How long a search takes among 100,000 items, beside the same search among 10,000 in the same run. Trust the ratios: what is bounded
 * grows less than the ten times that the items do.
 * `esbuild bench/search.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench-search.js && node dist/bench-search.js`
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { sql } from 'kysely'
import { manifests } from '../src/app/modules.ts'
import type { Viewer } from '../src/platform/access/viewer.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { startEmbedded } from '../src/platform/db/embedded/embedded.ts'
import { isRefusal } from '../src/platform/db/embedded/refusal.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { v7 } from '../src/platform/item/id.ts'
import { catalogueOf } from '../src/platform/item/manifest.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { readQuery } from '../src/platform/search/index.ts'
import { near, search, suggestions } from '../src/portal/search/search.store.ts'
import { fill } from './search-fill.ts'

const catalogue = catalogueOf(manifests)
const kinds = ['challenge', 'goal', 'priority_area', 'measure'].flatMap((name) => catalogue.kinds.get(name) ?? [])
const now = '2026-11-10T10:00:00Z'
const page = { size: 20, at: 1, now }
const queries = ['kommune', 'unge', 'barnehage', 'plasser', 'bibliotekveiledning', 'kommune tiltak', 'barnehageplan skoleplan', '2.345', 'xyzzyq']

/** The middle of five, in milliseconds. */
async function middle(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < 5; i++) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return Math.round(taken.toSorted((a, b) => a - b)[2] ?? 0)
}

async function measure(db: Database, workspaces: readonly string[]): Promise<Record<string, number>> {
  const member = (count: number): Viewer => ({ person: { id: v7(), name: 'Rådgiver', language: 'nb', administrator: false }, memberships: workspaces.slice(1, 1 + count).map((workspaceId) => ({ workspaceId, role: 'secretariat', organisationId: null })), lang: 'nb' })
  const viewers = { nobody: { person: null, memberships: [], lang: 'nb' } satisfies Viewer, 'one workspace': member(1), 'all workspaces': member(workspaces.length) }
  const figures: [string, number][] = []
  for (const [who, viewer] of Object.entries(viewers)) {
    for (const typed of queries) figures.push([`${typed} (${who}), ms`, await middle(() => search(db, viewer, readQuery(typed), {}, page))])
    figures.push([`suggestions for barneh (${who}), ms`, await middle(() => suggestions(db, viewer, readQuery('barneh'), { limit: 8, now }))])
    figures.push([`nearest to barnehaeplass (${who}), ms`, await middle(() => near(db, viewer, readQuery('barnehaeplass')))])
  }
  return Object.fromEntries(figures)
}

/** Which indexes the plan of a search for this word uses. */
async function indexesUsed(db: Database, pattern: string): Promise<string[]> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from item where search_words @@ ${pattern}::tsquery and removed_at is null limit 500`.execute(db)
  return rows.flatMap((row) => /on (item_\w+)/.exec(row['QUERY PLAN'])?.[1] ?? [])
}

const dataDir = join(projectRoot, 'test-results', `bench-search-${process.pid}`)
const server = await startEmbedded({ dataDir, durable: false, log: () => {} })
if (isRefusal(server)) throw new Error(server.refused)
try {
  const run = async (size: number) => {
    const url = new URL(server.url)
    url.pathname = `/bench_${size}`
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`create database bench_${size}`)
    await client.end()
    await migrate(url.href, projectRoot)
    const db = openDatabase(url.href, { max: 4 })
    const begun = performance.now()
    const workspaces = await fill(db, size, kinds)
    const figures = { 'writing, ms an item': Math.round(((performance.now() - begun) / size) * 100) / 100, ...(await measure(db, workspaces)) }
    const used = await indexesUsed(db, "'bibliotekveiledning'")
    await db.destroy()
    return { figures, used }
  }
  const small = await run(10_000)
  const large = await run(100_000)
  console.table(Object.fromEntries(Object.entries(large.figures).map(([name, value]) => {
    const before = (small.figures as Record<string, number>)[name] ?? 0
    return [name, { '10 000 items': before, '100 000 items': value, ratio: Math.round((value / Math.max(before, 1)) * 10) / 10 }]
  })))
  console.log('indexes of a rare word:', large.used.join(', '))
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
