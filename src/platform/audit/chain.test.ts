import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { v7 } from '../item/id.ts'
import { canonical } from './chain.ts'
import { appendEvents } from './record.ts'
import { verifyChains } from './verify.ts'

const key = new Uint8Array(32).fill(3)
const by = { personId: null, via: 'test', at: Temporal.Instant.from('2026-03-04T12:00:00.123456789Z') }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const happened = (workspaceId: string, count: number) =>
  database.db.transaction().execute((tx) =>
    appendEvents(tx, key, by, Array.from({ length: count }, (_, i) => ({ workspaceId, what: 'item.changed', body: { z: i, a: { y: null, x: 'æøå "' } } }))))

describe('the event chain', () => {
  test('holds when nothing was touched, also with several workspaces at once', async () => {
    const [a, b] = [v7(), v7()]
    await Promise.all([happened(a, 3), happened(b, 2), happened(a, 4), happened(b, 1)])
    expect(await verifyChains(database.db, key)).toEqual([])
    const { sequence } = await database.db.selectFrom('event_head').select('sequence').where('workspace_id', '=', a).executeTakeFirstOrThrow()
    expect(sequence).toBe(7)
  })

  test('check 51: notices change, deletion, reordering and truncation', async () => {
    const faultsAfter = async (harm: (id: string) => Promise<unknown>) => {
      const id = v7()
      await happened(id, 6)
      await harm(id)
      return (await verifyChains(database.db, key)).filter((f) => f.workspaceId === id).map((f) => f.fault)
    }
    expect(await faultsAfter((id) => sql`update event set body = '{"z":9}' where workspace_id = ${id} and sequence = 3`.execute(database.db))).toEqual(['changed'])
    expect(await faultsAfter((id) => sql`delete from event_chain where workspace_id = ${id} and sequence = 3`.execute(database.db))).toContain('missing')
    expect(await faultsAfter((id) => sql`delete from event_chain where workspace_id = ${id} and sequence > 4`.execute(database.db))).toEqual(['truncated'])
    expect(await faultsAfter((id) => sql`update event_chain set sequence = case sequence when 2 then 102 when 3 then 2 end where workspace_id = ${id} and sequence in (2, 3)`.execute(database.db))).toContain('forged')
  })

  test('check 51: a chain that was made anew without the key does not hold, nor one that was cut together with its head', async () => {
    const id = v7()
    await happened(id, 3)
    const head = await database.db.selectFrom('event_head').selectAll().where('workspace_id', '=', id).executeTakeFirstOrThrow()
    await database.db.transaction().execute((tx) => appendEvents(tx, new Uint8Array(32), by, [{ workspaceId: id, what: 'forged' }]))
    expect((await verifyChains(database.db, key)).filter((f) => f.workspaceId === id).map((f) => f.fault)).toContain('forged')

    const cut = v7()
    await happened(cut, 3)
    const noted = await database.db.selectFrom('event_head').selectAll().where('workspace_id', '=', cut).executeTakeFirstOrThrow()
    await sql`delete from event_chain where workspace_id = ${cut}`.execute(database.db)
    await sql`delete from event_head where workspace_id = ${cut}`.execute(database.db)
    const heads = new Map([[cut, { sequence: noted.sequence, mac: noted.mac.toString('hex') }]])
    expect((await verifyChains(database.db, key, heads)).filter((f) => f.workspaceId === cut).map((f) => f.fault)).toEqual(['truncated'])
    expect(head.sequence).toBe(3)
  })

  test('contents may be deleted by right, and the chain still holds', async () => {
    const id = v7()
    await happened(id, 3)
    await sql`delete from event where workspace_id = ${id} and sequence = 2`.execute(database.db)
    expect((await verifyChains(database.db, key)).filter((f) => f.workspaceId === id)).toEqual([])
  })

  test('the same contents make the same text, whatever order their keys come in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse())
        expect(canonical(turned)).toBe(canonical(object))
        expect(JSON.parse(canonical(object))).toEqual(JSON.parse(JSON.stringify(object)))
      }),
    )
  })
})
