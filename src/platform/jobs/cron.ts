import { oslo } from '../time/oslo.ts'

/** Whether a value is in one field of a cron expression: *, a number, a range, a list, or every so many. */
const fits = (field: string, value: number): boolean =>
  field.split(',').some((part) => {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? []
    const [from, to] = range === '*' ? [0, 59] : range.split('-').map(Number)
    const last = to ?? (step ? 59 : from)
    return from !== undefined && last !== undefined && value >= from && value <= last && (value - from) % Number(step ?? 1) === 0
  })

const minutesAhead = 8 * 24 * 60

/** When a cron expression (five fields, in Oslo) is next met, within eight days; null when it is not. */
export function nextRun(cron: string, now: Temporal.Instant): Temporal.Instant | null {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/)
  let at = now.toZonedDateTimeISO(oslo).round({ smallestUnit: 'minute', roundingMode: 'floor' })
  for (let i = 0; i < minutesAhead; i++) {
    at = at.add({ minutes: 1 })
    if (fits(minute, at.minute) && fits(hour, at.hour) && fits(day, at.day) && fits(month, at.month) && fits(weekday, at.dayOfWeek % 7)) return at.toInstant()
  }
  return null
}
