import { osloDate } from '../../platform/time/oslo.ts'

/**
 * The demo's days are counted from the day it is filled, so that what is late stays late and what is coming stays coming.
 * Days are returned as YYYY-MM-DD.
 */
export type Calendar = {
  today: Temporal.PlainDate
  /** A working day this many days ago; a weekend gives the Friday before. */
  ago(days: number): string
  /** First day of the month this many months from now (negative is past). */
  start(months: number): string
  /** Last day of the month this many months from now. */
  end(months: number): string
  /** A year as a number: 0 is this year. */
  year(offset: number): number
  /** A New Year's Day about a year from now: from eight to twenty months ahead. */
  newYear(): string
}

export function calendarFrom(now: Temporal.Instant): Calendar {
  const today = osloDate(now)
  const month = (months: number) => today.with({ day: 1 }).add({ months })
  return {
    today,
    ago: (days) => workday(today.subtract({ days })).toString(),
    start: (months) => month(months).toString(),
    end: (months) => month(months + 1).subtract({ days: 1 }).toString(),
    year: (offset) => today.year + offset,
    newYear: () => `${today.add({ months: 8 }).year + 1}-01-01`,
  }
}

const workday = (day: Temporal.PlainDate): Temporal.PlainDate => (day.dayOfWeek > 5 ? day.subtract({ days: day.dayOfWeek - 5 }) : day)
