import { message } from '../messages.ts'
import { meant, rowText, written } from '../layout/grid.ts'
import type { Grid } from '../layout/grid.ts'
import { readHeading } from '../layout/heading.ts'
import { hasMeasure } from '../layout/layout.ts'
import type { Column, SheetLayout, Table } from '../layout/layout.ts'
import { numberedThroughout, splitNumber, tidyNumber } from '../values/numbering.ts'
import type { Cell, Row } from '../workbook/workbook.ts'
import { areaLabel, goalLabel } from './labels.ts'
import { label, readContents } from './measure.ts'
import type { Field } from './measure.ts'
import { placeReader } from './place.ts'
import type { Gathered } from './readPlan.ts'
import { isBareSum, isKindOfMeasures, isRemark, isSentence, isSignature, isSum, readBanner, usual } from './rows.ts'
import type { Usual } from './rows.ts'
import { hasBannersOverHeadings, lastFullRow, plainBanner, titleRow } from './surroundings.ts'

/** Reads one sheet from the top, row by row; every row ends as a measure, a heading, ignored or not understood. */
export function readSheetRows(cells: Grid, layout: SheetLayout, gathered: Gathered, step: () => void): void {
  const { ignored, notUnderstood, warnings } = gathered
  const sheet = layout.name
  for (const { heading } of secondColumns(layout)) warnings.push(message('secondMeasureColumn', { sheet, text: heading }))
  const place = placeReader(cells, layout, gathered)
  const headings = new Set(layout.tables.flatMap(table => table.headerRows))
  const ofTable = layout.tables.map(table => describeTable(cells, layout, table))
  const lastFull = lastFullRow(cells, layout)
  let last: Last | undefined
  let table = -1
  let before = 0
  // Under the table, from the first text that stands alone.
  let tail = false
  let wasSum = false
  // After a sum or a footnote, where a text alone is hardly a measure.
  let afterTable = false
  cells.rows.forEach((row, at) => {
    step()
    if (written(row).length === 0) return
    const gap = row.number - before > 1
    before = row.number
    const ignore = (code: Parameters<typeof message>[0]) => void ignored.push({ sheet, row: row.number, why: message(code, { text: rowText(row) }) })
    const wonder = (code: Parameters<typeof message>[0]) => void notUnderstood.push({ sheet, row: row.number, why: message(code, { text: rowText(row) }) })
    if (headings.has(row.number)) {
      while (row.number >= (layout.tables[table + 1]?.headerRows[0] ?? Infinity)) table++
      const main = layout.tables[table]?.headerRows ?? []
      ignore(main.indexOf(row.number) === row.number - (main[0] ?? 0) ? 'heading' : 'repeatedHeading')
      place.newTable()
      return
    }
    const own = layout.tables[table]
    const rowUsual = ofTable[table]
    const next = cells.rows.slice(at + 1, at + 6).find(each => written(each).length > 0)
    if (row.hidden) warnings.push(message('hiddenRow', { sheet, row: row.number, text: rowText(row) }))
    if (!own) {
      const first = next !== undefined && headings.has(next.number) && row.number === next.number - 1
      const banner = first && hasBannersOverHeadings(cells, layout, row) ? plainBanner(row) : undefined
      const labelled = goalLabel(rowText(row)) ?? areaLabel(rowText(row))
      if (!banner || labelled) return titleRow(row, place, ignore)
      const [firstTable] = layout.tables
      if (firstTable) place.banner(banner, firstTable)
      return ignore('headingOverTable')
    }
    if (!rowUsual) return place.listRow(row, own, ignore)
    const columns = own.columns
    const measureColumn = rowUsual.measure
    const afterSum = wasSum
    wasSum = isSum(row, columns) || isBareSum(row, columns)
    if (wasSum) {
      afterTable = true
      return ignore('sum')
    }
    const measureCell = cells.own(row.number, measureColumn.index)
    if (written(row).length > 1 && measureCell?.text) afterTable = false
    const range = cells.mergeAt(row.number, measureColumn.index)
    const within = range !== undefined && range.top < row.number && range.left <= measureColumn.index && last !== undefined && last.row === range.top
    if (isSignature(row)) return ignore('remark')
    if (isKindOfMeasures(row)) return ignore('kindOfMeasures')
    const overHeading = (gap || afterSum) && written(row).length === 1 && next?.number === row.number + 1 && headings.has(next.number)
    if (overHeading && !layout.tables.some(each => each.headerRows.includes(row.number + 1) && hasMeasure(each))) return ignore('title')
    const banner = within ? undefined : (readBanner(cells, row, own, rowUsual, next) ?? (overHeading ? plainBanner(row) : undefined))
    if (banner) {
      afterTable = false
      place.banner(banner, own)
      if (banner.figures) ignore('sumBesideHeading')
      last = undefined
      return
    }
    if (within) return
    if (isRemark(row) && !(measureCell && written(row).length > 2)) {
      afterTable = true
      return ignore('remark')
    }
    if (measureCell && measureCell.text !== '') {
      if (!/[\p{L}\p{N}]/u.test(measureCell.text)) return wonder('noTitle')
      const alone = written(row).length === 1 && row.number > lastFull
      const across = range !== undefined && columns.some(column => column !== measureColumn && column.heading !== '' && column.index > range.left && column.index <= range.right)
      const sentence = rowUsual.rows > 1 && rowUsual.sentences < 0.2 && isSentence(measureCell.text)
      if (alone && (afterTable || across || sentence)) return wonder('looseText')
      tail ||= gap && row.number > lastFull && looksLikeLooseEnd(row, measureCell, rowUsual)
      if (tail && row.number > lastFull) return wonder('looseText')
      if (continuesTitle(row, measureCell, gathered, last, rowUsual)) return joinTitle(row, measureCell, own, gathered, last, sheet)
      const rows = rowsOf(cells, row, measureColumn, columns, at)
      last = { row: row.number, rows: new Set(rows.map(each => each.number)) }
      for (const made of readMeasures(cells, own, rows, rowUsual, sheet, gathered)) {
        const { goals, area, strategy } = place.of(rows[0] ?? row, own)
        const notes = [made.notes, strategy].filter(each => each !== '').join('\n')
        gathered.measures.push({ ...made, goals, priorityArea: area, notes })
        if (area) for (const goal of goals) gathered.areas.tie(area, goal)
      }
      return
    }
    if (last?.rows.has(row.number)) return
    if (place.hierarchyOnly(row, own)) return
    const above = last && gathered.measures[gathered.measures.length - 1]
    const adjacent = last && row.number - 1 <= (above?.source.row ?? 0) + 20 && cells.row(row.number - 1) !== undefined
    const numbered = own.columns.some(column => column.role === 'number' && cells.own(row.number, column.index)?.text)
    if (numbered) return wonder('noTitle')
    if (above && adjacent && !place.hasHierarchy(row, own)) {
      const lines = written(row).map(cell => `${headingOf(own, cell)} (rad ${row.number}): ${cell.text}`)
      gathered.measures[gathered.measures.length - 1] = { ...above, notes: [above.notes, ...lines].filter(each => each !== '').join('\n') }
      return wonder('rowUnderMeasure')
    }
    place.hierarchy(row, own, next)
    wonder('noMeasureText')
  })
}

/** Columns that are headed as measures too, «Tiltak 2026» beside «Tiltak 2027», but are read as notes. */
function secondColumns(layout: SheetLayout): Column[] {
  const told = (column: Column) => column.role === 'note' && readHeading(column.heading, false)?.role === 'measure' && !/beskriv|skildr|omtale|tekst/i.test(column.heading)
  return layout.tables.filter(hasMeasure).flatMap(table => table.columns.filter(told))
}

/** The measure above: its first row, and all its rows. */
type Last = { row: number; readonly rows: ReadonlySet<number> }

function describeTable(cells: Grid, layout: SheetLayout, table: Table): Usual | undefined {
  const measure = table.columns.find(column => column.role === 'measure')
  if (!measure) return undefined
  const from = table.headerRows[0] ?? 0
  const next = layout.tables[layout.tables.indexOf(table) + 1]?.headerRows[0] ?? Infinity
  const headings = new Set(layout.tables.flatMap(each => each.headerRows))
  const rows = cells.rows.filter(row => row.number > from && row.number < next && !headings.has(row.number))
  const titles = rows.filter(row => written(row).length >= 3).map(row => cells.own(row.number, measure.index)?.text ?? '').filter(text => text !== '')
  return usual(cells, table, rows, measure, numberedThroughout(titles))
}

const headingOf = (table: Table, cell: Cell): string => {
  const column = table.columns.find(each => each.index === cell.column)
  return column ? label(column) : 'Tekst'
}

/** The rows of one measure: its own, and those that its cell is merged or filled down over. */
function rowsOf(cells: Grid, row: Row, measure: Column, columns: readonly Column[], at: number): Row[] {
  const range = cells.mergeAt(row.number, measure.index)
  if (range && range.top === row.number && range.bottom > range.top) {
    return cells.rows.slice(at, at + (range.bottom - range.top) + 1).filter(each => each.number <= range.bottom && written(each).length > 0)
  }
  if (!measure.fill) return [row]
  const rows = [row]
  for (let next = at + 1; next < cells.rows.length; next++) {
    const each = cells.rows[next]
    if (!each) break
    const listed = columns.some(column => ['goal', 'area', 'subgoal', 'measure', 'number'].includes(column.role) && cells.own(each.number, column.index)?.text)
    if (listed || each.number !== (rows.at(-1)?.number ?? 0) + 1 || written(each).length < 1 || isSum(each, columns)) break
    const activity = columns.some(column => /aktivitet|oppg|deltiltak|activit|task/i.test(column.heading) && cells.own(each.number, column.index)?.text)
    if (!activity) break
    rows.push(each)
  }
  return rows
}

function readMeasures(cells: Grid, table: Table, rows: readonly Row[], usual: Usual, sheet: string, gathered: Gathered) {
  const [row] = rows
  const titleCell = row && cells.own(row.number, usual.measure.index)
  if (!row || !titleCell) return []
  const numberColumn = table.columns.find(column => column.role === 'number')
  const numberCell = numberColumn ? cells.seen(row.number, numberColumn.index) : undefined
  const titles = listedTitles(titleCell.text, numberCell !== undefined && numberCell.text !== '')
  // Several measures in one cell share the row's money.
  const fields = fieldsOf(cells, table, rows).map(field => (titles.length > 1 ? { ...field, shared: true } : field))
  const { contents, warnings } = readContents(fields, sheet)
  gathered.warnings.push(...warnings)
  const notes = [contents.notes]
  if (rows.length > 1) for (const each of rows) notes.push(`Rad ${each.number}: ${rowText(each)}`)
  for (const cell of row.cells) if (cell.text !== '' && !table.columns.some(column => column.index === cell.column)) notes.push(`Kolonne ${cell.column + 1}: ${cell.text}`)
  if (titleCell.struck) {
    notes.push(titleCell.struck === 'all' ? 'Tiltaket er gjennomstreket i regnearket' : 'Deler av tiltaket er gjennomstreket i regnearket')
    gathered.warnings.push(message('struckMeasure', { sheet, row: row.number, text: titleCell.text }))
  }
  if (titles.length > 1) gathered.warnings.push(message('severalInCell', { sheet, row: row.number, count: titles.length }))
  else if (/\n\s*[-•●▪*–]\s/.test(titleCell.text)) gathered.warnings.push(message('listInCell', { sheet, row: row.number, text: titleCell.text.replace(/\s+/g, ' ') }))
  return titles.map(text => {
    const plain = text.replace(/\s+/g, ' ').replace(/^\s*(?:[•●▪◦]\s*|[–*-]\s+)/, '').trim()
    const split = splitNumber(plain, usual.company)
    const given = numberCell && numberCell.text !== '' ? tidyNumber(numberCell.text) : null
    const repeats = given !== null && split.number !== null
    const title = given === null || repeats ? split.title : plain
    if (repeats && split.number !== given) notes.push(`Nummer i teksten: ${split.number}`)
    return {
      ...contents, title, number: given ?? split.number, source: { sheet, row: row.number },
      notes: [...new Set(notes.filter(each => each !== ''))].join('\n'),
    }
  })
}

/**
 * «1.1.1 Kartlegge … ⏎ 1.1.2 Etablere …» in one cell are two measures, and so are «• Kurs ⏎ • Messe»
 * in a row without a number. Points under a title, or in small letters, belong to one measure.
 */
function listedTitles(text: string, numbered: boolean): string[] {
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '')
  const all = lines.map(line => splitNumber(line).number)
  const different = new Set(all).size === all.length
  if (numbered || lines.length < 2) return [text]
  const bulleted = lines.every(line => /^[•●▪◦*–-]\s*\p{Lu}\p{L}{2}/u.test(line))
  return bulleted || (different && all.every(number => number !== null)) ? lines : [text]
}

const filledIn = new Set<Column['role']>(['owner', 'partner', 'ownerAndPartner', 'period', 'deadline', 'start', 'end', 'status'])

/** The measure's cells in its rows; a cell merged over more than those is shared with other measures. */
function fieldsOf(cells: Grid, table: Table, rows: readonly Row[]): Field[] {
  const first = rows[0]?.number ?? 0
  const bottom = rows.at(-1)?.number ?? 0
  const fields: Field[] = []
  for (const column of table.columns) {
    for (const row of rows) {
      const range = cells.mergeAt(row.number, column.index)
      if (range && range.left < column.index && range.top === row.number) continue
      if (range && range.top < row.number && range.top >= first) continue
      const cell = filledIn.has(column.role) ? meant(cells, row.number, column.index) : cells.seen(row.number, column.index)
      if (!cell || (range && range.left < column.index)) continue
      const shared = range !== undefined && (range.top < first || range.bottom > bottom)
      fields.push({ column, cell, row: row.number, shared })
    }
  }
  return fields
}

/** A text alone after an empty row, where everything else in the table has more: a footnote rather than a measure. */
function looksLikeLooseEnd(row: Row, cell: Cell, usual: Usual): boolean {
  if (written(row).length > 1 || usual.rows < 3) return false
  return usual.depth === 0 || splitNumber(cell.text, usual.company).number === null
}

/** A title that goes on in the row below: small first letter, nothing else of its own. */
function continuesTitle(row: Row, cell: Cell, gathered: Gathered, last: Last | undefined, usual: Usual): boolean {
  const above = gathered.measures.at(-1)
  if (!last || !above || above.source.row !== row.number - 1 && last.row !== row.number - 1) return false
  if (!/^[a-zæøå]/.test(cell.text) || splitNumber(cell.text, usual.company).number !== null) return false
  // «med felles verktøy og kurs» is no title by itself, whoever stands beside it.
  if (/^(med|og|samt|for|av|til|i|på|som|ved|mellom|inkludert|herunder|hos|fra|frå|etter|under|eller|and|with|for|of|in)\s/.test(cell.text) && /^[A-ZÆØÅ0-9«"]/.test(above.title)) return true
  return written(row).every(each => each === cell || /^[a-zæøå(]/.test(each.text)) && /^[A-ZÆØÅ0-9«"]/.test(above.title)
}

function joinTitle(row: Row, cell: Cell, table: Table, gathered: Gathered, last: Last | undefined, sheet: string): void {
  const above = gathered.measures.at(-1)
  if (!above || !last) return
  last.row = row.number
  const lines = written(row).filter(each => each !== cell).map(each => `${headingOf(table, each)} (rad ${row.number}): ${each.text}`)
  gathered.measures[gathered.measures.length - 1] = {
    ...above, title: `${above.title} ${cell.text.replace(/\s+/g, ' ')}`.replace(/(\S)- (?=[a-zæøå])/, '$1'), notes: [above.notes, ...lines].filter(each => each !== '').join('\n'),
  }
  gathered.warnings.push(message('titleOverRows', { sheet, row: row.number, text: cell.text }))
}
