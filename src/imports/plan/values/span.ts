import { remembered } from './remembered.ts'

/** From the first to the last day, YYYY-MM-DD. */
export type Span = { readonly start: string; readonly end: string }

const monthNames = [
  'januar|jan|january', 'februar|feb|february', 'mars|mar|march', 'april|apr', 'mai|may', 'juni|jun|june', 'juli|jul|july',
  'august|aug', 'september|sept|sep', 'oktober|okt|october|oct', 'november|nov', 'desember|des|december|dec',
]
const month = `(${monthNames.join('|')})\\.?`
const year = '((?:19|20)\\d\\d)'
const ordinal = '(?:(første|fyrste|first|1st|i|1)|(andre|annet|anna|second|2nd|ii|2)|(tredje|third|3rd|iii|3)|(fjerde|fourth|4th|iv|4))\\.?'

/** A piece of time that is understood, with its year or waiting for one from the other end of a range. */
type Piece = { readonly year?: number; readonly span: (year: number) => Span | undefined }

const readers: readonly (readonly [RegExp, (found: RegExpExecArray) => Piece | undefined])[] = [
  [new RegExp(`^${year}$`), ([, y]) => ({ year: Number(y), span: all => months(all, 1, 12) })],
  [/^(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?$/, ([, y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, ([, d, m, y]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{2})$/, ([, d, m, y]) => (Number(y) >= 15 && Number(y) <= 60 ? day(2000 + Number(y), Number(m), Number(d)) : undefined)],
  [/^(\d{1,2})\/(\d{1,2})[- ]((?:20)?\d\d)$/, ([, d, m, y]) => (Number(y) % 100 >= 15 && Number(y) % 100 <= 60 ? day(2000 + (Number(y) % 100), Number(m), Number(d)) : undefined)],
  [/^(\d{1,2})\.(\d{1,2})\.?$/, ([, d, m]) => day(undefined, Number(m), Number(d))],
  [new RegExp(`^(\\d{1,2})\\.? ${month}(?: ${year})?$`), ([, d, m, y]) => day(y ? Number(y) : undefined, monthNumber(m), Number(d))],
  [new RegExp(`^${month}[ -]?(?: ?${year})?$`), ([, m, y]) => piece(y, all => months(all, monthNumber(m), monthNumber(m)))],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, ([, y, m]) => (Number(y) % 100 > 12 ? piece(y, all => months(all, Number(m), Number(m))) : undefined)],
  [/^(\d{1,2})[./](\d{4})$/, ([, m, y]) => (Number(m) >= 1 && Number(m) <= 12 ? piece(y, all => months(all, Number(m), Number(m))) : undefined)],
  [new RegExp(`^${ordinal} ?(?:halvår|halvdel|half(?: of)?|h)(?: (?:av |i )?${year})?$`), found => part(found, 2)],
  [new RegExp(`^${year} ?(?:q|k)([1-4])$`), ([, y, q]) => piece(y, all => nth(all, Number(q), 4))],
  [new RegExp(`^(?:q|k|kvartal )([1-4])(?:[ /-]?${year})?$`), ([, q, y]) => piece(y, all => nth(all, Number(q), 4))],
  [new RegExp(`^${ordinal} ?(?:kvartal|kv|quarter(?: of)?)\\.?(?: (?:av |i )?${year})?$`), found => part(found, 4)],
  [new RegExp(`^${ordinal} ?tertial(?: (?:av |i )?${year})?$`), found => part(found, 3)],
  [new RegExp(`^(?:uke|veke|week|uke nr) ?(\\d{1,2})[ ,/-]+(?:i )?${year}$`), ([, w, y]) => week(Number(y), Number(w))],
]

/** The days of an expression such as «2. kvartal 2026», or undefined when they are not certain. */
export function exactSpan(text: string): Span | undefined {
  const found = read(text)
  return found?.year === undefined ? undefined : found.span(found.year)
}

/** The days from the first to the last of two expressions; the first may borrow the year of the last. */
export function rangeSpan(first: string, last: string): Span | undefined {
  const shortYear = /^(\d\d)$/.exec(last)
  const century = /^(20)(\d\d)$/.exec(first)
  const end = shortYear && century && Number(shortYear[1]) > Number(century[2]) ? read(`20${last}`) : read(last)
  const start = read(first) ?? borrowed(first, last)
  const lastYear = end?.year
  if (!start || !end || lastYear === undefined) return undefined
  const from = start.span(start.year ?? lastYear)
  const to = end.span(lastYear)
  return from && to && from.start <= to.end ? { start: from.start, end: to.end } : undefined
}

/** In «1.–2. kvartal 2026» the first end has only its number. */
function borrowed(first: string, last: string): Piece | undefined {
  const bare = /^([1-4]|q[1-4])\.?$/.exec(first)
  const what = /(halvår|kvartal|tertial)/.exec(last)
  if (bare && what) return read(`${bare[1]}. ${what[1]}`)
  const date = /^(\d{1,2})\.?$/.exec(first)
  const named = new RegExp(`^\\d{1,2}\\.? ${month}`).exec(last)
  return date && named ? read(`${date[1]}. ${named[1]}`) : undefined
}

const read = remembered((text: string): Piece | undefined => {
  for (const [pattern, make] of readers) {
    const found = pattern.exec(text)
    const made = found && make(found)
    if (made) return made
  }
  return undefined
})

function piece(y: string | undefined, span: (year: number) => Span | undefined): Piece {
  return y === undefined ? { span } : { year: Number(y), span }
}

function part(found: RegExpExecArray, parts: number): Piece | undefined {
  const which = [1, 2, 3, 4].find(index => found[index] !== undefined)
  return which === undefined || which > parts ? undefined : piece(found[5], year => nth(year, which, parts))
}

const nth = (year: number, which: number, parts: number): Span => {
  const long = 12 / parts
  return months(year, (which - 1) * long + 1, which * long)
}

function day(year: number | undefined, monthNo: number, dayNo: number): Piece | undefined {
  const at = (all: number): Span | undefined => {
    const date = new Date(Date.UTC(all, monthNo - 1, dayNo))
    if (date.getUTCMonth() !== monthNo - 1 || date.getUTCDate() !== dayNo) return undefined
    const iso = date.toISOString().slice(0, 10)
    return { start: iso, end: iso }
  }
  return at(year ?? 2024) === undefined ? undefined : { ...(year === undefined ? {} : { year }), span: at }
}

function months(year: number, first: number, last: number): Span {
  return {
    start: new Date(Date.UTC(year, first - 1, 1)).toISOString().slice(0, 10),
    end: new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10),
  }
}

/** Weeks by ISO 8601: week 1 has the year's first Thursday. */
function week(year: number, number: number): Piece | undefined {
  if (number < 1 || number > 53) return undefined
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000 + (number - 1) * 7 * 86_400_000
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  const thursday = iso(monday + 3 * 86_400_000)
  return thursday.startsWith(String(year)) ? { year, span: () => ({ start: iso(monday), end: iso(monday + 6 * 86_400_000) }) } : undefined
}

function monthNumber(name: string | undefined): number {
  return monthNames.findIndex(names => names.split('|').includes(name ?? '')) + 1
}
