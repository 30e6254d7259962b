import { texts } from '../text/texts.ts'
import { type Day, plainDate } from './oslo.ts'

export const holidayNames = texts({
  nb: {
    'new-year': '1. nyttårsdag', 'maundy-thursday': 'skjærtorsdag', 'good-friday': 'langfredag', easter: '1. påskedag', 'easter-monday': '2. påskedag', may1: '1. mai', may17: '17. mai',
    ascension: 'Kristi himmelfartsdag', whitsun: '1. pinsedag', 'whit-monday': '2. pinsedag', christmas: '1. juledag', 'boxing-day': '2. juledag',
  },
  nn: {
    'new-year': '1. nyttårsdag', 'maundy-thursday': 'skjærtorsdag', 'good-friday': 'langfredag', easter: '1. påskedag', 'easter-monday': '2. påskedag', may1: '1. mai', may17: '17. mai',
    ascension: 'Kristi himmelfartsdag', whitsun: '1. pinsedag', 'whit-monday': '2. pinsedag', christmas: '1. juledag', 'boxing-day': '2. juledag',
  },
  en: {
    'new-year': 'New Year’s Day', 'maundy-thursday': 'Maundy Thursday', 'good-friday': 'Good Friday', easter: 'Easter Sunday', 'easter-monday': 'Easter Monday', may1: '1 May, a public holiday', may17: '17 May, Constitution Day',
    ascension: 'Ascension Day', whitsun: 'Whit Sunday', 'whit-monday': 'Whit Monday', christmas: 'Christmas Day', 'boxing-day': 'Boxing Day',
  },
})
export type Holiday = keyof (typeof holidayNames)['nb']

const fixed: Readonly<Record<string, Holiday>> = { '01-01': 'new-year', '05-01': 'may1', '05-17': 'may17', '12-25': 'christmas', '12-26': 'boxing-day' }

/** By days after Easter Sunday. */
const movable: ReadonlyMap<number, Holiday> = new Map([[-3, 'maundy-thursday'], [-2, 'good-friday'], [0, 'easter'], [1, 'easter-monday'], [39, 'ascension'], [49, 'whitsun'], [50, 'whit-monday']])

/** Easter Sunday of a year in the Gregorian calendar (the method in Nature, 20 April 1876, known as Meeus/Jones/Butcher). */
export function easterOf(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** Which public holiday a day is in Norway, or null; Sundays are not counted (lov om helligdager og helligdagsfred § 2, lov om 1 og 17 mai som høgtidsdager). */
export function holidayOn(day: Day): Holiday | null {
  const date = plainDate(day)
  return fixed[date.toString().slice(5)] ?? movable.get(easterOf(date.year).until(date, { largestUnit: 'days' }).days) ?? null
}
