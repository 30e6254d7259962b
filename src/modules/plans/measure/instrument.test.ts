import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyInstrument, hundredths } from './instrument.arbitrary.ts'
import { addUp, linesOf, readAmount, sumKnown, yearsOf } from './instrument.ts'

const today = Temporal.PlainDate.from('2026-11-22')

describe('the years that a form asks for', () => {
  it('are those of the period', () => {
    expect(yearsOf({ starts: '2026-03-01', ends: '2028-06-30' }, today)).toEqual([2026, 2027, 2028])
    expect(yearsOf({ starts: null, ends: '2027-06-30' }, today)).toEqual([2026, 2027])
    expect(yearsOf({ starts: null, ends: '2024-06-30' }, today)).toEqual([2024])
    expect(yearsOf({ starts: '2025-01-01', ends: null }, today)).toEqual([2025, 2026, 2027, 2028])
    expect(yearsOf({ starts: null, ends: null }, today)).toEqual([2026, 2027, 2028])
  })
  it('always have those that something stands in, once and in order, and never grow without bound', () => {
    const day = fc.option(fc.integer({ min: 2000, max: 2100 }).map((y) => `${y}-05-17`))
    fc.assert(fc.property(day, day, fc.array(fc.option(fc.integer({ min: 2000, max: 2100 })), { maxLength: 5 }), (starts, ends, present) => {
      const years = yearsOf({ starts, ends }, today, present)
      expect(years).toEqual([...new Set(years)].sort((a, b) => a - b))
      for (const year of present) if (year !== null) expect(years).toContain(year)
      expect(years.length).toBeGreaterThan(0)
      expect(years.length).toBeLessThanOrEqual(12 + present.length)
    }))
  })
})

describe('an amount as people write it', () => {
  it('is read as kroner or man-years, or «ja» when the size is not known', () => {
    expect(readAmount('money', '500 000')).toEqual({ amount: 500_000 })
    expect(readAmount('money', '1,2 mill.')).toEqual({ amount: 1_200_000 })
    expect(readAmount('people', '0,5')).toEqual({ amount: 0.5 })
    expect(readAmount('premises', 'ja')).toEqual({ amount: null })
    expect(readAmount('money', 'Ja')).toEqual({ amount: null })
    expect(readAmount('money', '  ')).toEqual({ empty: true })
  })
  it('is refused when it is no amount, is below zero or cannot be kept', () => {
    expect(readAmount('money', 'ca. litt')).toEqual({ why: 'kroner' })
    expect(readAmount('money', '-5')).toEqual({ why: 'kroner' })
    expect(readAmount('money', '900 mrd.')).toEqual({ why: 'kroner' })
    expect(readAmount('people', '0,333')).toEqual({ why: 'man-years' })
    expect(readAmount('competence', '3')).toEqual({ why: 'not-counted' })
  })
})

describe('lines', () => {
  it('hold every instrument once, and all that was known of amounts', () => {
    fc.assert(fc.property(fc.array(anyInstrument), (instruments) => {
      const lines = linesOf(instruments)
      expect(lines.flatMap((line) => line.ids).sort()).toEqual(instruments.map((i) => i.id).sort())
      expect(sumKnown(lines.flatMap((line) => [...line.years.values()]))).toBe(sumKnown(instruments.map((i) => i.amount)))
    }))
  })
  it('add up the same in any order', () => {
    fc.assert(fc.property(fc.array(hundredths), (amounts) => {
      expect(addUp(amounts)).toBe(addUp(amounts.toReversed()))
    }))
    expect(addUp([0.1, 0.2])).toBe(0.3)
  })
})
