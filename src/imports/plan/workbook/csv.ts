import { limits } from './limits.ts'
import { refuse } from './refuse.ts'
import type { Cell, Row, Workbook } from './workbook.ts'

const delimiters = [';', '\t', ','] as const

/** Reads text with separators: which one, and which encoding, is found out. Throws `Refused`. */
export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
  const text = decode(bytes)
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const records = parse(body, told?.[1] ?? likely(body))
  const rows: Row[] = []
  let cellCount = 0
  for (const { line, fields } of records) {
    const cells: Cell[] = []
    fields.forEach((field, column) => {
      const tidy = field.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').trim()
      if (tidy === '') return
      if (++cellCount > limits.cells) refuse('tooManyCells')
      if (column >= limits.columns) refuse('tooManyColumns')
      cells.push({ column, kind: 'text', text: tidy })
    })
    if (cells.length > 0) rows.push({ number: line + (told ? 1 : 0), hidden: false, cells })
  }
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return { fileName, kind: 'csv', sheets: [{ name, hidden: false, rows, merged: [], hiddenColumns: [] }], warnings: [] }
}

/**
 * UTF-8 when the bytes are valid UTF-8, UTF-16 when a mark says so, else Windows-1252:
 * Norwegian letters in Windows-1252 are hardly ever valid UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) refuse('notAPlanFile')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that gives the most fields per record, evenly, in the first records. */
function likely(text: string): string {
  const sample = text.slice(0, 50_000)
  const scored = delimiters.map(delimiter => {
    const widths = parse(sample, delimiter, 40).map(({ fields }) => fields.length).filter(width => width > 1)
    const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
    const even = widths.filter(width => width === usual).length
    return { delimiter, score: even * Math.min(usual, 30) }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ';'
}

type Record = { readonly line: number; readonly fields: string[] }

/** Records by RFC 4180. `line` counts records, as Excel counts rows: a quoted new line does not make a row. */
function parse(text: string, delimiter: string, most = Infinity): Record[] {
  const records: Record[] = []
  let fields: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let start = 0
  const endField = (to: number) => {
    field += text.slice(start, to)
    if (field.length > limits.cellCharacters && most === Infinity) refuse('textTooLong')
    fields.push(field)
    field = ''
    start = to + 1
  }
  const endRecord = (to: number) => {
    endField(to)
    if (fields.some(each => each.trim() !== '')) records.push({ line, fields })
    fields = []
    if (++line > limits.rows) refuse('tooManyRows')
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if ((at & 0xfff) === 0 && most === Infinity && field.length + at - start > limits.cellCharacters) refuse('textTooLong')
    if (quoted) {
      if (sign !== '"') continue
      field += text.slice(start, at)
      start = at + 1
      if (text[at + 1] === '"') start = ++at
      else quoted = false
    } else if (sign === '"' && field === '' && at - start <= 8 && text.slice(start, at).trim() === '') {
      quoted = true
      start = at + 1
    } else if (sign === delimiter) endField(at)
    else if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) {
      endRecord(at)
      if (records.length >= most) return records
    }
  }
  // A sample may end inside a text; a file may not: everything after the quote would be one cell.
  if (quoted && most === Infinity) refuse('openQuote', { row: line })
  if (start < text.length || fields.length > 0) endRecord(text.length)
  return records
}
