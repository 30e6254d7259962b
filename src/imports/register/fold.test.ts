import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldChanges } from './fold.ts'

const holders = (...numbers: string[]) => new Map(numbers.map((number) => [number, `id-${number}`]))
const change = (oldCode: string, newCode: string, on = '2028-01-01') => ({ oldCode, newCode, newName: `Ny ${newCode}`, on })
const ends = (number: string) => ({ id: `id-${number}`, lastDay: '2027-12-31' })

test('a number that only changed is the same organisation', () => {
  expect(foldChanges(holders('1'), [change('1', '2')], new Set(['2']))).toEqual({ begun: [], ended: [], successions: [], renumbered: [{ id: 'id-1', oldNumber: '1', newNumber: '2', from: '2028-01-01' }] })
})
test('two that swapped numbers are still themselves', () => {
  expect(foldChanges(holders('1', '2'), [change('1', '2'), change('2', '1')], new Set(['1', '2']))).toMatchObject({ ended: [], begun: [], renumbered: [{ id: 'id-1', newNumber: '2' }, { id: 'id-2', newNumber: '1' }] })
})
test('one that joins a number that stays ends; the other goes on', () => {
  expect(foldChanges(holders('1', '2'), [change('1', '2')], new Set(['2']))).toMatchObject({ ended: [ends('1')], begun: [], successions: [{ fromId: 'id-1', toId: 'id-2', kind: 'merge' }] })
})
test('one that keeps its number gave some of itself away', () => {
  expect(foldChanges(holders('1'), [change('1', '2')], new Set(['1', '2']))).toMatchObject({ ended: [], begun: [{ number: '2', name: 'Ny 2' }], successions: [{ fromId: 'id-1', kind: 'split' }] })
})
test('one that is split between those that stand and one that is new', () => {
  const folded = foldChanges(holders('1', '2', '3'), [change('1', '2'), change('1', '4'), change('3', '4')], new Set(['2', '4']))
  expect(folded).toMatchObject({ ended: [ends('1'), ends('3')], begun: [{ number: '4' }] })
  expect('successions' in folded && folded.successions.map((s) => `${s.fromId} ${s.kind}`)).toEqual(['id-1 split', 'id-1 split', 'id-3 merge'])
})
test('what is not explained is said', () => {
  expect(foldChanges(holders('1', '2'), [change('9', '3')], new Set(['2', '3', '4']))).toEqual({ unexplained: ['1', '3', '4', '9'] })
})

/** Reforms on 1 January of years that follow each other; each takes some numbers and makes new ones of them. */
const reforms = fc.array(fc.array(fc.record({ take: fc.integer({ min: 1, max: 3 }), make: fc.integer({ min: 1, max: 3 }) }), { maxLength: 4 }), { maxLength: 4 })

test('whatever the reforms: everyone who is no more ended and was followed, and nobody of today is missing', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), reforms, (count, years) => {
    let next = 100
    let open = Array.from({ length: count }, (_, i) => String(i + 10))
    const start = holders(...open)
    const changes = years.flatMap((deeds, year) => {
      const untouched = [...open]
      return deeds.flatMap(({ take, make }) => {
        const taken = untouched.splice(0, take)
        if (taken.length === 0) return []
        const made = Array.from({ length: make }, () => String(next++))
        open = [...open.filter((number) => !taken.includes(number)), ...made]
        return taken.flatMap((old) => made.map((number) => change(old, number, `${2028 + year}-01-01`)))
      })
    })
    const folded = foldChanges(start, changes, new Set(open))
    if ('unexplained' in folded) throw new Error(folded.unexplained.join())
    const { begun, ended, successions } = folded
    expect(open.length).toBe(count + begun.length - ended.length)
    const ids = [...start.values(), ...begun.map((one) => one.id)]
    const gone = new Set(ended.map((one) => one.id))
    const reach = (id: string): string[] => (gone.has(id) ? successions.filter((s) => s.fromId === id).flatMap((s) => reach(s.toId)) : [id])
    for (const id of ids) expect(reach(id).length).toBeGreaterThan(0)
    for (const one of begun) expect(successions.some((s) => s.toId === one.id && s.on === one.from)).toBe(true)
  }), { numRuns: 100 })
})
