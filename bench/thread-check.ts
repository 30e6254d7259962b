/**
 * How long the thread check takes as a plan grows. The baseline of each figure is the same on a tenth.
 * `esbuild bench/thread-check.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench-thread-check.js && node dist/bench-thread-check.js`
 * A recheck of one measure and a page are to cost the same whatever the size; a full run grows with it.
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
import { inTransaction, type Work } from '../src/platform/db/work.ts'
import { changeItem } from '../src/platform/item/item.actions.ts'
import { insertItems, readItem } from '../src/platform/item/item.store.ts'
import { v7 } from '../src/platform/item/id.ts'
import { catalogueOf } from '../src/platform/item/manifest.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { partiesByName } from '../src/modules/actors/index.ts'
import { checkWorkspace, recheckTouched, writeRelations } from '../src/modules/thread/index.ts'
import { insertLinks } from '../src/modules/thread/link/link.store.ts'
import { countByRule, someOfEach } from '../src/modules/thread/check/seen.store.ts'
import { insertWorkspace } from '../src/modules/workspaces/index.ts'

const catalogue = catalogueOf(manifests)
const now = Temporal.Instant.from('2026-11-10T10:00:00Z')
const by = { personId: null, at: now.toString() }
const share = { finding: 0.1, challenge: 0.05, goal: 0.05, priority_area: 0.05, measure: 0.6, result: 0.1, lesson: 0.05 }

/** A workspace of `size` items, most of them tied: every seventh thread is left loose. */
async function fill(db: Database, size: number): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const id = await insertWorkspace(tx, { slug: `maling-${size}`, title: 'Måling', kind: 'partnership', template: 'partnership', language: 'nb', partsInUse: [] })
    const [owner] = [...(await partiesByName(tx, id, ['Lia kommune'])).values()]
    const made: Record<string, string[]> = {}
    for (const [name, part] of Object.entries(share)) {
      const kind = catalogue.kinds.get(name)
      if (kind) made[name] = await insertItems(tx, kind, id, by, Array.from({ length: size * part }, (_, i) => ({ title: `${name} ${i}`, ...(name === 'measure' && i % 7 && { fields: { owner: [owner ?? ''], ends_on: '2027-01-01' } }) })))
    }
    const tie = (relation: string, fromKind: string, toKind: string) => (made[fromKind] ?? []).flatMap((fromId, i) => {
      const ends = made[toKind] ?? []
      const toId = ends[i % ends.length]
      return toId && i % 7 ? [{ relation, fromId, fromKind, toId, toKind }] : []
    })
    await insertLinks(tx, id, by, [...tie('supports', 'finding', 'challenge'), ...tie('addresses', 'goal', 'challenge'), ...tie('pursues', 'priority_area', 'goal'), ...tie('delivers', 'measure', 'priority_area'), ...tie('leads_to', 'measure', 'result'), ...tie('learned_from', 'lesson', 'result')])
    return id
  })
}

/** The middle of some runs, in milliseconds. */
async function middle(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const begun = performance.now()
    await work(i)
    taken.push(performance.now() - begun)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

async function measureAt(db: Database, size: number): Promise<Record<string, number>> {
  const id = await fill(db, size)
  await sql`analyze`.execute(db)
  const viewer: Viewer = { person: { id: v7(), name: 'Rådgiver', language: 'nb', administrator: false }, memberships: [{ workspaceId: id, role: 'secretariat', organisationId: null }], lang: 'nb' }
  await db.insertInto('person').values({ id: viewer.person?.id ?? '', name: 'Rådgiver' }).execute()
  const kind = catalogue.kinds.get('measure')
  if (!kind) throw new Error('No measures')
  const run = () => db.transaction().execute((tx) => checkWorkspace(tx, catalogue, id, now))
  const first = await middle(1, run)
  await sql`analyze`.execute(db)
  const again = await middle(3, run)
  const { number } = await db.selectFrom('item').select('number').where('workspace_id', '=', id).where('kind', '=', 'measure').executeTakeFirstOrThrow()
  const change = (beforeCommit: readonly ((work: Work) => Promise<void>)[]) => async (i: number) => {
    const item = await readItem(db, viewer, kind, id, number)
    if (!item) throw new Error('gone')
    const outcome = await inTransaction({ db, auditKey: new Uint8Array(32), beforeCommit }, { viewer, now, via: 'bench' }, (work) => changeItem(work, { id, state: 'active' }, kind, item, item.version, { state: i % 2 ? 'in_progress' : 'completed' }))
    if ('refused' in outcome) throw new Error(outcome.refused)
  }
  const rules = { rules: catalogue.checks.map((rule) => rule.id) }
  return {
    'first full run, ms': first,
    'full run again, ms': again,
    'change of one measure, unchecked, ms': await middle(40, change([])),
    'change of one measure, checked, ms': await middle(40, change([recheckTouched(catalogue)])),
    'reading the page’s rows, ms': await middle(20, () => Promise.all([countByRule(db, viewer, id, rules), someOfEach(db, viewer, id, rules, 8)])),
    rows: Number((await db.selectFrom('loose_thread').select((eb) => eb.fn.countAll<number>().as('n')).where('workspace_id', '=', id).executeTakeFirstOrThrow()).n),
  }
}

const dataDir = join(projectRoot, 'test-results', `bench-${process.pid}`)
const server = await startEmbedded({ dataDir, log: () => {} })
if (isRefusal(server)) throw new Error(server.refused)
try {
  const url = new URL(server.url)
  url.pathname = '/bench'
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database bench')
  await client.end()
  await migrate(url.href, projectRoot)
  const db = openDatabase(url.href, { max: 4 })
  await db.transaction().execute((tx) => writeRelations(tx, catalogue.relations))
  const small = await measureAt(db, 1_000)
  const large = await measureAt(db, 10_000)
  console.table(Object.fromEntries(Object.keys(large).map((name) => [name, { '1 000 items': Math.round((small[name] ?? 0) * 10) / 10, '10 000 items': Math.round((large[name] ?? 0) * 10) / 10 }])))
  await db.destroy()
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
