import { message } from '../messages.ts'
import type { Message } from '../messages.ts'
import { limits } from './limits.ts'
import { serialDate, shownDate, shownNumber } from './numberFormat.ts'
import { refuse } from './refuse.ts'
import { richTextReader } from './sharedStrings.ts'
import type { RichText } from './sharedStrings.ts'
import type { Style } from './styles.ts'
import type { Cell, Range, Row, Sheet } from './workbook.ts'
import { letters } from '../../../platform/document/sheet/write-xlsx.ts'
import { readXml } from '../../../platform/office/xml.ts'
import type { Archive } from '../../../platform/office/archive.ts'

type Book = { readonly archive: Archive; readonly from1904: boolean; readonly strings: readonly RichText[]; readonly styles: readonly Style[] }

/** What is left of the limits for the whole file. */
export type Budget = { cells: number; characters: number }

/** One sheet, cell by cell. Rows without content are counted but not kept. */
export function readSheet(
  book: Book, part: string, name: string, comments: ReadonlyMap<string, string>, budget: Budget, warnings: Message[],
): Sheet {
  const rows: Row[] = []
  const merged: Range[] = []
  const hiddenColumns = new Set<number>()
  const reader = richTextReader()
  const noValue: string[] = []
  let seen = 0
  let rowNumber = 0
  let rowHidden = false
  let cells: Cell[] = []
  let at = { column: -1, type: 'n', style: 0, formula: false, value: '' }
  let inValue = false
  let errors = 0

  const endCell = () => {
    const rich = at.type === 'inlineStr' ? reader.take() : undefined
    const content = cellContent(book, at.type, at.value, rich, book.styles[at.style])
    const style = book.styles[at.style]
    const comment = comments.size === 0 ? undefined : comments.get(`${letters(at.column)}${rowNumber}`)
    if (content.kind === 'error') errors++
    if (at.formula && at.value === '' && at.type !== 'inlineStr') noValue.push(`${letters(at.column)}${rowNumber}`)
    if (content.text === '' && style?.fill === undefined && comment === undefined) return
    if (--budget.cells < 0) refuse('tooManyCells')
    if ((budget.characters -= at.type === 's' ? 0 : content.text.length) < 0) refuse('tooMuchText')
    if (content.text !== '' && at.column >= limits.columns) refuse('tooManyColumns')
    const struck = content.struck ?? (style?.struck && content.text !== '' ? 'all' : undefined)
    cells.push({
      ...content, column: at.column,
      ...(style?.bold ? { bold: true } : {}),
      ...(style?.fill === undefined ? {} : { fill: style.fill }),
      ...(struck === undefined ? {} : { struck }),
      ...(comment === undefined ? {} : { comment }),
      ...(at.formula ? { formula: true } : {}),
    })
  }

  readXml(book.archive, part, {
    open(tag, attributes) {
      if (tag === 'row') {
        if (++seen > limits.rows) refuse('tooManyRows')
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r)
        rowHidden = attributes.hidden === '1' || attributes.hidden === 'true'
        cells = []
        at = { ...at, column: -1 }
      } else if (tag === 'c') {
        const column = attributes.r === undefined ? at.column + 1 : columnOf(attributes.r)
        at = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), formula: false, value: '' }
      } else if (tag === 'f') at.formula = true
      else if (tag === 'v') inValue = true
      else if (tag === 'mergeCell') {
        if (merged.length >= limits.merged) refuse('tooManyCells')
        const range = rangeOf(attributes.ref ?? '')
        if (range) merged.push(range)
      } else if (tag === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true')) {
        const last = Math.min(Number(attributes.max), limits.columns)
        for (let column = Number(attributes.min); column <= last; column++) hiddenColumns.add(column - 1)
      } else if (at.type === 'inlineStr') reader.open(tag, attributes)
    },
    text(piece) {
      if (!inValue) {
        if (at.type === 'inlineStr') reader.text(piece)
        return
      }
      at.value += piece
      if (at.value.length > limits.cellCharacters) refuse('textTooLong')
    },
    close(tag) {
      if (tag === 'v') inValue = false
      else if (tag === 'c') endCell()
      else if (tag === 'row') {
        if (!(rowNumber >= 1 && rowNumber <= 1_048_576)) refuse('damaged')
        if (cells.length > 0) rows.push({ number: rowNumber, hidden: rowHidden, cells: cells.sort((a, b) => a.column - b.column) })
      } else if (at.type === 'inlineStr') reader.close(tag)
    },
  })
  if (errors > 0) warnings.push(message('errorCells', { sheet: name, count: errors }))
  if (noValue.length > 0) warnings.push(message('formulaWithoutValue', { sheet: name, cells: noValue.slice(0, 10).join(', ') }))
  return { name, hidden: false, rows: rows.sort((a, b) => a.number - b.number), merged, hiddenColumns: [...hiddenColumns] }
}

type Content = Pick<Cell, 'text' | 'kind' | 'number' | 'date' | 'struck'>

function cellContent(book: Book, type: string, value: string, rich: RichText | undefined, style: Style | undefined): Content {
  if (type === 's') {
    const shared = book.strings[Number(value)]
    if (value !== '' && !shared) refuse('damaged')
    return asText(shared ?? { text: '' })
  }
  if (rich) return asText(rich)
  if (value === '') return { kind: 'empty', text: '' }
  if (type === 'str') return asText({ text: value })
  if (type === 'e') return { kind: 'error', text: value }
  if (type === 'b') return { kind: 'boolean', text: value === '1' ? 'Ja' : 'Nei' }
  if (type === 'd') return { kind: 'date', ...dated({ iso: value.slice(0, 10), precision: 'day' }) }
  return asNumber(Number(value), style, book.from1904)
}

function asText({ text, struck }: RichText): Content {
  const tidy = text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').trim()
  return { kind: tidy === '' ? 'empty' : 'text', text: tidy, ...(struck === undefined ? {} : { struck }) }
}

function asNumber(number: number, style: Style | undefined, from1904: boolean): Content {
  if (!Number.isFinite(number)) refuse('damaged')
  const format = style?.format ?? { kind: 'general' as const }
  if (format.kind === 'date') {
    const iso = serialDate(number, from1904)
    if (iso !== undefined) return { kind: 'date', ...dated({ iso, precision: format.precision }) }
  }
  return { kind: 'number', number, text: shownNumber(number, format) }
}

const dated = (date: NonNullable<Cell['date']>) => ({ date, text: shownDate(date) })

function columnOf(reference: string): number {
  let column = 0
  for (const sign of reference) {
    const code = sign.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column < 1 || column > 16_384) refuse('damaged')
  return column - 1
}

function rangeOf(reference: string): Range | undefined {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!found) return undefined
  return { left: columnOf(found[1] ?? ''), top: Number(found[2]), right: columnOf(found[3] ?? ''), bottom: Number(found[4]) }
}
