import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from './align.ts'
import { orderColumns } from './order.ts'
import { textWidth, wrap } from './wrap.ts'

describe('wrap', () => {
  test('breaks at words, divides long compounds, and ends in an ellipsis when there is more', () => {
    expect(wrap('Flere unge velger å bo og arbeide i fylket', 140, 13, 3)).toEqual(['Flere unge velger å', 'bo og arbeide i fylket'])
    expect(wrap('Kompetansesamarbeidsavtale', 110, 13, 3)[0]).toMatch(/^Kompe.*-$/)
    // Seen to fail with the last word cut where there was no more room.
    expect(wrap('Avtal fra første møte hvilken arena som får sakene videre, og hvor ofte', 130, 13, 3).at(-1)).toMatch(/^får sakene(?: videre)?…$/)
    expect(wrap('en to tre fire fem seks sju åtte ni ti', 40, 13, 2).at(-1)).toMatch(/…$/)
  })
  test('no line is wider than the width, and never more lines than asked', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 300 }), fc.integer({ min: 1, max: 4 }), (text, width, most) => {
      const lines = wrap(text, width, 13, most)
      expect(lines.length).toBeLessThanOrEqual(most)
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width)
    }))
  })
  test('nothing is lost while there is room', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'W', 'å', 'i'), minLength: 1, maxLength: 30 }), { maxLength: 6 }), (words) => {
      const kept = wrap(words.join(' '), 90, 13, 99).join('').replaceAll('-', '').replaceAll(' ', '')
      expect(kept).toBe(words.join(''))
    }))
  })
})

describe('align', () => {
  const wishes = fc.array(fc.record({ height: fc.integer({ min: 1, max: 90 }), top: fc.integer({ min: -500, max: 2000 }), weight: fc.constantFrom(0.05, 1) }), { minLength: 1, maxLength: 30 })
  test('keeps order and distance, and stays in the room when it can', () => {
    fc.assert(fc.property(wishes, fc.integer({ min: 0, max: 3000 }), (all, room) => {
      const tops = align(all, 9, room)
      tops.slice(1).forEach((top, i) => expect(top).toBeGreaterThanOrEqual((tops[i] ?? 0) + (all[i]?.height ?? 0) + 9))
      expect(tops[0]).toBeGreaterThanOrEqual(0)
      const needed = all.reduce((sum, { height }) => sum + height + 9, -9)
      if (needed <= room) expect((tops.at(-1) ?? 0) + (all.at(-1)?.height ?? 0)).toBeLessThanOrEqual(room)
    }))
  })
  test('grants every wish that disturbs nobody', () => {
    expect(align([{ height: 10, top: 5, weight: 1 }, { height: 10, top: 100, weight: 1 }], 9, 500)).toEqual([5, 100])
  })
  test('shares the distance between two that want the same place', () => {
    expect(align([{ height: 10, top: 50, weight: 1 }, { height: 10, top: 50, weight: 1 }], 10, 500)).toEqual([40, 60])
  })
})

describe('order', () => {
  const at = (key: string, column: number, band = 0) => ({ key, column, band })
  test('uncrosses what can be uncrossed', () => {
    const order = orderColumns([at('a', 0), at('b', 0), at('x', 1), at('y', 1)], [{ from: 'a', to: 'y' }, { from: 'b', to: 'x' }], 2)
    expect(order[1]?.map(({ key }) => key)).toEqual(['y', 'x'])
  })
  test('leaves the held column as it was given', () => {
    const order = orderColumns([at('a', 0), at('b', 0), at('x', 1), at('y', 1)], [{ from: 'a', to: 'y' }, { from: 'b', to: 'x' }], 2, 1)
    expect(order.map((column) => column.map(({ key }) => key))).toEqual([['b', 'a'], ['x', 'y']])
  })
  test('never mixes the bands', () => {
    const order = orderColumns([at('a', 0, 0), at('b', 0, 1), at('x', 1, 0), at('y', 1, 1)], [{ from: 'a', to: 'y' }, { from: 'b', to: 'x' }], 2)
    expect(order[1]?.map(({ key }) => key)).toEqual(['x', 'y'])
  })
})
