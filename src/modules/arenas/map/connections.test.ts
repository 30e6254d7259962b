import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byConcern, connectionsOf, type Facts, isolatedIn, sharedMembers } from './connections.ts'

const today = '2026-11-26'
const facts = (over: Partial<Facts>): Facts => ({ arenas: ['a', 'b', 'c'].map((id) => ({ id, state: 'active' })), ties: [], travels: [], joints: [], shared: [], ...over })
const tie = (over: Partial<Facts['ties'][number]> = {}): Facts['ties'][number] => ({ itemId: 'a', otherId: 'b', type: 'prepares', everyDays: 60, since: '2026-01-01', ...over })
const travel = (from: string, to: string, last: string) => ({ from, to, count: 2, last, medianDays: 20 })
const one = (over: Partial<Facts>) => connectionsOf(facts(over), today, 180)[0]

describe('how it stands between two arenas', () => {
  it.each<[string, Partial<Facts>, string, boolean]>([
    ['agreed, and matters travel', { ties: [tie()], travels: [travel('a', 'b', '2026-11-01')] }, 'holds', false],
    ['agreed, and they meet', { ties: [tie({ type: 'exchanges' })], joints: [{ one: 'b', other: 'a', count: 1, last: '2026-11-01' }] }, 'holds', false],
    ['agreed, and never any contact', { ties: [tie()] }, 'missing', false],
    ['agreed last week', { ties: [tie({ since: '2026-11-19' })] }, 'new', false],
    ['agreed, and the last contact is long ago', { ties: [tie()], travels: [travel('a', 'b', '2026-09-26')] }, 'overdue', false],
    ['agreed again after a long silence', { ties: [tie({ since: '2026-11-19' })], travels: [travel('a', 'b', '2025-01-01')] }, 'holds', false],
    ['to exchange, and only one gives', { ties: [tie({ type: 'exchanges' })], travels: [travel('b', 'a', '2026-11-01')] }, 'holds', true],
    ['to prepare, and only gets', { ties: [tie()], travels: [travel('b', 'a', '2026-11-01')] }, 'holds', true],
    ['the workspace’s own limit, where the tie has none', { ties: [tie({ everyDays: null })], travels: [travel('a', 'b', '2026-06-01')] }, 'holds', false],
    ['not agreed, and matters travel', { travels: [travel('a', 'b', '2020-01-01')] }, 'unplanned', false],
    ['nothing but members', { shared: [{ one: 'a', other: 'b', count: 3 }] }, 'known', false],
  ])('%s', (_, over, standing, oneWay) => {
    expect(one(over)).toMatchObject({ standing, oneWay })
  })
  it('is late from the day after, and says by how many days', () => {
    expect(one({ ties: [tie()], travels: [travel('a', 'b', '2026-09-27')] })).toMatchObject({ standing: 'holds', overdueBy: 0 })
    expect(one({ ties: [tie()], travels: [travel('a', 'b', '2026-09-26')] })).toMatchObject({ overdueBy: 1, everyDays: 60 })
  })
  it('leaves out arenas that are ended, and ties to what one may not see', () => {
    expect(connectionsOf(facts({ arenas: [{ id: 'a', state: 'active' }, { id: 'b', state: 'ended' }], ties: [tie(), tie({ otherId: 'x' }), tie({ otherId: null })] }), today, 180)).toEqual([])
  })
})

describe('arenas that stand alone', () => {
  const alone = (over: Partial<Facts>) => [...isolatedIn(facts(over), connectionsOf(facts(over), today, 180))]
  it('have nothing agreed and no contact; members in common are not enough', () => {
    expect(alone({ ties: [tie()], shared: [{ one: 'a', other: 'c', count: 5 }] })).toEqual(['c'])
    expect(alone({ ties: [tie()], travels: [travel('c', 'a', '2019-01-01')] })).toEqual([])
  })
  it('are none where there is only one, and none that is not in use', () => {
    expect(alone({ arenas: [{ id: 'a', state: 'active' }] })).toEqual([])
    expect(alone({ arenas: [{ id: 'a', state: 'active' }, { id: 'b', state: 'resting' }, { id: 'c', state: 'active' }], ties: [tie({ otherId: 'c' })] })).toEqual([])
  })
})

it('counts members in common once for each pair, a person for an organisation as the organisation', () => {
  const member = (itemId: string, organisationId: string | null, personId: string | null = null) => ({ itemId, organisationId, personId })
  expect(sharedMembers([member('a', 'o1', 'p1'), member('a', 'o1', 'p2'), member('b', 'o1'), member('b', null, 'p3'), member('c', null, 'p3')])).toEqual([{ one: 'a', other: 'b', count: 1 }, { one: 'b', other: 'c', count: 1 }])
})

// Seen to fail when a pair was looked up in one direction only.
it('each pair stands once whichever way it is told, and the same facts in another order say the same', () => {
  const arena = fc.constantFrom('a', 'b', 'c', 'd')
  const day = fc.constantFrom('2025-01-01', '2026-09-01', '2026-11-20')
  const any = fc.record({
    arenas: fc.constant(['a', 'b', 'c', 'd'].map((id) => ({ id, state: id === 'd' ? 'resting' : 'active' }))),
    ties: fc.array(fc.record({ itemId: arena, otherId: fc.option(arena), type: fc.constantFrom('prepares' as const, 'reports' as const, 'exchanges' as const), everyDays: fc.option(fc.integer({ min: 1, max: 400 })), since: day }), { maxLength: 5 }),
    travels: fc.uniqueArray(fc.record({ from: arena, to: arena, count: fc.integer({ min: 1, max: 9 }), last: day, medianDays: fc.nat(90) }), { maxLength: 6, selector: (t) => `${t.from}${t.to}` }),
    joints: fc.uniqueArray(fc.record({ one: arena, other: arena, count: fc.constant(1), last: day }), { maxLength: 3, selector: (j) => [j.one, j.other].toSorted().join('') }),
    shared: fc.uniqueArray(fc.record({ one: arena, other: arena, count: fc.constant(2) }), { maxLength: 3, selector: (s) => [s.one, s.other].toSorted().join('') }),
  })
  const told = (of: Facts) => connectionsOf(of, today, 180).map((c) => [[c.one, c.other].toSorted().join('–'), c.standing, c.oneWay, c.overdueBy, c.lastContact, c.shared].join(' ')).toSorted()
  fc.assert(fc.property(any, (of) => {
    const list = connectionsOf(of, today, 180)
    expect(new Set(list.map((c) => [c.one, c.other].toSorted().join())).size).toBe(list.length)
    expect(told({ ...of, ties: of.ties.toReversed(), travels: of.travels.toReversed(), joints: of.joints.map((j) => ({ ...j, one: j.other, other: j.one })), shared: of.shared.toReversed() })).toEqual(told(of))
    for (const c of list) {
      expect(c.one).not.toBe(c.other)
      expect(c.overdueBy > 0).toBe(c.standing === 'missing' || c.standing === 'overdue')
      expect(c.lastContact === null).toBe(c.standing === 'missing' || c.standing === 'new' || c.standing === 'known')
    }
    // Nothing gets less late by waiting.
    for (const later of connectionsOf(of, '2027-06-01', 180)) expect(later.overdueBy).toBeGreaterThanOrEqual(list.find((c) => c.one === later.one && c.other === later.other)?.overdueBy ?? 0)
    expect(list.toSorted(byConcern).length).toBe(list.length)
  }))
})
