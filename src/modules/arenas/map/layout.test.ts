import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Connection } from './connections.ts'
import { type Box, layoutOf } from './layout.ts'

const connection = (one: string, other: string, over: Partial<Connection> = {}): Connection =>
  ({ one, other, ties: [], out: null, back: null, joint: null, shared: 0, lastContact: null, everyDays: null, overdueBy: 0, standing: 'holds', oneWay: false, ...over })
const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

// Seen to fail when a row took all the arenas of its level, however many.
it('draws every arena once, none over another and all inside; every connection once', () => {
  const arenas = fc.array(fc.record({ title: fc.constantFrom('AU', 'Faggruppe for kompetanse og arbeidsliv i hele fylket', 'Partnerskapskonferansen', 'x'.repeat(80)), level: fc.option(fc.constantFrom('political', 'administrative', 'professional', 'open')) }), { maxLength: 24 })
    .map((list) => list.map((one, i) => ({ ...one, id: `a${i}` })))
  fc.assert(fc.property(arenas, fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 20 }), (list, pairs) => {
    const connections = pairs.filter(([a, b]) => a !== b && a < list.length && b < list.length).map(([a, b]) => connection(`a${a}`, `a${b}`))
    const layout = layoutOf(list, connections, () => 'Mangler')
    expect(layout.nodes.map((node) => node.id).toSorted()).toEqual(list.map((one) => one.id).toSorted())
    for (const [i, node] of layout.nodes.entries()) {
      expect(node.x >= 0 && node.y >= 0 && node.x + node.width <= layout.width && node.y + node.height <= layout.height).toBe(true)
      for (const other of layout.nodes.slice(i + 1)) expect(meet(node, other)).toBe(false)
    }
    expect(layout.edges.length).toBe(connections.length)
    for (const edge of layout.edges) {
      expect(edge.path).not.toMatch(/NaN|Infinity/)
      expect((edge.label?.x ?? 0) >= 0 && (edge.label?.x ?? 0) + (edge.label?.width ?? 0) <= layout.width).toBe(true)
    }
  }), { numRuns: 60 })
})

it('points the way that is agreed, and otherwise the way that matters went', () => {
  const tie = (itemId: string, otherId: string, type: 'prepares' | 'exchanges') => ({ itemId, otherId, type, everyDays: null, since: '2026-01-01' })
  const arrows = (over: Partial<Connection>) => { const [edge] = layoutOf([{ id: 'a', title: 'A', level: null }, { id: 'b', title: 'B', level: null }], [connection('a', 'b', over)], () => '').edges; return [edge?.arrowAtOne, edge?.arrowAtOther] }
  const went = { from: 'b', to: 'a', count: 1, last: '2026-01-01', medianDays: 3 }
  expect(arrows({ ties: [tie('a', 'b', 'prepares')] })).toEqual([false, true])
  expect(arrows({ ties: [tie('a', 'b', 'prepares')], back: went })).toEqual([false, true])
  expect(arrows({ ties: [tie('a', 'b', 'exchanges')] })).toEqual([true, true])
  expect(arrows({ back: went })).toEqual([true, false])
})
