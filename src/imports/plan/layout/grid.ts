import type { Cell, Range, Row, Sheet } from '../workbook/workbook.ts'

/** A sheet with its merged cells at hand. */
export type Grid = {
  readonly sheet: Sheet
  readonly rows: readonly Row[]
  row(number: number): Row | undefined
  /** The cell itself; in a merged range only its first cell has content. */
  own(row: number, column: number): Cell | undefined
  /** What a reader sees there: in a merged range the first cell of it. */
  seen(row: number, column: number): Cell | undefined
  mergeAt(row: number, column: number): Range | undefined
}

/** Merged ranges times their rows; a sheet that people have made has some thousands. */
const mostMergedRows = 500_000

export function grid(sheet: Sheet): Grid {
  const byNumber = new Map(sheet.rows.map(row => [row.number, row]))
  const cellsOf = new Map<number, Map<number, Cell>>()
  const cells = (number: number) => {
    const known = cellsOf.get(number)
    if (known) return known
    const made = new Map((byNumber.get(number)?.cells ?? []).map(cell => [cell.column, cell]))
    cellsOf.set(number, made)
    return made
  }
  // Bounded by the rows in use, so that a merged whole column costs no more than its content.
  const lastRow = sheet.rows.at(-1)?.number ?? 0
  const mergedInRow = new Map<number, Range[]>()
  let left = mostMergedRows
  for (const range of sheet.merged) {
    const bottom = Math.min(range.bottom, lastRow)
    left -= Math.max(0, bottom - range.top)
    if (left < 0) break
    for (let row = range.top; row <= bottom; row++) {
      const known = mergedInRow.get(row)
      if (known) known.push(range)
      else mergedInRow.set(row, [range])
    }
  }
  const mergeAt = (row: number, column: number) => mergedInRow.get(row)?.find(range => range.left <= column && column <= range.right)
  const own = (row: number, column: number) => cells(row).get(column)
  return {
    sheet,
    rows: sheet.rows,
    row: number => byNumber.get(number),
    own,
    mergeAt,
    seen(row, column) {
      const range = mergeAt(row, column)
      return range ? own(range.top, range.left) : own(row, column)
    },
  }
}

/** «do.», «samme» or a ditto mark: the same as in the row above. */
function isDitto(text: string): boolean {
  return text.length < 16 && /^(["”“″〃]|''|,,|-["”“]-|do\.?|ditto|samme|same|som over|se over|samme som over|same som over|as above|i\.?d\.?)$/i.test(text.trim())
}

/** The cell that a reader takes it from: itself, or the one above where it says «samme». */
export function meant(grid: Grid, row: number, column: number): Cell | undefined {
  let cell = grid.seen(row, column)
  for (let above = row - 1; cell && isDitto(cell.text) && above > 0 && above > row - 50; above--) {
    const next = grid.seen(above, column)
    if (next?.text && !isDitto(next.text)) cell = { ...cell, text: next.text, kind: next.kind }
  }
  return cell
}

/** Cells of a row that have text. */
export function written(row: Row | undefined): readonly Cell[] {
  if (row === undefined) return none
  const known = writtenIn.get(row)
  if (known) return known
  const found = row.cells.every(cell => cell.text !== '') ? row.cells : row.cells.filter(cell => cell.text !== '')
  writtenIn.set(row, found)
  return found
}

// Asked many times of each row.
const writtenIn = new WeakMap<Row, readonly Cell[]>()
const none: readonly Cell[] = []

/** The row's text on one line, for saying what was not understood. */
export function rowText(row: Row): string {
  return written(row).map(cell => cell.text.replace(/\s+/g, ' ')).join(' | ')
}

/** x, ✓, ● … : a mark that says yes and nothing else. */
export function isMark(text: string): boolean {
  return /^(x|X|\(x\)|✓|✔|√|●|•|■|▪|ja|JA|Ja|xx|XX)$/.test(text.trim())
}
