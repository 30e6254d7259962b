import { months } from './dates.ts'

/** What a person typed, read; or why it could not be. The page turns the cause into words beside the field. */
export type Typed<T, Cause extends string> = { ok: true; value: T } | { ok: false; why: Cause }

const is = <T>(value: T) => ({ ok: true, value }) as const
const not = <Cause extends string>(why: Cause) => ({ ok: false, why }) as const

/** Longer than any number or date; keeps the patterns below from working on hostile text. */
const longest = 60

type Digits = { negative: boolean; whole: string; fraction: string; dotted: boolean }

/** Reads «1 234,5», «1.234.567», «1,234,567.8» and «-3» as digits; a single dot before three digits is marked as `dotted`. */
function readDigits(text: string): Digits | null {
  const signed = /^([-−–+]?)\s*(\S.*)$/u.exec(text)
  if (!signed) return null
  const negative = signed[1] !== '' && signed[1] !== '+'
  const bare = (signed[2] ?? '').replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '')
  const shapes = [
    /^(\d+)(?:,(\d+))?$/,
    /^(\d+)\.(\d+)$/,
    /^(\d{1,3}(?:\.\d{3}){2,})(?:,(\d+))?$/,
    /^(\d{1,3}\.\d{3}),(\d+)$/,
    /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/,
    /^(\d{1,3}(?:,\d{3}){2,})$/,
  ]
  for (const [index, shape] of shapes.entries()) {
    const found = shape.exec(bare)
    if (!found) continue
    const whole = (found[1] ?? '').replace(/[.,]/g, '')
    return { negative, whole, fraction: found[2] ?? '', dotted: index === 1 && /^\d{1,3}\.\d{3}$/.test(bare) }
  }
  return null
}

/**
 * A number as Norwegians type it: «1 234,5», «1234.5», «-3». «1.500» may mean 1 500 or 1,5 and is refused as ambiguous
 * rather than guessed.
 */
export function parseNumber(text: string): Typed<number, 'empty' | 'not-a-number' | 'ambiguous' | 'too-large'> {
  const typed = text.trim()
  if (typed === '') return not('empty')
  const digits = typed.length <= longest ? readDigits(typed) : null
  if (!digits) return not('not-a-number')
  if (digits.dotted) return not('ambiguous')
  const value = Number(`${digits.whole}.${digits.fraction || '0'}`)
  if (value > Number.MAX_SAFE_INTEGER) return not('too-large')
  return is(digits.negative && value !== 0 ? -value : value)
}

/** Powers of ten that words of amount stand for. */
const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:t|tusen|tkr|thousand|k)$/, 3],
  [/^(?:m|mill|million|millioner|millionar|millions|mnok)$/, 6],
  [/^(?:mrd|milliard|milliarder|milliardar|billion|mdnok)$/, 9],
]

/**
 * Whole kroner as people type them: «450 000», «450 000,-», «kr 450.000», «1,2 mill», «500 tkr», «1,5 mrd. kr». Exact, never
 * through a decimal fraction; øre are refused.
 */
export function parseKroner(text: string): Typed<number, 'empty' | 'not-an-amount' | 'not-whole' | 'too-large'> {
  const typed = text.trim().toLowerCase()
  if (typed === '') return not('empty')
  if (typed.length > longest) return not('not-an-amount')
  const bare = typed
    .replace(/^(?:kr\.?|nok)(?![a-z])\s*/u, '')
    .replace(/\s*,\s*[-–—]{1,2}$/u, '')
    .replace(/(?<![a-z])(?:kr\.?|kroner|nok)$/u, '')
    .trim()
  const parts = /^([-−–+]?\s*\d[\d\s.,'’]*?)\s*([a-zæøå]*)\.?$/u.exec(bare)
  const digits = parts ? readDigits(parts[1] ?? '') : null
  if (!parts || !digits) return not('not-an-amount')
  const word = parts[2] ?? ''
  const scale = word === '' ? 0 : scales.find(([pattern]) => pattern.test(word))?.[1]
  if (scale === undefined) return not('not-an-amount')
  // Kroner have at most two decimals, so «1.500» can only be one thousand five hundred; «1.500 mill» could be both.
  if (digits.dotted && scale > 0) return not('not-an-amount')
  const whole = digits.dotted ? digits.whole + digits.fraction : digits.whole
  const fraction = digits.dotted ? '' : digits.fraction
  if (/[1-9]/.test(fraction.slice(scale))) return not('not-whole')
  const value = Number(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  if (!Number.isSafeInteger(value)) return not('too-large')
  return is(digits.negative && value !== 0 ? -value : value)
}

const monthNames = new Map(
  Object.values(months).flatMap((names) => names.flatMap((name, index) => [
    [name.toLowerCase(), index + 1] as const,
    [name.toLowerCase().slice(0, 3), index + 1] as const,
  ])),
)

/**
 * A date as «4.3.2026», «04.03.2026», «2026-03-04» or «4. mars 2026». The year has four digits, and the day must exist.
 */
export function parseDate(text: string): Typed<Temporal.PlainDate, 'empty' | 'not-a-date' | 'year-needs-four-digits' | 'no-such-day'> {
  const typed = text.trim().toLowerCase()
  if (typed === '') return not('empty')
  if (typed.length > longest) return not('not-a-date')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d+)$/.exec(typed)
  const named = /^(\d{1,2})\.?\s+([a-z]+)\.?\s+(\d+)$/.exec(typed)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : named
        ? [named[3], String(monthNames.get(named[2] ?? '') ?? ''), named[1]]
        : []
  if (!year || !month || !day) return not('not-a-date')
  if (year.length !== 4) return not('year-needs-four-digits')
  // A year outside any plan or history is a slip of the finger.
  if (Number(year) < 1800 || Number(year) > 2200) return not('not-a-date')
  try {
    return is(Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }))
  } catch {
    return not('no-such-day')
  }
}

/** A time of day as people type it, «9», «9.30», «09:30» or «kl. 0930», as 'HH:MM'. */
export function parseTime(text: string): Typed<string, 'empty' | 'not-a-time'> {
  const typed = text.trim()
  if (typed === '') return not('empty')
  const found = typed.length <= longest ? /^(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]\s*(\d{2})|(\d{2}))?$/i.exec(typed) : null
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? found?.[3] ?? '0')]
  return found && hour < 24 && minute < 60 ? is(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`) : not('not-a-time')
}
