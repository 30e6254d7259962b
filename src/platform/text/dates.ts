import type { Lang } from './texts.ts'
import { osloDate, osloDateTime, plainDate, type Day } from '../time/oslo.ts'

/** Written out here, so that a date reads the same whichever ICU the machine has. */
const norwegianMonths = [
  'januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember',
] as const
export const months: Record<Lang, readonly string[]> = {
  nb: norwegianMonths,
  nn: norwegianMonths,
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}
const weekdays: Record<Lang, readonly string[]> = {
  nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  nn: ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const pad = (n: number) => String(n).padStart(2, '0')
const monthName = (month: number, lang: Lang) => months[lang][month - 1] ?? ''
const dayOfMonth = (day: number, lang: Lang) => (lang === 'en' ? `${day}` : `${day}.`)
const dayAndMonth = (date: Temporal.PlainDate, lang: Lang) => `${dayOfMonth(date.day, lang)} ${monthName(date.month, lang)}`

/** «4. mars 2026», "4 March 2026". */
export function formatDate(day: Day, lang: Lang): string {
  const date = plainDate(day)
  return `${dayAndMonth(date, lang)} ${date.year}`
}

/** For tables: «04.03.2026»; in English "4 Mar 2026", because 04/03 is read in two ways. */
export function formatDateShort(day: Day, lang: Lang): string {
  const date = plainDate(day)
  if (lang === 'en') return `${date.day} ${monthName(date.month, lang).slice(0, 3)} ${date.year}`
  return `${pad(date.day)}.${pad(date.month)}.${date.year}`
}

/** «tirsdag 4. mars 2026», "Wednesday 4 March 2026". */
export function formatWeekday(day: Day, lang: Lang): string {
  return `${weekdays[lang][plainDate(day).dayOfWeek - 1] ?? ''} ${formatDate(day, lang)}`
}

/** «mars 2026». */
export function formatMonth(month: Temporal.PlainYearMonth, lang: Lang): string {
  return `${monthName(month.month, lang)} ${month.year}`
}

/** «4.–6. mars 2026», «28. februar–3. mars 2026», «30. desember 2025–2. januar 2026»; one day is one date. */
export function formatDateRange(firstDay: Day, lastDay: Day, lang: Lang): string {
  const [from, to] = [plainDate(firstDay), plainDate(lastDay)]
  if (from.equals(to)) return formatDate(from, lang)
  // English puts spaces around the dash when the parts have spaces in them.
  const dash = lang === 'en' ? ' – ' : '–'
  if (from.year !== to.year) return `${formatDate(from, lang)}${dash}${formatDate(to, lang)}`
  if (from.month !== to.month) return `${dayAndMonth(from, lang)}${dash}${formatDate(to, lang)}`
  return `${dayOfMonth(from.day, lang)}–${formatDate(to, lang)}`
}

/** The clock in Oslo: «14:02». */
export function formatTime(instant: Temporal.Instant): string {
  const local = osloDateTime(instant)
  return `${pad(local.hour)}:${pad(local.minute)}`
}

/** When something happened, for one who may look the same day or another: «14:02» today, and else with its date. */
export const formatTimeOrDay = (instant: Temporal.Instant, now: Temporal.Instant, lang: Lang): string => (osloDate(instant).equals(osloDate(now)) ? formatTime(instant) : formatDateTime(instant, lang))

/** «4. mars 2026 kl. 14:02», "4 March 2026 at 14:02"; Oslo time. */
export function formatDateTime(instant: Temporal.Instant, lang: Lang): string {
  return `${formatDate(osloDate(instant), lang)} ${lang === 'en' ? 'at' : 'kl.'} ${formatTime(instant)}`
}
