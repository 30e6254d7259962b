import { plainDate } from '../../../platform/time/oslo.ts'

/** How often meetings come: every n weeks, or on the same weekday of each month, the first to the fourth or the last (-1). */
export type Rhythm = { everyWeeks: number } | { nthInMonth: 1 | 2 | 3 | 4 | -1 }

/** Meetings that come again and again, by local days and clocks in Oslo: summer time does not move them. */
export type Series = {
  id: string
  title: string
  rhythm: Rhythm
  firstOn: string
  lastOn: string
  startsAt: string
  endsAt: string
  calledAt: Temporal.Instant | null
  sequence: number
}

/** More meetings than this is not a series that anybody plans. */
export const mostMeetings = 60

/** Which in its month a day is, counted as the rhythm does: 1 to 4, and the last where it is a fifth. */
export const nthOf = (day: string): 1 | 2 | 3 | 4 | -1 => {
  const nth = Math.ceil(plainDate(day).day / 7)
  return nth === 1 || nth === 2 || nth === 3 || nth === 4 ? nth : -1
}

/**
 * The days of a series, in order, from the first through the last ('YYYY-MM-DD'); at most `mostMeetings`. By months the weekday is that of
 * the first day, and the first day is there although it is another in its month than the rhythm says.
 */
export function daysOf({ rhythm, firstOn, lastOn }: Pick<Series, 'rhythm' | 'firstOn' | 'lastOn'>): string[] {
  const [first, last] = [plainDate(firstOn), plainDate(lastOn)]
  const days: string[] = []
  if ('everyWeeks' in rhythm) {
    for (let day = first; Temporal.PlainDate.compare(day, last) <= 0 && days.length < mostMeetings; day = day.add({ weeks: rhythm.everyWeeks })) days.push(day.toString())
    return days
  }
  if (Temporal.PlainDate.compare(first, last) <= 0) days.push(firstOn)
  for (let month = first.toPlainYearMonth(); days.length < mostMeetings; month = month.add({ months: 1 })) {
    const day = nthWeekday(month, first.dayOfWeek, rhythm.nthInMonth)
    if (Temporal.PlainDate.compare(day, last) > 0) break
    if (Temporal.PlainDate.compare(day, first) > 0) days.push(day.toString())
  }
  return days
}

/** The nth weekday (1 Monday … 7 Sunday) of a month; -1 is the last. */
function nthWeekday(month: Temporal.PlainYearMonth, weekday: number, nth: number): Temporal.PlainDate {
  if (nth > 0) {
    const first = month.toPlainDate({ day: 1 })
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
  }
  const last = month.toPlainDate({ day: month.daysInMonth })
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
}

/** Which meetings a change is about: this one, this and those that follow, or all that have not been. */
export const reaches = ['one', 'following', 'all'] as const
export type Reach = (typeof reaches)[number]

/** Moves a day by as many days as one meeting of its series was moved. */
export const movedBy = (day: string, days: number): string => plainDate(day).add({ days }).toString()
