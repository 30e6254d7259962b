import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { v7 } from '../item/id.ts'
import { canonical, digestOf, macOf } from './chain.ts'
import { headsFile, notedHeads, noteHeads } from './heads.ts'
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

  test('check 51: heads that were noted outside the database are held against it', async () => {
    const id = v7()
    await happened(id, 3)
    const faults = async (sequence: number, mac: string) =>
      (await verifyChains(database.db, key, new Map([[id, { sequence, mac }]]))).filter((f) => f.workspaceId === id).map(({ sequence: at, fault }) => [at, fault])
    const { mac } = await database.db.selectFrom('event_chain').select('mac').where('workspace_id', '=', id).where('sequence', '=', 2).executeTakeFirstOrThrow()
    expect(await faults(2, mac.toString('hex'))).toEqual([])
    expect(await faults(2, '00'.repeat(32))).toEqual([[2, 'forged']])
    expect(await faults(4, '00'.repeat(32))).toEqual([[3, 'truncated']])

    const folder = await mkdtemp(join(tmpdir(), 'tradverk-heads-'))
    try {
      expect(await notedHeads(folder)).toEqual(new Map())
      await noteHeads(database.db, folder, by.at)
      const heads = await notedHeads(folder)
      expect(heads.get(id)?.sequence).toBe(3)
      expect((await verifyChains(database.db, key, heads)).filter((f) => f.workspaceId === id)).toEqual([])
      await writeFile(headsFile(folder), 'not what was noted')
      await expect(notedHeads(folder)).rejects.toThrow()
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('check 51: each fault is told where it is, so many of each workspace, and a head that says too much is noticed', async () => {
    const [a, b] = [v7(), v7()]
    for (const id of [a, b]) await happened(id, 4)
    const other = new Uint8Array(32).fill(4)
    const told = await verifyChains(database.db, other, new Map(), 2)
    for (const id of [a, b]) expect(told.filter((f) => f.workspaceId === id)).toEqual([1, 2].map((sequence) => ({ workspaceId: id, sequence, fault: 'forged' })))

    await sql`delete from event_chain where workspace_id = ${a} and sequence = 3`.execute(database.db)
    await sql`update event_head set sequence = 5 where workspace_id = ${b}`.execute(database.db)
    const faults = await verifyChains(database.db, key)
    expect(faults.filter((f) => f.workspaceId === a)).toEqual([{ workspaceId: a, sequence: 3, fault: 'missing' }, { workspaceId: a, sequence: 4, fault: 'forged' }])
    expect(faults.filter((f) => f.workspaceId === b)).toEqual([{ workspaceId: b, sequence: 4, fault: 'truncated' }])
  })

  test('an event tells which item in which version, and has a salt that no other has', async () => {
    const id = v7()
    const item = v7()
    await database.db.transaction().execute((tx) => appendEvents(tx, key, by, [{ workspaceId: id, what: 'item.changed', itemId: item, itemVersion: 3 }, { workspaceId: id, what: 'item.changed' }]))
    const events = await database.db.selectFrom('event').select(['item_id', 'item_version', 'salt']).where('workspace_id', '=', id).orderBy('sequence').execute()
    expect(events.map((one) => [one.item_id, one.item_version])).toEqual([[item, 3], [null, null]])
    // The same salt for all would tell, after a deletion by right, which events said the same.
    expect(events.map((one) => one.salt.length)).toEqual([16, 16])
    expect(events[0]?.salt.equals(events[1]?.salt ?? new Uint8Array())).toBe(false)
    expect((await verifyChains(database.db, key)).filter((f) => f.workspaceId === id)).toEqual([])
  })

  test('an import of thousands is one chain, written and read in parts', async () => {
    const id = v7()
    await happened(id, 5_001)
    expect((await verifyChains(database.db, key)).filter((f) => f.workspaceId === id)).toEqual([])
    await sql`update event set what = 'other' where workspace_id = ${id} and sequence = 5001`.execute(database.db)
    expect((await verifyChains(database.db, key)).filter((f) => f.workspaceId === id)).toEqual([{ workspaceId: id, sequence: 5_001, fault: 'changed' }])
  })

  test('what is hashed is written the same way for ever: chains that were begun by an earlier release must go on', () => {
    expect(canonical({ b: 1, a: [true, null, 'å'], none: undefined })).toBe('{"a":[true,null,"å"],"b":1}')
    const content = { workspaceId: 'w', sequence: 1, at: '2026-03-04T12:00:00Z', what: 'item.changed', itemId: 'i', itemVersion: 2, personId: null, actingForId: null, via: 'page', body: { z: 1, a: 'ø' } }
    const digest = digestOf(content, new Uint8Array(16).fill(1))
    expect(digest.toString('hex')).toBe('97238d449ed83f5e217970f0b4cf8f1628457ca5da3f2acef97c1528a263325e')
    expect(macOf(key, new Uint8Array(32), 1, digest).toString('hex')).toBe('c80a2fb8d43208d2b753f1f49cc838bf570017e5f3dc10332ad2a5fd3a2ce210')
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
