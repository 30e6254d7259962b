import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictures } from './arbitrary.ts'
import { examplePlan } from './example-plan.ts'
import { layOut } from './layout.ts'
import type { Layout } from './layout.ts'
import { type } from './face.ts'

const numbers = (path: string) => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
const pairsIn = (layout: Layout) =>
  layout.columns.flatMap((_, c) => {
    const column = layout.units.filter((unit) => unit.column === c).sort((a, b) => a.y - b.y)
    return column.slice(1).map((lower, i) => [column[i], lower] as const)
  })

describe('any picture', () => {
  test('no two items in a column overlap', () => {
    fc.assert(fc.property(pictures(), (picture) => {
      for (const [upper, lower] of pairsIn(layOut(picture))) expect(lower.y).toBeGreaterThanOrEqual((upper?.y ?? 0) + (upper?.height ?? 0))
    }))
  })

  test('every item in the scope is drawn once or counted in one group, and without a choice every item is in the scope', () => {
    fc.assert(fc.property(pictures(), (picture) => {
      const layout = layOut(picture)
      const told = layout.units.flatMap((unit) => (unit.kind === 'node' ? [unit.node.id] : unit.kind === 'bundle' ? unit.members.map(({ id }) => id) : []))
      expect(told.sort()).toEqual(layout.scope.nodes.map(({ id }) => id).sort())
      const everything = layOut({ ...picture, focus: undefined, onlyLoose: false })
      expect(everything.scope.nodes).toHaveLength(picture.nodes.length)
    }))
  })

  test('a thread begins at the right edge of one item and ends at the edge of the other', () => {
    fc.assert(fc.property(pictures(), (picture) => {
      const layout = layOut(picture)
      const unit = new Map(layout.units.map((one) => [one.key, one]))
      for (const { from, to, path } of layout.threads) {
        const [a, b] = [unit.get(from), unit.get(to)]
        if (!a || !b) throw new Error('a thread without an item at its end')
        const at = numbers(path)
        expect(at.slice(0, 2)).toEqual([a.x + a.width, a.y + a.face.lineAt])
        expect(at.slice(-2)).toEqual([a.column === b.column ? b.x + b.width : b.x, b.y + b.face.lineAt])
      }
    }))
  })

  test('the order of the input does not matter', () => {
    fc.assert(fc.property(pictures(30), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (picture, dice) => {
      const shuffled = <T>(list: readonly T[]) => list.map((one) => [dice.next().value as number, one] as const).sort((a, b) => a[0] - b[0]).map(([, one]) => one)
      const other = { ...picture, nodes: shuffled(picture.nodes), threads: shuffled(picture.threads) }
      const seen = ({ units, threads, width, height }: Layout) => JSON.stringify({ units, threads, width, height })
      expect(seen(layOut(other))).toBe(seen(layOut(picture)))
    }))
  })

  test('there is a number in every place, and all is inside the picture', () => {
    fc.assert(fc.property(pictures(), (picture) => {
      const layout = layOut(picture)
      for (const { path, ribbon = '', core } of layout.threads) expect(`${path}${ribbon}${core}`).not.toMatch(/NaN|undefined|Infinity/)
      for (const { x, y, width, height } of layout.units) {
        for (const n of [x, y, width, height]) expect(Number.isFinite(n)).toBe(true)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y + height).toBeLessThanOrEqual(layout.height)
        expect(x + width).toBeLessThanOrEqual(layout.width)
      }
    }))
  })

  test('type is never drawn smaller than 12 pixels', () => {
    expect(Math.min(type.title, type.mark)).toBeGreaterThanOrEqual(12)
  })
})

describe('the example plan', () => {
  test('more than sixty items are grouped by goal, and one group opens at a time', () => {
    const closed = layOut(examplePlan())
    expect(closed.scope.groupBy).toBe('goal')
    expect(closed.units.filter(({ kind }) => kind === 'bundle').length).toBeGreaterThan(10)
    const open = layOut(examplePlan({ open: ['goal-2'] }))
    const measures = open.units.filter((unit) => unit.kind === 'node' && unit.node.step === 'measure')
    expect(measures.map(({ key }) => key)).toContain('measure-17')
    expect(open.units.find(({ key }) => key === 'goal-1/measure')).toMatchObject({ kind: 'bundle', loose: 5, wholes: 3 })
  })

  test('a closed group shows a single item by its name, not as «1 utfordring»', () => {
    const { units } = layOut(examplePlan())
    expect(units.find(({ key }) => key === 'challenge-3')?.kind).toBe('node')
    expect(units.flatMap((unit) => (unit.kind === 'bundle' ? [unit.members.length] : [])).every((n) => n > 1)).toBe(true)
  })

  test('following one item shows only what leads to it and comes of it', () => {
    const { scope } = layOut(examplePlan({ focus: 'result-4' }))
    expect(scope.nodes.map(({ id }) => id)).toEqual(['knowledge-2', 'knowledge-3', 'challenge-2', 'goal-2', 'priorityArea-4', 'measure-17', 'result-4'])
  })

  test('only the loose: an item with nothing loose is there only as the ground under one that has', () => {
    const { scope } = layOut(examplePlan({ onlyLoose: true }))
    expect(scope.nodes.map(({ id }) => id)).not.toContain('measure-1')
    expect(scope.context.has('priorityArea-1')).toBe(true)
    expect(scope.context.has('measure-6')).toBe(false)
  })

  test('a column not in use is narrow', () => {
    const { columns } = layOut(examplePlan())
    expect(columns.filter(({ inUse }) => !inUse).map(({ width }) => width)).toEqual([20, 20])
  })

  test('the drawing fits a page of 1280 pixels', () => {
    for (const groupBy of ['goal', 'priorityArea', 'none'] as const) expect(layOut(examplePlan({ groupBy })).width).toBeLessThanOrEqual(1248)
  })
})
