import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedOf, isOld, latestOf, leeway, obstaclesOf, progressOf, standingOf } from './progress.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const value = fc.integer({ min: -1_000_000, max: 1_000_000 })

describe('progress (A−B)/(T−B)', () => {
  it('goes from baseline to target, up and down alike', () => {
    expect(progressOf(75, { baseline: 70, target: 80 })).toBe(0.5)
    expect(progressOf(15, { baseline: 20, target: 10 })).toBe(0.5)
    expect(progressOf(65, { baseline: 70, target: 80 })).toBe(-0.5)
  })
  it('is undefined when target and baseline are the same, or something is missing', () => {
    expect(progressOf(5, { baseline: 5, target: 5 })).toBeNull()
    expect(progressOf(null, { baseline: 5, target: 6 })).toBeNull()
    expect(progressOf(5, { baseline: null, target: 6 })).toBeNull()
  })
  it('is 0 at the baseline, 1 at the target, and the same whatever the unit', () => {
    fc.assert(fc.property(value, value, value, fc.integer({ min: 1, max: 1000 }), value, (a, b, t, scale, shift) => {
      fc.pre(b !== t)
      expect(progressOf(b, { baseline: b, target: t })).toBeCloseTo(0)
      expect(progressOf(t, { baseline: b, target: t })).toBe(1)
      const converted = (x: number) => x * scale + shift
      expect(progressOf(converted(a), { baseline: converted(b), target: converted(t) })).toBeCloseTo(progressOf(a, { baseline: b, target: t }) ?? NaN, 6)
      expect(progressOf(-a, { baseline: -b, target: -t })).toBe(progressOf(a, { baseline: b, target: t }))
    }))
  })
  it('grows towards the target', () => {
    fc.assert(fc.property(value, value, value, value, (a, nearer, b, t) => {
      fc.pre(b !== t && a !== nearer && nearer > a === t > b)
      expect(progressOf(nearer, { baseline: b, target: t }) ?? 0).toBeGreaterThan(progressOf(a, { baseline: b, target: t }) ?? 0)
    }))
  })
})

describe('expected (t−t₀)/(t₁−t₀)', () => {
  const course = { baselineOn: '2026-01-01', targetOn: '2028-01-01' }
  it('follows the calendar', () => {
    expect(expectedOf(day('2026-01-01'), course)).toBe(0)
    expect(expectedOf(day('2027-01-01'), course)).toBe(0.5)
    expect(expectedOf(day('2028-01-01'), course)).toBe(1)
  })
  it('is unknown without days, or when the target comes first', () => {
    expect(expectedOf(day('2026-01-01'), { baselineOn: null, targetOn: '2028-01-01' })).toBeNull()
    expect(expectedOf(day('2026-01-01'), { baselineOn: '2028-01-01', targetOn: '2028-01-01' })).toBeNull()
    expect(expectedOf(day('2026-01-01'), { baselineOn: '2029-01-01', targetOn: '2028-01-01' })).toBeNull()
  })
  it('never goes back, and stays within the way', () => {
    const days = fc.integer({ min: -3000, max: 3000 }).map((n) => day('2027-01-01').add({ days: n }))
    fc.assert(fc.property(days, days, (a, b) => {
      const [first, last] = Temporal.PlainDate.compare(a, b) < 0 ? [a, b] : [b, a]
      const [x, y] = [expectedOf(first, course) ?? -1, expectedOf(last, course) ?? -1]
      expect(x).toBeLessThanOrEqual(y)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(1)
    }))
  })
})

describe('standing', () => {
  it('allows for a tenth of the way', () => {
    expect(standingOf(0.5, 0.5)).toBe('onCourse')
    expect(standingOf(0.6, 0.5)).toBe('onCourse')
    expect(standingOf(0.61, 0.5)).toBe('ahead')
    expect(standingOf(0.39, 0.5)).toBe('behind')
    expect(standingOf(1, 0.2)).toBe('reached')
    expect(standingOf(1.2, null)).toBe('reached')
    expect(standingOf(0.5, null)).toBe('unknown')
    expect(standingOf(null, 0.5)).toBe('unknown')
  })
  it('never gets worse by getting further', () => {
    const order = ['behind', 'onCourse', 'ahead', 'reached']
    const share = fc.double({ min: -1, max: 2, noNaN: true })
    fc.assert(fc.property(share, share, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, expected) => {
      expect(order.indexOf(standingOf(Math.max(a, b), expected))).toBeGreaterThanOrEqual(order.indexOf(standingOf(Math.min(a, b), expected)))
    }))
    expect(leeway).toBe(0.1)
  })
})

describe('what stands in the way of telling', () => {
  it('is named', () => {
    const course = { baseline: 5, baselineOn: '2026-01-01', target: 10, targetOn: '2027-01-01' }
    expect(obstaclesOf(course, 'up', 6)).toEqual([])
    expect(obstaclesOf(course, 'down', 6)).toEqual(['targetAgainstDirection'])
    expect(obstaclesOf({ ...course, target: 5 }, 'up', 6)).toEqual(['targetIsBaseline'])
    expect(obstaclesOf({ baseline: null, baselineOn: null, target: null, targetOn: null }, null, null)).toEqual(['noBaseline', 'noTarget', 'noMeasurement', 'noDates'])
  })
})

describe('the latest measurement', () => {
  it('is by day and not by order, with a value, and not of tomorrow', () => {
    const found = latestOf([{ onDate: '2026-05-01', value: 2 }, { onDate: '2026-01-01', value: 1 }, { onDate: '2026-06-01', value: null }, { onDate: '2027-01-01', value: 9 }], day('2026-11-22'))
    expect(found?.value).toBe(2)
    expect(latestOf([], day('2026-11-22'))).toBeNull()
  })
  it('is old after fifteen months', () => {
    expect(isOld('2025-08-21', day('2026-11-22'))).toBe(true)
    expect(isOld('2025-08-22', day('2026-11-22'))).toBe(false)
  })
})
