import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { historyOf } from '../../thread/item/history.store.ts'
import { open, planWorld, type PlanWorld, send } from '../testing/plan-world.ts'
import { instrumentPages } from './instrument.pages.tsx'
import { linesOf } from './instrument.ts'
import { instrumentsOf } from './instrument.store.ts'
import { measure } from './measure.ts'
import { milestonePages } from './milestone.pages.tsx'
import { milestonesOf } from './milestone.store.ts'

let database: TestDatabase
let world: PlanWorld
let id: string
let number: string
const [newMilestone, changeMilestone] = milestonePages as [typeof milestonePages[0], typeof milestonePages[0]]
const [newInstrument, changeInstrument] = instrumentPages as [typeof instrumentPages[0], typeof instrumentPages[0]]

beforeAll(async () => {
  database = await testDatabase()
  world = await planWorld(database.db, '2026-11-22T10:00:00Z')
})
afterAll(() => database.close())

const version = async () => String((await world.db.selectFrom('item').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version)
const at = () => ({ workspace: world.workspace.slug, number })
const fresh = async (owner: readonly string[] = [], audience: 'workspace' | 'author' = 'workspace') => {
  id = await world.add(measure, { title: 'Felles rekruttering', audience, fields: { owner, starts_on: '2026-01-01', ends_on: '2028-06-30' } })
  number = String((await world.db.selectFrom('item').select('number').where('id', '=', id).executeTakeFirstOrThrow()).number)
}

describe('milestones', () => {
  it('are added, changed and removed, and each change is a version that history keeps', async () => {
    await fresh()
    const request = world.request(world.secretariat)
    expect(await send(newMilestone, request, at(), 'save', { title: 'Avtalen er undertegnet', due_on: '31.12.2026', version: await version() })).toMatchObject({ done: { to: expect.stringContaining('#milepaler') } })
    const [made] = await milestonesOf(world.db, [id])
    expect(made).toMatchObject({ title: 'Avtalen er undertegnet', dueOn: '2026-12-31', doneOn: null })
    const params = { ...at(), row: made?.id ?? '' }
    expect(await send(changeMilestone, request, params, 'save', { title: 'Signert', due_on: '2026-12-31', done_on: '1.11.2026', version: await version() })).toHaveProperty('done')
    expect((await milestonesOf(world.db, [id]))[0]).toMatchObject({ title: 'Signert', doneOn: '2026-11-01' })
    expect(await send(changeMilestone, request, params, 'remove', { version: await version() })).toHaveProperty('done')
    expect(await milestonesOf(world.db, [id])).toEqual([])
    expect((await historyOf(world.db, world.workspace.id, id)).map((h) => h.what)).toEqual(['milestone.removed', 'milestone.changed', 'milestone.added', 'item.added'])
  })
  it('refuse what comes too late, and keep what was typed beside what stands', async () => {
    await fresh()
    const request = world.request(world.secretariat)
    await send(newMilestone, request, at(), 'save', { title: 'Først', version: await version() })
    expect(await send(newMilestone, request, at(), 'save', { title: 'Samtidig', version: '1' })).toEqual({ refused: 'stale' })
    const opened = await open(newMilestone, request, at(), { action: 'save', raw: { title: 'Samtidig', version: '1' }, errors: {}, stale: true })
    expect(opened).toMatchObject({ html: expect.stringContaining('value="Samtidig"') })
    expect(opened).toMatchObject({ html: expect.stringContaining('Det du skrev, står fortsatt') })
    expect((await milestonesOf(world.db, [id])).length).toBe(1)
  })
  it('are not reached in the future, and have a title', async () => {
    await fresh()
    expect(await send(newMilestone, world.request(world.secretariat), at(), 'save', { title: '', done_on: '2027-01-01', version: '1' })).toMatchObject({ refused: { errors: { title: expect.any(String), done_on: expect.any(String) } } })
  })
  it('may be changed by the one who represents the owner, and not by other partners or strangers', async () => {
    await fresh([world.organisations.municipality])
    expect(await send(newMilestone, world.request(world.partner), at(), 'save', { title: 'Vår', version: await version() })).toHaveProperty('done')
    expect(await open(newMilestone, world.request(world.stranger), at())).toEqual({ denied: 'missing' })
    await fresh([world.organisations.county])
    expect(await open(newMilestone, world.request(world.partner), at())).toEqual({ denied: 'forbidden' })
    await fresh([world.organisations.municipality], 'author')
    expect(await open(newMilestone, world.request(world.partner), at())).toEqual({ denied: 'missing' })
  })
})

describe('instruments', () => {
  const money = { type: 'money', state: 'promised', 'ar-2026': '500 000', 'ar-2027': '1,2 mill.', 'ar-2028': 'ja' }
  it('are written for all years at once, and changed as one line', async () => {
    await fresh()
    const request = world.request(world.secretariat)
    expect(await send(newInstrument, request, at(), 'save', { ...money, organisation: world.organisations.county, note: 'Næringsfondet', version: await version() })).toHaveProperty('done')
    const [line] = linesOf(await instrumentsOf(world.db, [id]))
    expect([...(line?.years ?? [])]).toEqual([[2026, 500_000], [2027, 1_200_000], [2028, null]])
    const params = { ...at(), row: line?.id ?? '' }
    expect(await open(changeInstrument, request, params)).toMatchObject({ html: expect.stringContaining('1\u00a0200\u00a0000') })
    await send(changeInstrument, request, params, 'save', { type: 'money', state: 'committed', organisation: world.organisations.county, 'ar-2026': '600000', version: await version() })
    expect(linesOf(await instrumentsOf(world.db, [id])).map((l) => [l.state, [...l.years]])).toEqual([['committed', [[2026, 600_000]]]])
  })
  it('make an organisation that is new to the plan, and take what has no year or size', async () => {
    await fresh()
    await send(newInstrument, world.request(world.secretariat), at(), 'save', { type: 'premises', state: 'promised', organisation: '', 'organisation.ny': 'Lia næringshage', version: await version() })
    const [line] = linesOf(await instrumentsOf(world.db, [id]))
    expect(line?.organisationId).not.toBeNull()
    expect([...(line?.years ?? [])]).toEqual([[null, null]])
  })
  it('say beside each year what was wrong, and save nothing', async () => {
    await fresh()
    expect(await send(newInstrument, world.request(world.secretariat), at(), 'save', { ...money, 'ar-2027': 'ca. litt', version: await version() })).toMatchObject({ refused: { errors: { 'ar-2027': expect.stringContaining('hele kroner') } } })
    expect(await instrumentsOf(world.db, [id])).toEqual([])
  })
  it('may be stated by a partner for its own organisation, and never for another', async () => {
    await fresh([world.organisations.county])
    const request = world.request(world.partner)
    const own = await send(newInstrument, request, at(), 'save', { ...money, organisation: world.organisations.municipality, version: await version() })
    expect(own).toHaveProperty('done')
    expect(await send(newInstrument, request, at(), 'save', { ...money, organisation: world.organisations.county, version: await version() })).toHaveProperty('refused')
    expect(await send(newInstrument, request, at(), 'save', { ...money, 'organisation.ny': 'En annen', version: await version() })).toHaveProperty('refused')
    await send(newInstrument, world.request(world.secretariat), at(), 'save', { ...money, organisation: world.organisations.county, version: await version() })
    const theirs = linesOf(await instrumentsOf(world.db, [id])).find((l) => l.organisationId === world.organisations.county)
    expect(await open(changeInstrument, request, { ...at(), row: theirs?.id ?? '' })).toEqual({ denied: 'forbidden' })
    expect(linesOf(await instrumentsOf(world.db, [id])).length).toBe(2)
  })
  it('of another measure are not found', async () => {
    await fresh()
    await send(newInstrument, world.request(world.secretariat), at(), 'save', { ...money, version: await version() })
    const [line] = linesOf(await instrumentsOf(world.db, [id]))
    await fresh()
    expect(await open(changeInstrument, world.request(world.secretariat), { ...at(), row: line?.id ?? '' })).toEqual({ denied: 'missing' })
  })
})
