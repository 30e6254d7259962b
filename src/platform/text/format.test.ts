import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capitalised, formatCount, formatDate, formatDateRange, formatDateShort, formatDateTime, formatFileSize, formatKroner, formatKronerShort,
  formatList, formatMonth, formatNumber, formatPercent, formatRelative, formatRelativeDay, formatThousands, formatTime, formatTimeOrDay, formatWeekday,
  parseNumber, plural, roundTo, whenInstant,
} from './format.ts'
import { languages } from './texts.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
/** Ordinary spaces, so that the expected texts below can be read. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('dates', () => {
  it('are written out in each language', () => {
    expect(languages.map((lang) => formatDate(day('2026-03-04'), lang))).toEqual(['4. mars 2026', '4. mars 2026', '4 March 2026'])
    expect(languages.map((lang) => formatWeekday(day('2026-03-03'), lang)))
      .toEqual(['tirsdag 3. mars 2026', 'tysdag 3. mars 2026', 'Tuesday 3 March 2026'])
    expect(languages.map((lang) => formatDateShort(day('2026-03-04'), lang))).toEqual(['04.03.2026', '04.03.2026', '4 Mar 2026'])
    expect(formatMonth(Temporal.PlainYearMonth.from('2026-12'), 'nn')).toBe('desember 2026')
  })
  it('are taken as the database gives them', () => {
    expect(formatDate('2026-03-04', 'nb')).toBe('4. mars 2026')
    expect(formatDateRange('2026-03-04', '2026-03-06', 'nb')).toBe('4.–6. mars 2026')
  })
  it('show Oslo time, summer and winter', () => {
    expect(formatDateTime(at('2026-07-01T22:30:00Z'), 'nb')).toBe('2. juli 2026 kl. 00:30')
    expect(formatDateTime(at('2026-12-31T23:05:00Z'), 'en')).toBe('1 January 2027 at 00:05')
    expect(formatTime(at('2026-03-29T01:00:00Z'))).toBe('03:00')
    // Seen to fail with the day of UTC: saved just after midnight in Oslo, and read the evening before in UTC.
    expect([at('2026-07-01T22:10:00Z'), at('2026-07-01T21:50:00Z')].map((one) => formatTimeOrDay(one, at('2026-07-01T23:00:00Z'), 'nb'))).toEqual(['00:10', '1. juli 2026 kl. 23:50'])
  })
  it('make short ranges', () => {
    const range = (from: string, to: string) => languages.map((lang) => formatDateRange(day(from), day(to), lang))
    expect(range('2026-03-04', '2026-03-04')).toEqual(['4. mars 2026', '4. mars 2026', '4 March 2026'])
    expect(range('2026-03-04', '2026-03-06')).toEqual(['4.–6. mars 2026', '4.–6. mars 2026', '4–6 March 2026'])
    expect(range('2026-02-28', '2026-03-03').slice(1)).toEqual(['28. februar–3. mars 2026', '28 February – 3 March 2026'])
    expect(range('2025-12-30', '2026-01-02')[0]).toBe('30. desember 2025–2. januar 2026')
  })
})

describe('relative time', () => {
  const now = at('2026-03-04T12:00:00Z')
  it.each([
    ['2026-03-04T12:00:30Z', 'nå nettopp', 'no nettopp', 'just now'],
    ['2026-03-04T11:59:00Z', 'for 1 minutt siden', 'for 1 minutt sidan', '1 minute ago'],
    ['2026-03-04T11:30:00Z', 'for 30 minutter siden', 'for 30 minutt sidan', '30 minutes ago'],
    ['2026-03-04T09:59:00Z', 'for 2 timer siden', 'for 2 timar sidan', '2 hours ago'],
    ['2026-03-04T15:00:00Z', 'om 3 timer', 'om 3 timar', 'in 3 hours'],
    ['2026-03-03T22:30:00Z', 'i går', 'i går', 'yesterday'],
    ['2026-03-05T12:00:00Z', 'i morgen', 'i morgon', 'tomorrow'],
    ['2026-03-01T12:00:00Z', 'for 3 dager siden', 'for 3 dagar sidan', '3 days ago'],
    ['2025-12-24T12:00:00Z', 'for 2 måneder siden', 'for 2 månader sidan', '2 months ago'],
    ['2029-03-04T12:00:00Z', 'om 3 år', 'om 3 år', 'in 3 years'],
  ])('%s', (instant, ...expected) => {
    expect(languages.map((lang) => formatRelative(at(instant), now, lang))).toEqual(expected)
  })
  it('just past midnight speaks of minutes, and keeps the exact time', () => {
    expect(whenInstant(at('2026-03-03T22:50:00Z'), at('2026-03-03T23:10:00Z'), 'nb'))
      .toEqual({ text: 'for 20 minutter siden', exact: '3. mars 2026 kl. 23:50', datetime: '2026-03-03T22:50:00Z' })
  })
  it('days mirror each other in past and future', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 27 }), (days) => {
      const today = day('2026-03-04')
      expect(formatRelativeDay(today.add({ days }), today, 'nb')).toBe(`om ${days} dager`)
      expect(formatRelativeDay(today.subtract({ days }), today, 'nb')).toBe(`for ${days} dager siden`)
    }))
  })
})

describe('numbers', () => {
  it('use a space that does not break, a comma and a real minus', () => {
    expect(formatNumber(1234567.5, 'nb')).toBe('1\u00a0234\u00a0567,5')
    expect(formatNumber(-1234.5, 'nn')).toBe('−1\u00a0234,5')
    expect(formatNumber(-1234.5, 'en')).toBe('−1,234.5')
    expect(formatNumber(999, 'nb')).toBe('999')
    expect(formatNumber(2, 'nb', { decimals: 1, fixed: true })).toBe('2,0')
    expect(plain(formatNumber(9007199254740993n, 'nb'))).toBe('9 007 199 254 740 993')
  })
  it('round as on paper, and never show minus zero or NaN', () => {
    expect([roundTo(1.005, 2), roundTo(-2.5, 0), roundTo(1e-7, 2), roundTo(1.45, 1)]).toEqual([1.01, -3, 0, 1.5])
    expect(formatNumber(-0.001, 'nb')).toBe('0')
    expect([NaN, Infinity, 1e300].map((n) => formatNumber(n, 'nb'))).toEqual(['–', '–', '–'])
  })
  it('per cent', () => {
    expect(formatPercent(0.125, 'nb')).toBe('12,5\u00a0%')
    expect(formatPercent(0.07, 'en')).toBe('7%')
    expect(formatPercent(1 / 3, 'nb', { decimals: 0 })).toBe('33\u00a0%')
  })
  it('kroner, whole and at a glance', () => {
    expect(plain(formatKroner(1250000, 'nb'))).toBe('1 250 000 kr')
    expect(plain(formatKroner(1250000, 'en'))).toBe('NOK 1,250,000')
    expect([850000, 1e6, 1250000, 999_949_999, 999_960_000, -3.4e9].map((n) => plain(formatKronerShort(n, 'nb'))))
      .toEqual(['850 000 kr', '1 mill. kr', '1,3 mill. kr', '999,9 mill. kr', '1 mrd. kr', '−3,4 mrd. kr'])
    expect(plain(formatKronerShort(1.2e6, 'en'))).toBe('NOK 1.2 million')
    expect(plain(formatThousands(1250499, 'nb'))).toBe('1 250')
  })
  it('file sizes', () => {
    expect([0, 512, 1000, 1234567, 999_999, 25e6].map((n) => plain(formatFileSize(n, 'nb'))))
      .toEqual(['0 byte', '512 byte', '1 kB', '1,2 MB', '1 MB', '25 MB'])
  })
  it('what is written can be read back', () => {
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
      const value = roundTo(whole + Math.sign(whole) * hundredths / 100, 2)
      expect(parseNumber(formatNumber(value, 'nb'))).toEqual({ ok: true, value: value === 0 ? 0 : value })
    }))
  })
})

it('lists, plurals and capitals', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((parts) => formatList(parts, 'nb'))).toEqual(['', 'A', 'A og B', 'A, B og C'])
  expect(formatList(['A', 'B', 'C'], 'nn', 'or')).toBe('A, B eller C')
  expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B and C')
  expect([0, 1, 2, -1].map((n) => plural(n, 'dag', 'dager'))).toEqual(['dager', 'dag', 'dager', 'dager'])
  expect(plain(formatCount(1234, 'answer', 'answers', 'en'))).toBe('1,234 answers')
  expect(['ærlig', '4. mars', ''].map(capitalised)).toEqual(['Ærlig', '4. mars', ''])
})
