import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersFrom } from './numbers.ts'
import { draw, sample } from './sample.ts'

test('the same seed draws the same cases, in their own order', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), fc.nat(), (cases, count, seed) => {
    const drawn = draw(cases, count, seed)
    expect(drawn).toEqual(draw(cases, count, seed))
    expect(drawn).toHaveLength(Math.min(count, cases.length))
    expect(drawn).toEqual(cases.filter((value) => drawn.includes(value)))
  }))
})

test('every case is drawn about equally often', () => {
  const times = new Map<number, number>()
  for (let seed = 0; seed < 5000; seed++) for (const value of draw([0, 1, 2, 3, 4], 2, seed)) times.set(value, (times.get(value) ?? 0) + 1)
  for (const count of times.values()) expect(Math.abs(count - 2000)).toBeLessThan(200)
  expect(numbersFrom(1)()).not.toBe(numbersFrom(2)())
})

test('a sample is never larger than asked for, unless all are', () => {
  expect([2, 5]).toContain(sample([1, 2, 3, 4, 5], 2).length)
})
