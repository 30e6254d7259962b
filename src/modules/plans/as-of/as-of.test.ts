import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepare } from '../../../app/app.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { inTransaction, type Work } from '../../../platform/db/work.ts'
import { addItems, changeChildren, changeItem, removeItem, restoreItem } from '../../../platform/item/item.actions.ts'
import { readItems } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Platform } from '../../../platform/platform.ts'
import { platformOn } from '../../../../tests/support/house.ts'
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts'
import { organisationsById, partiesByName } from '../../actors/index.ts'
import { linksIn, tieAll } from '../../thread/index.ts'
import { untie } from '../../thread/link/link.actions.ts'
import { insertWorkspace } from '../../workspaces/index.ts'
import { readChanges } from '../changes/changes.store.ts'
import { goal } from '../goal/goal.ts'
import { measure } from '../measure/measure.ts'
import { readPlan } from '../one-page/plan.store.ts'
import { planTree } from '../one-page/plan-tree.ts'
import { priorityArea } from '../priority-area/priority-area.ts'
import { askedDay, momentOf, planItemsFrom, since } from './as-of.ts'
import { linksAt, readableEver, standingAt } from './as-of.store.ts'

const kinds: readonly Kind[] = [goal, priorityArea, measure]
const person = randomUUID()
let database: TestDatabase
let platform: Platform
const folder = join(tmpdir(), `tradverk-as-of-${process.pid}`)

beforeAll(async () => {
  database = await testDatabase()
  platform = await platformOn(database.url, folder)
  await prepare(platform.db)
  await platform.db.insertInto('person').values({ id: person, name: 'Sekretariatet' }).execute()
})
afterAll(async () => {
  await platform.db.destroy()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const member = (workspaceId: string, role: Viewer['memberships'][number]['role'] = 'secretariat'): Viewer => ({
  person: { id: person, name: 'Sekretariatet', language: 'nb', administrator: false }, memberships: [{ workspaceId, role, organisationId: null }], lang: 'nb',
})
const place = (id: string) => ({ id, state: 'active' })
const start = Temporal.Instant.from('2026-03-01T08:00:00Z')

const newWorkspace = () =>
  platform.db.transaction().execute((tx) => insertWorkspace(tx, { slug: `w-${randomUUID()}`, title: 'Test', kind: 'partnership', template: 'partnership', language: 'nb', partsInUse: [] }))

const doing = (workspaceId: string, at: Temporal.Instant, action: (work: Work) => Promise<void>) =>
  inTransaction(platform, { viewer: member(workspaceId), now: at, via: 'page' }, async (work) => {
    await action(work)
    return { done: true }
  })

/** The plan as it stood, in the shape of the plan of today. */
async function planAt(workspaceId: string, at: Temporal.Instant, viewer = member(workspaceId)) {
  const mayRead = await readableEver(platform.db, viewer, workspaceId)
  const then = await standingAt(platform.db, workspaceId, at, mayRead)
  const names = await organisationsById(platform.db, [...then.values()].flatMap((body) => [...body.owner, ...body.partner]))
  const items = planItemsFrom(then, (id) => names.get(id)?.name ?? '?', (id) => mayRead.get(id) ?? 'nb')
  return planTree(items, await linksAt(platform.db, workspaceId, at), false)
}
const planNow = async (workspaceId: string, viewer = member(workspaceId)) => {
  const { items, links } = await readPlan(platform.db, viewer, workspaceId)
  return planTree(items, links, false)
}

type Step = { do: 'add' | 'change' | 'remove' | 'restore' | 'tie' | 'untie' | 'money'; pick: number; other: number }
const step: fc.Arbitrary<Step> = fc.record({ do: fc.constantFrom('add', 'add', 'change', 'remove', 'restore', 'tie', 'tie', 'untie', 'money'), pick: fc.nat(), other: fc.nat() })

async function take(workspaceId: string, at: Temporal.Instant, one: Step): Promise<void> {
  const viewer = member(workspaceId)
  const kind = kinds[one.pick % kinds.length] as Kind
  await doing(workspaceId, at, async (work) => {
    const items = await readItems(work.tx, viewer, kind, { workspaceId })
    const item = items[one.other % Math.max(1, items.length)]
    const owners = await partiesByName(work.tx, workspaceId, ['Lia kommune', 'Fjordvik kommune'])
    const who = [...owners.values()].slice(one.other % 3)
    if (one.do === 'add') await addItems(work, place(workspaceId), kind, [{ title: `Nr. ${one.pick}`, code: one.pick % 2 ? 'X' : null, place: one.other % 5, fields: { owner: who, ...(kind === measure && { ends_on: '2026-08-01' }) } }])
    else if (one.do === 'restore') {
      const gone = (await readItems(work.tx, viewer, kind, { workspaceId, removed: true }))[0]
      if (gone) await restoreItem(work, place(workspaceId), kind, gone)
    } else if (!item) return
    else if (one.do === 'change') await changeItem(work, place(workspaceId), kind, item, item.version, { title: `${item.title}!`, ...(kind === measure && { state: 'delayed' }), fields: { owner: who } })
    else if (one.do === 'remove') await removeItem(work, place(workspaceId), kind, item)
    else if (one.do === 'tie') {
      const goals = await readItems(work.tx, viewer, goal, { workspaceId })
      const to = goals[one.pick % Math.max(1, goals.length)]
      if (to && kind !== goal) await tieAll(work, workspaceId, [{ relation: kind === measure ? 'delivers' : 'pursues', fromId: item.id, fromKind: kind.name, toId: to.id, toKind: 'goal' }])
    } else if (one.do === 'money' && kind === measure) {
      await changeChildren(work, place(workspaceId), kind, item, item.version, 'item.changed', async () => {
        await work.tx.insertInto('instrument').values({ id: randomUUID(), item_id: item.id, type: 'money', year: 2026, amount: (one.other % 9) * 1_000, state: one.pick % 2 ? 'wished' : 'promised' }).execute()
      })
    } else if (one.do === 'untie') {
      const [link] = await linksIn(work.tx, viewer, workspaceId)
      if (link) await untie(work, workspaceId, link.id)
    }
  })
}

describe('the plan as it stood', () => {
  test('as of now equals the plan, and as of any moment equals what the plan was then, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const workspaceId = await newWorkspace()
        const stood: { at: Temporal.Instant; plan: unknown }[] = []
        for (const [i, one] of steps.entries()) {
          const at = start.add({ hours: 24 * i })
          await take(workspaceId, at, one)
          stood.push({ at, plan: await planNow(workspaceId) })
        }
        expect(await planAt(workspaceId, start.add({ hours: 24 * 400 }))).toEqual(await planNow(workspaceId))
        for (const { at, plan } of stood) expect(await planAt(workspaceId, at)).toEqual(plan)
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('nobody sees more of the past than of the present', async () => {
    const workspaceId = await newWorkspace()
    await doing(workspaceId, start, async (work) => {
      await addItems(work, place(workspaceId), goal, [{ title: 'For alle' }, { title: 'Bare for sekretariatet', audience: 'roles', audienceRoles: ['secretariat'] }])
    })
    const titles = async (viewer: Viewer) => (await planAt(workspaceId, start, viewer)).tied.map((branch) => branch.item.title)
    expect(await titles(member(workspaceId))).toEqual(['For alle', 'Bare for sekretariatet'])
    expect(await titles(member(workspaceId, 'partner'))).toEqual(['For alle'])
    expect(await titles({ person: null, memberships: [], lang: 'nb' })).toEqual([])
    const told = await readChanges(platform.db, member(workspaceId, 'partner'), workspaceId, { limit: 10 })
    expect(told.map((change) => change.item?.title)).toEqual(['For alle'])
  })

  test('what is different since is new, gone or changed; a new place in the list is no change', async () => {
    const snapshot = (title: string, more = {}) => ({ kind: 'goal', number: 1, title, code: null, state: null, place: 1, removed: false, fields: {}, owner: [], partner: [], ...more })
    const found = since(new Map([['a', snapshot('A')], ['b', snapshot('B')], ['c', snapshot('C')]]), new Map([['a', snapshot('A', { place: 9 })], ['b', snapshot('B', { owner: ['x'] })], ['d', snapshot('D')]]))
    expect([found.added, found.gone, found.changed].map((list) => list.map((one) => one.id))).toEqual([['d'], ['c'], ['b']])
  })
})

describe('the day that is asked for', () => {
  const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
  test('is read, or said why not', () => {
    expect(askedDay('2026-03-31', now).day.toString()).toBe('2026-03-31')
    expect(askedDay(null, now)).toEqual({ day: Temporal.PlainDate.from('2026-10-20') })
    expect(askedDay('i går', now)).toMatchObject({ why: 'unreadable' })
    expect(askedDay('2027-01-01', now)).toMatchObject({ why: 'future' })
  })
  test('means the whole day in Oslo, and never later than now', () => {
    expect(momentOf(Temporal.PlainDate.from('2026-03-28'), now).toString()).toBe('2026-03-28T22:59:59.999999Z')
    expect(momentOf(Temporal.PlainDate.from('2026-11-20'), now)).toEqual(now)
  })
})
