import { parseKroner, parseNumber } from '../../../platform/text/format.ts'

export const instrumentTypes = ['money', 'people', 'competence', 'premises'] as const
export type InstrumentType = (typeof instrumentTypes)[number]
/** Committed binds, promised is said, wished is hoped for by others. */
export const instrumentStates = ['committed', 'promised', 'wished'] as const
export type InstrumentState = (typeof instrumentStates)[number]

/** What can be added up: money in whole kroner, people in man-years. */
export const counted = ['money', 'people'] as const
export type Counted = (typeof counted)[number]
export const isCounted = (type: InstrumentType): type is Counted => type === 'money' || type === 'people'

/** One thing that an organisation puts into a measure in one year, or in no year in particular. */
export type Instrument = {
  id: string
  measureId: string
  organisationId: string | null
  type: InstrumentType
  year: number | null
  /** Kroner or man-years; null where the size is not known or cannot be counted. */
  amount: number | null
  state: InstrumentState
  note: string | null
}

/** What one organisation puts in of one type, year by year: a row of the table, and what one form changes. */
export type Line = {
  /** Of the first instrument in it. */
  id: string
  ids: readonly string[]
  organisationId: string | null
  type: InstrumentType
  state: InstrumentState
  note: string | null
  /** Amount by year; `null` as a year is «no year in particular», as an amount «how much is not known». */
  years: ReadonlyMap<number | null, number | null>
}

/** Gathers instruments into lines: the same organisation, type, state and note. Amounts in the same year are added. */
export function linesOf(instruments: readonly Instrument[]): Line[] {
  const groups = Map.groupBy(instruments, (i) => JSON.stringify([i.organisationId, i.type, i.state, i.note]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const years = new Map<number | null, number | null>()
    for (const { year, amount } of group) years.set(year, sumKnown([years.get(year) ?? null, amount]))
    const { id, organisationId, type, state, note } = first
    return [{ id, ids: group.map((i) => i.id), organisationId, type, state, note, years }]
  })
}

/** A sum that never drifts: amounts have at most two decimals, and are added as hundredths. */
export const addUp = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100

/** The sum of what is known; null when nothing is. */
export function sumKnown(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : addUp(known)
}

const most = 12

/**
 * The years that a form asks for: those of the measure's period, or this year and the two next when it has none, and those
 * that already have something. At most twelve of the period's own.
 */
export function yearsOf(period: { starts: string | null; ends: string | null }, today: Temporal.PlainDate, present: readonly (number | null)[] = []): number[] {
  const yearIn = (date: string | null) => (date === null ? null : Number(date.slice(0, 4)))
  const [starts, ends] = [yearIn(period.starts), yearIn(period.ends)]
  const from = starts ?? Math.min(today.year, ends ?? today.year)
  const to = Math.min(ends ?? Math.max(from, today.year) + 2, from + most - 1)
  const own = Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i)
  return [...new Set([...own, ...present.filter((year) => year !== null)])].sort((a, b) => a - b)
}

export type ReadAmount = { empty: true } | { amount: number | null } | { why: 'kroner' | 'man-years' | 'not-counted' }

/** What somebody wrote for a year: an amount, «ja» when it is so but not how much, or nothing. */
export function readAmount(type: InstrumentType, text: string): ReadAmount {
  const typed = text.trim()
  if (typed === '') return { empty: true }
  if (/^(ja|yes|x)$/i.test(typed)) return { amount: null }
  if (!isCounted(type)) return { why: 'not-counted' }
  const read = type === 'money' ? parseKroner(typed) : parseNumber(typed)
  const why = type === 'money' ? 'kroner' : 'man-years'
  // The column holds twelve digits before the decimals; a man-year has no more than two decimals.
  if (!read.ok || read.value < 0 || read.value >= 1e11 || Math.round(read.value * 100) / 100 !== read.value) return { why }
  return { amount: read.value }
}
