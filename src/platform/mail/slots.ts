import { endOfOsloDay, oslo, startOfOsloDay } from '../time/oslo.ts'
import type { HeldWhy } from './message.ts'

export const perWeekChoices = [1, 3, 5, 10] as const
export type PerWeek = (typeof perWeekChoices)[number]

/** The mail of the week: it gathers, and is not gathered. */
export const weeklyPurpose = 'weekly'

/** What decides when an unasked mail may go. */
export type Pace = { perWeek: PerWeek; gathered: boolean; pausedUntil: string | null }
export type WaitingMail = { id: string; lastDay: string | null; /** The mail of the week itself. */ weekly?: boolean }
export type Slot = { id: string; at: Temporal.Instant; why: HeldWhy | null }

const week = { hours: 7 * 24 } as const
const { compare } = Temporal.Instant
const later = (a: Temporal.Instant, b: Temporal.Instant) => (compare(a, b) >= 0 ? a : b)

/** Monday at seven in Oslo: the first that is not before an instant. */
export function gatheringAt(from: Temporal.Instant): Temporal.Instant {
  const day = from.toZonedDateTimeISO(oslo).toPlainDate()
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const seven = (date: Temporal.PlainDate) => startOfOsloDay(date).toZonedDateTimeISO(oslo).withPlainTime('07:00').toInstant()
  const soon = seven(monday)
  return compare(soon, from) >= 0 ? soon : seven(monday.add({ days: 7 }))
}

/**
 * When each waiting mail may go, in the order given: at once, or when a slot opens, so that no seven days hold more than `perWeek`.
 * `used` is when mails that count have gone. A mail whose last day is over before its slot takes none: it will not be sent.
 */
export function planSlots(pace: Pace, used: readonly Temporal.Instant[], waiting: readonly WaitingMail[], now: Temporal.Instant): Slot[] {
  const resume = pace.pausedUntil ? later(now, endOfOsloDay(pace.pausedUntil)) : now
  const paused = compare(resume, now) > 0
  if (pace.gathered) {
    const at = gatheringAt(resume)
    return waiting.map(({ id, weekly }) => (weekly ? { id, at: resume, why: paused ? 'paused' : null } : { id, at, why: 'gathered' }))
  }
  const taken = [...used].sort(compare)
  return waiting.map(({ id, lastDay }) => {
    const oldest = taken.at(-pace.perWeek)
    const at = oldest ? later(resume, oldest.add(week)) : resume
    if (!lastDay || compare(at, endOfOsloDay(lastDay)) < 0) taken.push(at)
    return { id, at, why: compare(at, resume) > 0 ? 'bound' : paused ? 'paused' : null }
  })
}
