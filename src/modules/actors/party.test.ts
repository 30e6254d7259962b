import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import type { Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'
import { addParties, insertOrganisations, partiesOf } from './organisation.store.ts'
import { ensureParty, partyHistory, setPartyRoles } from './party.store.ts'

let database: TestDatabase
const workspace = v7()
beforeAll(async () => {
  database = await testDatabase()
  await database.db.insertInto('workspace').values({ id: workspace, slug: 'w', title: 'W', kind: 'partnership', template: 'partnership' }).execute()
})
afterAll(() => database.close())

const within = <T>(write: (tx: Tx) => Promise<T>) => database.db.transaction().execute(write)
const periods = async (name: string) => (await partyHistory(database.db, workspace)).filter((one) => one.name === name).map(({ role, from, to }) => [role, from, to])

test('an organisation leaves and comes back, and each time stands in the history', async () => {
  const [id = ''] = await within((tx) => insertOrganisations(tx, [{ name: 'Lia kommune', kind: 'municipality' }]))
  await within((tx) => addParties(tx, workspace, [{ organisationId: id, role: 'partner', from: '2024-01-01' }]))
  expect(await within((tx) => setPartyRoles(tx, workspace, [id], 'mentioned', '2025-06-01'))).toBe(1)
  expect((await partiesOf(database.db, workspace)).map((one) => one.role)).toEqual(['mentioned'])
  expect(await within((tx) => ensureParty(tx, workspace, id, 'partner', '2026-02-01'))).toBe(true)
  expect(await within((tx) => ensureParty(tx, workspace, id, 'partner', '2026-03-01'))).toBe(false)
  expect(await periods('Lia kommune')).toEqual([['partner', '2026-02-01', null], ['partner', '2024-01-01', '2025-05-31']])
})

test('a role that was given by mistake and changed the same day is no history', async () => {
  const [id = ''] = await within((tx) => insertOrganisations(tx, [{ name: 'Storelv kommune', kind: 'municipality' }]))
  expect(await within((tx) => ensureParty(tx, workspace, id, 'partner', '2026-02-01'))).toBe(true)
  expect(await within((tx) => setPartyRoles(tx, workspace, [id], 'owner', '2026-02-01'))).toBe(1)
  expect(await within((tx) => setPartyRoles(tx, workspace, [id], 'owner', '2026-04-01'))).toBe(0)
  expect(await periods('Storelv kommune')).toEqual([['owner', '2026-02-01', null]])
})
