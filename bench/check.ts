import { sql } from 'kysely'
import { catalogue } from '../src/app/app.ts'
import type { Reader } from '../src/platform/db/database.ts'
import { inTransaction, type Work } from '../src/platform/db/work.ts'
import { changeItem } from '../src/platform/item/item.actions.ts'
import { readItem } from '../src/platform/item/item.store.ts'
import { checkEverything, checkWorkspace, recheckTouched } from '../src/modules/thread/index.ts'
import { assert, compare, middle, quantile, spreadOf, timed } from './frame/compare.ts'
import type { Measure } from './frame/measure.ts'
import type { World } from './world/world.ts'

/** Every link that stands, with both its ends: the least that whoever asks about the thread must read. */
const join = async (db: Reader, workspaceId: string | null): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from link join item f on f.id = link.from_id join item t on t.id = link.to_id
    where link.removed_at is null and f.removed_at is null and t.removed_at is null ${workspaceId ? sql`and link.workspace_id = ${workspaceId}` : sql``}`.execute(db)
  return rows[0]?.n ?? 0
}

/** All rules asked about everything in the world. Says how many rows were wrong, which is none. */
export const checkWorld = async ({ db }: World): Promise<number> => (await checkEverything(db, catalogue, Temporal.Now.instant())).rowsMended

export const check: Measure = {
  name: 'check',
  async run({ worlds, size, tell, say }) {
    const world = await worlds.of(size)
    const { db } = world
    const large = await world.idOf('bench-stor')

    const checkOne = () => db.transaction().execute((tx) => checkWorkspace(tx, catalogue, large, Temporal.Now.instant()))
    await breakOne(world, large, checkOne)
    const times: number[] = []
    const one = await compare(20, async () => {
      const ms = await timed(checkOne)
      times.push(ms)
      return ms
    }, () => timed(() => join(db, large)))
    tell({ name: 'check of a workspace with 2,000 items, p95', unit: 'ms', ...one, value: quantile(times, 0.95), target: { of: 'value', atMost: 100 } })

    const edits = await edit(world, large, 40)
    tell({ name: 'check of one edited item', unit: 'ms', value: middle(edits), baseline: null, ratio: null, spread: spreadOf(edits), target: { of: 'value', atMost: 5 } })

    say(`every workspace of ${size} items, five times`)
    const found = await compare(5, () => timed(async () => assert((await checkWorld(world)) === 0, 'rows that were right are wrong')), () => timed(() => join(db, null)))
    tell({ name: 'check of the world, all rules', unit: 'ms', ...found, target: { of: 'ratio', atMost: 5 } })
  },
}

/** What is taken away is found again: a check that looks at nothing would be quick too. */
async function breakOne({ db }: World, workspaceId: string, again: () => Promise<number>): Promise<void> {
  const { id } = await db.selectFrom('item').select('id').where('workspace_id', '=', workspaceId).where('kind', '=', 'measure').where('state', '=', 'in_progress')
    .where('id', 'in', (eb) => eb.selectFrom('item_organisation').select('item_id')).limit(1).executeTakeFirstOrThrow()
  await sql`with gone as (delete from item_organisation where item_id = ${id} returning *) select set_config('bench.gone', (select json_agg(gone)::text from gone), false)`.execute(db)
  await again()
  const row = await db.selectFrom('loose_thread').select('rule').where('item_id', '=', id).where('rule', '=', 'measure-without-owner').executeTakeFirst()
  assert(row !== undefined, 'a measure that lost its owner is not found')
  await db.insertInto('item_organisation').values({ item_id: id, organisation_id: (await db.selectFrom('organisation').select('id').limit(1).executeTakeFirstOrThrow()).id, role: 'owner', place: 0 }).execute()
  assert((await again()) > 0, 'a measure that got an owner is still found')
}

/** How long the check takes of what a change of one measure costs, each in a transaction of its own. */
async function edit({ db, viewer }: World, workspaceId: string, count: number): Promise<number[]> {
  const kind = catalogue.kinds.get('measure')
  assert(kind !== undefined, 'there are no measures')
  const { number } = await db.selectFrom('item').select('number').where('workspace_id', '=', workspaceId).where('kind', '=', 'measure').limit(1).executeTakeFirstOrThrow()
  const times: number[] = []
  const recheck = recheckTouched(catalogue)
  const counted = async (work: Work) => void times.push(await timed(() => recheck(work)))
  for (let i = 0; i < count; i++) {
    const item = await readItem(db, viewer, kind, workspaceId, number)
    assert(item !== null, 'the measure is gone')
    const done = await inTransaction({ db, auditKey: new Uint8Array(32), beforeCommit: [counted] }, { viewer, now: Temporal.Now.instant(), via: 'bench' }, (work) => changeItem(work, { id: workspaceId, state: 'active' }, kind, item, item.version, { state: i % 2 ? 'in_progress' : 'completed' }))
    assert('done' in done, 'the change was refused')
  }
  return times
}
