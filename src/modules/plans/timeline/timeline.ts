import { plainDate } from '../../../platform/time/oslo.ts'

type Day = Temporal.PlainDate

/** What a measure is on a line of time. Ongoing work without dates goes on the whole way; what has no dates has no place there. */
export type Span =
  | { kind: 'period'; from: Day; to: Day }
  | { kind: 'deadline'; to: Day }
  | { kind: 'open'; from: Day }
  | { kind: 'ongoing' }
  | { kind: 'undated' }

export function spanOf({ starts, ends, recurrence }: { starts: string | null; ends: string | null; recurrence: string | null }): Span {
  if (starts !== null && ends !== null) return { kind: 'period', from: plainDate(starts), to: plainDate(ends) }
  if (ends !== null) return { kind: 'deadline', to: plainDate(ends) }
  if (starts !== null) return { kind: 'open', from: plainDate(starts) }
  return recurrence === 'ongoing' || recurrence === 'recurring' ? { kind: 'ongoing' } : { kind: 'undated' }
}

/** The day that a list is sorted by: the deadline, or when nothing else is known the start; none for what has no dates. */
export const dueDay = (span: Span): Day | null => ('to' in span ? span.to : null)

/** Quarters for a few years, else whole years. */
export type Tick = { day: Day; /** The quarter, from 1; null where a tick is a year. */ quarter: number | null }
export type Axis = { from: Day; to: Day; ticks: readonly Tick[] }

const quarterStart = (day: Day) => day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 })
const yearStart = (day: Day) => day.with({ month: 1, day: 1 })
/** More years than this are marked by year only. */
const quartersUpTo = 4

/** From the first day to the last, today among them, widened to whole quarters or years so that nothing stands on the edge. */
export function axisOf(days: readonly Day[], today: Day): Axis {
  const sorted = [...days, today].toSorted(Temporal.PlainDate.compare)
  const [first, last] = [sorted[0] ?? today, sorted.at(-1) ?? today]
  const byYear = last.year - first.year + 1 > quartersUpTo
  const from = byYear ? yearStart(first) : quarterStart(first)
  const to = byYear ? yearStart(last).add({ years: 1 }) : quarterStart(last).add({ months: 3 })
  const ticks: Tick[] = []
  // A plan that is written for a century is marked every tenth year.
  const step = byYear ? { years: Math.max(1, Math.ceil((to.year - from.year) / 16)) } : { months: 3 }
  for (let day = from; Temporal.PlainDate.compare(day, to) < 0; day = day.add(step)) {
    ticks.push({ day, quarter: day.month === 1 ? null : Math.floor((day.month - 1) / 3) + 1 })
  }
  return { from, to, ticks }
}

/** How far along the axis a day is: 0 at its beginning, 1 at its end. */
export function alongAxis(axis: Pick<Axis, 'from' | 'to'>, day: Day): number {
  const days = (a: Day, b: Day) => a.until(b, { largestUnit: 'days' }).days
  return days(axis.from, day) / Math.max(1, days(axis.from, axis.to))
}

/** The days that a span needs room for. */
export const daysOf = (span: Span): Day[] => [...('from' in span ? [span.from] : []), ...('to' in span ? [span.to] : [])]
