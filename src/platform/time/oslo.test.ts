import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixedClock } from './clock.ts'
import { daysUntil, endOfOsloDay, isPast, localInstant, osloDate, osloDateTime, startOfOsloDay } from './oslo.ts'

const at = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)
const hours = (date: string) => startOfOsloDay(day(date)).until(endOfOsloDay(day(date))).total('hours')

// Seen to fail with the date of UTC, and with a day that always has 24 hours.
describe('check 47: a deadline is the whole day in Oslo', () => {
  it('is past at midnight in Oslo, not in UTC', () => {
    expect(isPast(day('2026-01-15'), at('2026-01-15T22:59:59.999Z'))).toBe(false)
    expect(isPast(day('2026-01-15'), at('2026-01-15T23:00:00Z'))).toBe(true)
    expect(isPast(day('2026-07-15'), at('2026-07-15T21:59:59.999Z'))).toBe(false)
    expect(isPast(day('2026-07-15'), at('2026-07-15T22:00:00Z'))).toBe(true)
  })
  it('holds on the days when summer time begins and ends', () => {
    expect(hours('2026-03-28')).toBe(24)
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(isPast(day('2026-03-29'), at('2026-03-29T21:59:59Z'))).toBe(false)
    expect(isPast(day('2026-03-29'), at('2026-03-29T22:00:00Z'))).toBe(true)
    expect(isPast(day('2026-10-25'), at('2026-10-25T22:59:59Z'))).toBe(false)
    expect(isPast(day('2026-10-25'), at('2026-10-25T23:00:00Z'))).toBe(true)
  })
  it('holds on leap day and new year', () => {
    expect(osloDate(at('2028-02-28T23:30:00Z')).toString()).toBe('2028-02-29')
    expect(isPast(day('2028-02-29'), at('2028-02-29T22:59:00Z'))).toBe(false)
    expect(osloDate(at('2026-12-31T23:00:00Z')).toString()).toBe('2027-01-01')
  })
  it('counts days by the calendar, also across summer time', () => {
    expect(daysUntil(day('2026-03-30'), at('2026-03-28T12:00:00Z'))).toBe(2)
    expect(daysUntil(day('2026-03-28'), at('2026-03-28T22:30:00Z'))).toBe(0)
    expect(daysUntil(day('2026-03-28'), at('2026-03-28T23:00:00Z'))).toBe(-1)
    expect(daysUntil(day('2027-03-28'), at('2026-03-28T12:00:00Z'))).toBe(365)
  })
  it('agrees with the date in Oslo for any instant', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (date) => {
      const now = Temporal.Instant.fromEpochMilliseconds(date.getTime())
      const today = osloDate(now)
      expect(isPast(today, now)).toBe(false)
      expect(isPast(today.subtract({ days: 1 }), now)).toBe(true)
      expect(daysUntil(today, now)).toBe(0)
    }))
  })
})

// Seen to fail with `disambiguation: 'earlier'`.
describe('check 47: local time of a meeting', () => {
  it('keeps the clock on the wall', () => {
    expect(localInstant(Temporal.PlainDateTime.from('2026-03-28T09:00')).toString()).toBe('2026-03-28T08:00:00Z')
    expect(localInstant(Temporal.PlainDateTime.from('2026-03-30T09:00')).toString()).toBe('2026-03-30T07:00:00Z')
    expect(osloDateTime(at('2026-03-30T07:00:00Z')).toString()).toBe('2026-03-30T09:00:00')
  })
  it('reads the hour that does not exist one hour later, and the double hour as the first', () => {
    expect(localInstant(Temporal.PlainDateTime.from('2026-03-29T02:30')).toString()).toBe('2026-03-29T01:30:00Z')
    expect(localInstant(Temporal.PlainDateTime.from('2026-10-25T02:30')).toString()).toBe('2026-10-25T00:30:00Z')
  })
})

it('a fixed clock moves only when moved', () => {
  const clock = fixedClock('2026-01-01T00:00:00Z')
  expect(clock().toString()).toBe('2026-01-01T00:00:00Z')
  clock.advance({ days: 2, minutes: 1 })
  expect(clock().toString()).toBe('2026-01-03T00:01:00Z')
})
