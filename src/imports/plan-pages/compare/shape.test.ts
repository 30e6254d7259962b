import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliversTo, guessAreasAbove, placedBy } from './shape.ts'

const area = (id: string, ...goals: string[]) => ({ id, number: null, title: id, goals })

describe('which way a plan is built', () => {
  const goals = ['g1', 'g2'].map((id) => ({ id, number: null, title: id }))
  it('reads it from who has several of the other', () => {
    expect(guessAreasAbove({ goals, priorityAreas: [area('a1', 'g1', 'g2')] })).toBe(true)
    expect(guessAreasAbove({ goals, priorityAreas: [area('a1', 'g1'), area('a2', 'g1')] })).toBe(false)
    expect(guessAreasAbove({ goals, priorityAreas: [area('a1', 'g1')] })).toBe(null)
  })
})

describe('the links of a measure', () => {
  const order = { goals: ['g1', 'g2', 'g3'], areas: ['a1', 'a2'] }
  it('give back its goals and its area, whichever way the plan is built', () => {
    const some = (all: readonly string[]) => fc.subarray([...all])
    fc.assert(fc.property(some(order.goals), some(order.goals), some(order.goals), fc.constantFrom(null, 'a1', 'a2'), fc.boolean(), (first, second, goals, own, above) => {
      const goalsOfArea = new Map([['a1', first], ['a2', second]])
      const links = deliversTo({ goals, area: own }, goalsOfArea, above)
      const placed = placedBy({ goals: links.filter((id) => id.startsWith('g')), areas: links.filter((id) => id.startsWith('a')) }, goalsOfArea, order, above)
      // A measure that names no goal reaches those of its area; one that names no area, in a plan of areas above goals, the area of its goals.
      expect(placed.goals).toEqual(goals.length > 0 || own === null ? goals : (goalsOfArea.get(own) ?? []))
      if (own !== null || !above) expect(placed.area).toBe(own)
    }))
  })
})
