import type { Lang } from './texts.ts'
import { osloDate, plainDate, type Day } from '../time/oslo.ts'
import { formatDate, formatDateTime } from './dates.ts'

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year'
const units: Record<Lang, Record<Unit, readonly [one: string, many: string]>> = {
  nb: { minute: ['minutt', 'minutter'], hour: ['time', 'timer'], day: ['dag', 'dager'], month: ['måned', 'måneder'], year: ['år', 'år'] },
  nn: { minute: ['minutt', 'minutt'], hour: ['time', 'timar'], day: ['dag', 'dagar'], month: ['månad', 'månader'], year: ['år', 'år'] },
  en: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'], month: ['month', 'months'], year: ['year', 'years'] },
}
const near: Record<Lang, { now: string; today: string; yesterday: string; tomorrow: string }> = {
  nb: { now: 'nå nettopp', today: 'i dag', yesterday: 'i går', tomorrow: 'i morgen' },
  nn: { now: 'no nettopp', today: 'i dag', yesterday: 'i går', tomorrow: 'i morgon' },
  en: { now: 'just now', today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' },
}

/** `n` is negative for what has been. */
function away(n: number, unit: Unit, lang: Lang): string {
  const size = Math.abs(n)
  const words = `${size} ${units[lang][unit][size === 1 ? 0 : 1]}`
  if (lang === 'en') return n < 0 ? `${words} ago` : `in ${words}`
  return n < 0 ? `for ${words} ${lang === 'nb' ? 'siden' : 'sidan'}` : `om ${words}`
}

/** A date seen from another: «i dag», «i går», «om 3 dager», «for 2 måneder siden». Whole months and years only. */
export function formatRelativeDay(day: Day, today: Temporal.PlainDate, lang: Lang): string {
  const date = plainDate(day)
  const days = today.until(date, { largestUnit: 'days' }).days
  if (days === 0) return near[lang].today
  if (days === -1) return near[lang].yesterday
  if (days === 1) return near[lang].tomorrow
  const { years, months } = today.until(date, { largestUnit: 'years' })
  if (years !== 0) return away(years, 'year', lang)
  if (months !== 0) return away(months, 'month', lang)
  return away(days, 'day', lang)
}

/** An instant seen from now: minutes and hours within the same day in Oslo, then days. */
export function formatRelative(instant: Temporal.Instant, now: Temporal.Instant, lang: Lang): string {
  const day = osloDate(instant)
  const today = osloDate(now)
  const minutes = Math.trunc(now.until(instant).total('minutes'))
  if (minutes === 0) return near[lang].now
  if (Math.abs(minutes) < 60) return away(minutes, 'minute', lang)
  if (day.equals(today)) return away(Math.trunc(minutes / 60), 'hour', lang)
  return formatRelativeDay(day, today, lang)
}

/** What a `<time>` needs: the near text, the exact one (as title or beside it) and the machine's. */
export type When = { text: string; exact: string; datetime: string }

export function whenInstant(instant: Temporal.Instant, now: Temporal.Instant, lang: Lang): When {
  return { text: formatRelative(instant, now, lang), exact: formatDateTime(instant, lang), datetime: instant.toString() }
}

export function whenDay(day: Day, now: Temporal.Instant, lang: Lang): When {
  return { text: formatRelativeDay(day, osloDate(now), lang), exact: formatDate(day, lang), datetime: plainDate(day).toString() }
}
