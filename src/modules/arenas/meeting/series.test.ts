import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localInstant, plainDate } from '../../../platform/time/oslo.ts'
import { daysOf, movedBy, nthOf } from './series.ts'

const day = fc.integer({ min: 0, max: 3_000 }).map((n) => Temporal.PlainDate.from('2024-01-01').add({ days: n }).toString())

describe('the days of a series', () => {
  test('every other week across the change to summer time: the day is the same in the week, the clock the same on the wall', () => {
    const days = daysOf({ rhythm: { everyWeeks: 2 }, firstOn: '2027-03-02', lastOn: '2027-04-30' })
    expect(days).toEqual(['2027-03-02', '2027-03-16', '2027-03-30', '2027-04-13', '2027-04-27'])
    expect(days.map((one) => localInstant(plainDate(one).toPlainDateTime('09:00')).toString().slice(11, 16))).toEqual(['08:00', '08:00', '07:00', '07:00', '07:00'])
  })

  test('the first Tuesday of the month, and the last Friday', () => {
    expect(daysOf({ rhythm: { nthInMonth: 1 }, firstOn: '2027-01-05', lastOn: '2027-04-30' })).toEqual(['2027-01-05', '2027-02-02', '2027-03-02', '2027-04-06'])
    expect(daysOf({ rhythm: { nthInMonth: -1 }, firstOn: '2027-01-29', lastOn: '2027-05-01' })).toEqual(['2027-01-29', '2027-02-26', '2027-03-26', '2027-04-30'])
  })

  // Seen to fail when months were counted from the day instead of from the weekday.
  test('they come in order, within the days given, on one weekday, in its place in the month, at most sixty', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 900 }), fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 8 })), (firstOn, span, weeks) => {
      const lastOn = movedBy(firstOn, span)
      const rhythm = weeks === null ? { nthInMonth: nthOf(firstOn) } : { everyWeeks: weeks }
      const days = daysOf({ rhythm, firstOn, lastOn })
      expect(days[0]).toBe(firstOn)
      expect(days.length).toBeLessThanOrEqual(60)
      expect(days).toEqual([...new Set(days)].sort())
      expect(days.every((one) => one >= firstOn && one <= lastOn && plainDate(one).dayOfWeek === plainDate(firstOn).dayOfWeek)).toBe(true)
      if (weeks === null && nthOf(firstOn) > 0) expect(days.every((one) => nthOf(one) === nthOf(firstOn))).toBe(true)
    }), { numRuns: 60 })
  })
})
