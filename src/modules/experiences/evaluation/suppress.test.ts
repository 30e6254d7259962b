import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOf } from './figures.ts'
import { answersOf, type Counts, fewest, minus, suppress, together } from './suppress.ts'

const counts = (...n: number[]): Counts => [0, 1, 2, 3, 4, 5].map((i) => n[i] ?? 0)
/** A group with this many answers, one of them unlike the others. */
const some = (n: number): Counts => counts(0, 1, 0, n - 1)
const groups = (sizes: Record<string, number>) => new Map(Object.entries(sizes).map(([name, n]) => [name, some(n)]))
const shown = (sizes: Record<string, number>) => [...suppress(groups(sizes)).groups.keys()].sort()

const anyGroups = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat({ max: 6 })), { minLength: 6, maxLength: 6 })).map((all) => new Map(Object.entries(all)))
const nobodyOrSafe = (left: Counts) => answersOf(left) === 0 || (answersOf(left) >= fewest && left.filter((n) => n > 0).length > 1)

describe('what may be shown of the answers of a few', () => {
  it('check 29: a group of five is shown, one of four is not, and nothing of fewer than five', () => {
    expect(shown({ kommuner: 5, bedrifter: 7 })).toEqual(['bedrifter', 'kommuner'])
    expect(shown({ kommuner: 4, frivillige: 3, bedrifter: 7 })).toEqual(['bedrifter'])
    expect(suppress(groups({ kommuner: 4 })).total).toBeNull()
    expect(suppress(groups({})).total).toBeNull()
  })
  it('check 30: the few are not read out of the difference: then the smallest of the others is held back with them', () => {
    expect(shown({ kommuner: 9, bedrifter: 6, frivillige: 2 })).toEqual(['kommuner'])
    expect(shown({ kommuner: 9, frivillige: 2 })).toEqual([])
    expect(suppress(groups({ kommuner: 9, frivillige: 2 })).total).toEqual(counts(0, 2, 0, 9))
  })
  it('check 31: what all answered alike is not shown, nor a group that all the others are left alike by', () => {
    expect(suppress(new Map([['kommuner', counts(0, 0, 0, 0, 0, 12)]])).total).toBeNull()
    expect([...suppress(new Map([['kommuner', counts(0, 0, 0, 0, 0, 8)], ['bedrifter', counts(0, 2, 3)]])).groups]).toEqual([])
    expect([...suppress(new Map([['kommuner', counts(0, 2, 6)], ['bedrifter', counts(0, 0, 0, 0, 0, 6)]])).groups]).toEqual([])
  })
  // Seen to fail when a group was held back for its own size alone: 9 + 2 showed the two.
  it('check 30, 31: property: any of those that are shown, taken from the total, leaves nobody, or at least five who are not alike', () => {
    fc.assert(fc.property(anyGroups, (all) => {
      const { total, groups: open } = suppress(all)
      if (total === null) return open.size === 0
      const list = [...open.values()]
      return Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, i) => bits & (1 << i))).every((set) => nobodyOrSafe(minus(total, together(set))))
    }))
  })
  it('check 29: property: what is shown is true, and safe to read by itself', () => {
    fc.assert(fc.property(anyGroups, (all) => {
      const { total, groups: open } = suppress(all)
      return total === null || (JSON.stringify(total) === JSON.stringify(together([...all.values()])) && nobodyOrSafe(total) && [...open].every(([name, one]) => one === all.get(name) && nobodyOrSafe(one)))
    }))
  })
})

describe('the figures of a statement', () => {
  const agree = { dontKnow: 0 }
  it('are the middle, the middle half and the share that agrees, of those who took a stand', () => {
    expect(figuresOf(counts(3, 1, 0, 1, 2, 1))).toEqual({ answered: 5, dontKnow: 3, median: 4, from: 3, to: 4, agree: 3 / 5 })
    expect(figuresOf(counts(0, 2, 2))).toEqual({ ...agree, answered: 4, median: 1.5, from: 1, to: 2, agree: 0 })
    expect(figuresOf(counts(0, 0, 0, 0, 0, 1))).toEqual({ ...agree, answered: 1, median: 5, from: 5, to: 5, agree: 1 })
    expect(figuresOf(counts(4))).toBeNull()
  })
  it('property: lie within what was answered, in order', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 6 }), { minLength: 6, maxLength: 6 }), (all) => {
      const figures = figuresOf(all)
      const answered = all.flatMap((n, score) => (score > 0 && n > 0 ? [score] : []))
      return figures === null ? answered.length === 0 : Math.min(...answered) <= figures.from && figures.from <= figures.median && figures.median <= figures.to && figures.to <= Math.max(...answered)
    }))
  })
})
