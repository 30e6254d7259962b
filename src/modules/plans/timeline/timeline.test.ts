import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alongAxis, axisOf, daysOf, dueDay, spanOf } from './timeline.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')

describe('what a measure is on a line of time', () => {
  it('follows from its dates', () => {
    expect(spanOf({ starts: '2026-01-01', ends: '2026-12-31', recurrence: null }).kind).toBe('period')
    expect(spanOf({ starts: null, ends: '2026-12-31', recurrence: null }).kind).toBe('deadline')
    expect(spanOf({ starts: '2026-01-01', ends: null, recurrence: 'once' }).kind).toBe('open')
    expect(spanOf({ starts: null, ends: null, recurrence: 'ongoing' }).kind).toBe('ongoing')
    expect(spanOf({ starts: null, ends: null, recurrence: 'conditional' }).kind).toBe('undated')
    expect(dueDay(spanOf({ starts: '2026-01-01', ends: null, recurrence: null }))).toBeNull()
  })
})

describe('the axis', () => {
  it('has quarters for up to four years and years for more', () => {
    const short = axisOf([day('2026-02-10'), day('2027-05-01')], today)
    expect([short.from.toString(), short.to.toString()]).toEqual(['2026-01-01', '2027-07-01'])
    expect(short.ticks.map((t) => t.quarter)).toEqual([null, 2, 3, 4, null, 2])
    const long = axisOf([day('2024-02-10'), day('2031-05-01')], today)
    expect([long.from.toString(), long.to.toString(), long.ticks.length]).toEqual(['2024-01-01', '2032-01-01', 8])
  })
  it('has room for every day and for today, is never empty, and is never crowded', () => {
    const days = fc.array(fc.integer({ min: -20_000, max: 60_000 }).map((n) => today.add({ days: n })), { maxLength: 8 })
    fc.assert(fc.property(days, (list) => {
      const axis = axisOf(list, today)
      for (const one of [...list, today]) {
        expect(alongAxis(axis, one)).toBeGreaterThanOrEqual(0)
        expect(alongAxis(axis, one)).toBeLessThan(1)
      }
      expect(axis.ticks.length).toBeGreaterThan(0)
      expect(axis.ticks.length).toBeLessThanOrEqual(17)
    }))
  })
  it('keeps the order of days', () => {
    const anyDay = fc.integer({ min: 0, max: 3000 }).map((n) => today.add({ days: n }))
    fc.assert(fc.property(anyDay, anyDay, (a, b) => {
      const axis = axisOf([a, b], today)
      expect(Math.sign(alongAxis(axis, a) - alongAxis(axis, b)) + 0).toBe(Temporal.PlainDate.compare(a, b))
    }))
  })
  it('needs room for the days of a span, and for none where there are none', () => {
    expect(daysOf(spanOf({ starts: '2026-01-01', ends: '2026-12-31', recurrence: null })).length).toBe(2)
    expect(daysOf({ kind: 'ongoing' })).toEqual([])
  })
})
