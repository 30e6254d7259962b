/**
 * Days in Norway. A deadline is a date and means the whole day in Oslo, wherever the server or the reader is.
 */
export const oslo = 'Europe/Oslo'

/** A whole day, as rules have it or as the database gives it ('YYYY-MM-DD'). */
export type Day = Temporal.PlainDate | string

/** Days that were read before: a page has the same few many times, and a date never changes. Bounded. */
const read = new Map<string, Temporal.PlainDate>()

export function plainDate(day: Day): Temporal.PlainDate {
  if (typeof day !== 'string') return Temporal.PlainDate.from(day)
  const known = read.get(day)
  if (known) return known
  const date = Temporal.PlainDate.from(day)
  if (read.size >= 4_000) read.clear()
  read.set(day, date)
  return date
}

/** A request has one instant, and asks for its date for every row. */
const dates = new WeakMap<Temporal.Instant, Temporal.PlainDate>()

/** The date it is in Oslo at an instant. */
export function osloDate(instant: Temporal.Instant): Temporal.PlainDate {
  const known = dates.get(instant)
  if (known) return known
  const date = instant.toZonedDateTimeISO(oslo).toPlainDate()
  dates.set(instant, date)
  return date
}

/** The clock on the wall in Oslo at an instant. */
export function osloDateTime(instant: Temporal.Instant): Temporal.PlainDateTime {
  return instant.toZonedDateTimeISO(oslo).toPlainDateTime()
}

/** The instant when a day begins in Oslo. */
export function startOfOsloDay(day: Day): Temporal.Instant {
  return plainDate(day).toZonedDateTime(oslo).startOfDay().toInstant()
}

/** The first instant after a day in Oslo; a day has 23 or 25 hours when summer time begins or ends. */
export function endOfOsloDay(day: Day): Temporal.Instant {
  return startOfOsloDay(plainDate(day).add({ days: 1 }))
}

/** Whether the whole day of a deadline is over in Oslo. */
export function isPast(deadline: Day, now: Temporal.Instant): boolean {
  return Temporal.PlainDate.compare(osloDate(now), plainDate(deadline)) > 0
}

/** Whole days from today in Oslo until a day: 0 on the day, negative when it is past. */
export function daysUntil(day: Day, now: Temporal.Instant): number {
  return osloDate(now).until(plainDate(day), { largestUnit: 'days' }).days
}

/**
 * The instant of a local time, for a meeting kept as local time and zone. An hour that summer time skips is read as
 * one hour later; an hour that comes twice is read as the first.
 */
export function localInstant(local: Temporal.PlainDateTime, zone: string = oslo): Temporal.Instant {
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}
