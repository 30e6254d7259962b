import { hasMeasure } from '../layout/layout.ts'
import type { SheetLayout } from '../layout/layout.ts'
import { written } from '../layout/grid.ts'
import type { Grid } from '../layout/grid.ts'
import { splitNumber } from '../values/numbering.ts'
import type { Row } from '../workbook/workbook.ts'
import { areaLabel, goalLabel } from './labels.ts'
import type { placeReader } from './place.ts'
import { isFigure, isRemark, isSignature, labelAndTitle } from './rows.ts'
import type { Banner } from './rows.ts'

/** The last row with several texts in a table of measures: below it come footnotes. */
export function lastFullRow(cells: Grid, layout: SheetLayout): number {
  const others = layout.tables.flatMap((table, index) => (hasMeasure(table) ? [] : [[table.headerRows[0] ?? 0, layout.tables[index + 1]?.headerRows[0] ?? Infinity] as const]))
  const inOther = (row: Row) => others.some(([from, to]) => row.number >= from && row.number < to)
  const measures = new Set(layout.tables.flatMap(table => table.columns.filter(column => column.role === 'measure').map(column => column.index)))
  const full = (row: Row) => {
    const texts = written(row).filter(cell => !isFigure(cell))
    return texts.length >= 3 || (texts.length === 2 && texts.some(cell => measures.has(cell.column)) && !isRemark(row))
  }
  return cells.rows.findLast(row => full(row) && !inOther(row) && !isSignature(row))?.number ?? 0
}

/** Whether a later heading has a text alone over it that looks like this one: then this is no title of the sheet. */
export function hasBannersOverHeadings(cells: Grid, layout: SheetLayout, row: Row): boolean {
  const looks = (each: Row | undefined) => {
    const [cell, ...more] = written(each)
    if (!each || !cell || more.length > 0) return undefined
    const range = cells.mergeAt(each.number, cell.column)
    return `${cell.column}/${cell.fill ?? ''}/${cell.bold ?? false}/${range ? range.right : ''}`
  }
  const own = looks(row)
  const later = layout.tables.flatMap(table => table.headerRows).filter(each => each > row.number + 2)
  return own !== undefined && later.some(each => looks(cells.row(each - 1)) === own)
}

/** A text alone right above a heading, after an empty row: what the table under it is about. */
export function plainBanner(row: Row): Banner | undefined {
  const [cell] = written(row)
  if (!cell || cell.text.length > 200 || isRemark(row)) return undefined
  const { number, title } = splitNumber(cell.text.replace(/\s+/g, ' '), true)
  return { kind: null, sub: false, number, title, look: `${cell.fill ?? ''}/${cell.bold ? 'b' : ''}`, figures: false, word: '' }
}

/** Above the table: a goal or area that says so, else a title. */
export function titleRow(row: Row, place: ReturnType<typeof placeReader>, ignore: (code: 'title' | 'headingOverTable') => void): void {
  const [cell, beside] = written(row)
  const named = cell && beside && written(row).length === 2 ? labelAndTitle(cell, beside) : undefined
  if (named?.kind) {
    place.set(named.kind, named)
    return ignore('headingOverTable')
  }
  const goal = cell && goalLabel(cell.text)
  const area = cell && areaLabel(cell.text)
  if (goal) place.set('goal', goal)
  else if (area) place.set('area', area)
  ignore(goal || area ? 'headingOverTable' : 'title')
}
