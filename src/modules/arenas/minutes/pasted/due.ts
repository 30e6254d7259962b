import { months } from '../../../../platform/text/format.ts'

const names = new Map([...months.nb, ...months.en].flatMap((name, i) => {
  const month = (i % 12) + 1
  const low = name.toLowerCase()
  return [[low, month], [low.slice(0, 3), month], [low.slice(0, 4), month]] as [string, number][]
}))
const month = '(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)[a-zæøå]*'
const shapes: readonly { shape: RegExp; order: readonly ('day' | 'month' | 'year')[] }[] = [
  { shape: /(\d{4})-(\d{1,2})-(\d{1,2})/, order: ['year', 'month', 'day'] },
  { shape: new RegExp(`(\\d{1,2})\\.?(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${month})\\.?(?:,?\\s+(\\d{4}))?`, 'i'), order: ['day', 'month', 'year'] },
  { shape: new RegExp(`(${month})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\d.])`, 'i'), order: ['month', 'day', 'year'] },
  { shape: /(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?!\d)\.?/, order: ['day', 'month', 'year'] },
]
const date = `(?:${shapes.map(({ shape }) => shape.source.replace(/\((?!\?)/g, '(?:')).join('|')})`

/** What says that the date that follows is the last day; and a date that stands by itself last in a line. A day of the week is not guessed at. */
const introduced = new RegExp(`(?:^|[\\s,;.(–—-])(?:(?:tids)?frist(?:en)?|due(?:\\s+date)?|deadline|innen|senest|seinast|before|by|no later than)\\s*(?::|er|is|on|den|utgangen av)?\\s*(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn)dag(?:en)?\\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\s+)?(${date})[).]?`, 'i')
const last = new RegExp(`(?:\\s[–—-]\\s|\\s\\(|[,;:.]\\s)(${date})\\)?\\.?$`, 'i')

/** A date that is said to be the last day for something, as 'YYYY-MM-DD', and the words that said so. Without a year it is the first such day from the meeting's on. */
export function dueIn(text: string, meetingDay: string): { on: string; said: string } | null {
  const found = introduced.exec(text) ?? last.exec(text)
  const on = found?.[1] === undefined ? null : readDate(found[1], meetingDay)
  return found && on ? { on, said: found[0] } : null
}

/** A date as it is written in Norwegian or English; null for one that is none. */
export function readDate(text: string, meetingDay: string): string | null {
  for (const { shape, order } of shapes) {
    const found = new RegExp(`^\\s*${shape.source}\\s*$`, 'i').exec(text)
    if (!found) continue
    const part = (name: 'day' | 'month' | 'year') => found[order.indexOf(name) + 1]
    const [day, said, year] = [Number(part('day')), part('month') ?? '', part('year')]
    const which = /^\d+$/.test(said) ? Number(said) : (names.get(said.toLowerCase()) ?? 0)
    return dayOf(day, which, year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year), meetingDay)
  }
  return null
}

function dayOf(day: number, which: number, year: number | null, meetingDay: string): string | null {
  const held = Temporal.PlainDate.from(meetingDay)
  for (const one of year === null ? [held.year, held.year + 1] : [year]) {
    try {
      const found = Temporal.PlainDate.from({ year: one, month: which, day }, { overflow: 'reject' })
      if (year !== null || Temporal.PlainDate.compare(found, held) >= 0) return found.toString()
    } catch (fault) {
      // The 29th of February, in a year that has none, or the 31st of what has thirty.
      if (!(fault instanceof RangeError)) throw fault
    }
  }
  return null
}
