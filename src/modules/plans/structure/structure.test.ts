import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placements } from './structure.ts'

const tie = (relation: string, from_id: string, to_id: string) => ({ relation, from_id, to_id })
const order = { areas: ['a1', 'a2'], goals: ['g1', 'g2'] }

describe('where a measure stands', () => {
  it('reaches the goals of its areas, and goals that it delivers to directly', () => {
    const placed = placements(['m1', 'm2', 'm3'], [tie('delivers', 'm1', 'a1'), tie('pursues', 'a1', 'g2'), tie('delivers', 'm2', 'g1')], order, false)
    expect(placed.get('m1')).toEqual({ areas: ['a1'], goals: ['g2'] })
    expect(placed.get('m2')).toEqual({ areas: [], goals: ['g1'] })
    expect(placed.get('m3')).toEqual({ areas: [], goals: [] })
  })
  it('reaches the areas of its goals where areas stand above goals', () => {
    const ties = [tie('delivers', 'm1', 'g1'), tie('pursues', 'a2', 'g1'), tie('pursues', 'a2', 'g2')]
    expect(placements(['m1'], ties, order, true).get('m1')).toEqual({ areas: ['a2'], goals: ['g1'] })
    expect(placements(['m1'], ties, order, false).get('m1')).toEqual({ areas: [], goals: ['g1'] })
  })
  it('keeps the plan\'s order, whatever order the links come in, and knows nothing of what may not be read', () => {
    const anyTies = fc.array(fc.record({ relation: fc.constantFrom('delivers', 'pursues', 'supports'), from_id: fc.constantFrom('m1', 'a1', 'a2'), to_id: fc.constantFrom('a1', 'a2', 'g1', 'g2', 'hidden') }))
    fc.assert(fc.property(anyTies, fc.boolean(), (ties, above) => {
      const placed = placements(['m1'], ties, order, above).get('m1')
      expect(placements(['m1'], ties.toReversed(), order, above).get('m1')).toEqual(placed)
      expect(placed?.areas).toEqual([...(placed?.areas ?? [])].sort())
      expect([...(placed?.areas ?? []), ...(placed?.goals ?? [])]).not.toContain('hidden')
    }))
  })
})
