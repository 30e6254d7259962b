import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { easterOf, holidayOn } from './holidays.ts'

describe('public holidays in Norway', () => {
  it.each(['2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'])('Easter Sunday %s', (day) => {
    expect(easterOf(Number(day.slice(0, 4))).toString()).toBe(day)
  })

  it('those of 2027, and no others', () => {
    const days = Array.from({ length: 365 }, (_, i) => Temporal.PlainDate.from('2027-01-01').add({ days: i }))
    expect(days.filter((day) => holidayOn(day)).map((day) => day.toString().slice(5))).toEqual(['01-01', '03-25', '03-26', '03-28', '03-29', '05-01', '05-06', '05-16', '05-17', '12-25', '12-26'])
  })

  it('Easter is a Sunday from 22 March to 25 April', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
      const easter = easterOf(year)
      return easter.dayOfWeek === 7 && easter.toString().slice(5) >= '03-22' && easter.toString().slice(5) <= '04-25'
    }))
  })
})
