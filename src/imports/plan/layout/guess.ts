import { message } from '../messages.ts'
import type { Message } from '../messages.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { goalLabel, areaLabel } from '../plan/labels.ts'
import { readColumns } from './columns.ts'
import { grid, written } from './grid.ts'
import type { Grid } from './grid.ts'
import { findDescribed, findHeaders } from './header.ts'
import type { Header } from './header.ts'
import { unitIn, yearIn } from './heading.ts'
import { hasMeasure } from './layout.ts'
import type { Column, Layout, SheetLayout, Table } from './layout.ts'

/** Guesses what each sheet and column of a workbook is. The result is plain JSON that a person may change. */
export function guessLayout(workbook: Workbook): Layout {
  const found = (sheets: readonly SheetLayout[]) => sheets.some(sheet => sheet.tables.some(hasMeasure))
  const first = workbook.sheets.map(sheet => guessSheet(sheet))
  const second = found(first) ? first : workbook.sheets.map(sheet => guessSheet(sheet, findDescribed))
  const sheets = found(second) ? second : first
  return { version: 1, sheets: namesAsGoals(withoutSummaries(workbook, newestOnly(workbook, sheets))) }
}

function guessSheet(sheet: Sheet, find: (cells: Grid) => Header[] = findHeaders): SheetLayout {
  const leaveOut = (why: Message, tables: readonly Table[] = []): SheetLayout => ({ name: sheet.name, include: false, why, tables, nameIs: null })
  if (sheet.hidden) return leaveOut(message('hiddenSheet'))
  if (sheet.rows.length === 0) return leaveOut(message('emptySheet'))
  const cells = grid(sheet)
  const tables = findTables(cells, find(cells))
  if (!tables.some(hasMeasure)) {
    if (tables.some(table => table.columns.some(column => column.role === 'goal' || column.role === 'area'))) {
      return { name: sheet.name, include: true, why: null, tables, nameIs: null }
    }
    return leaveOut(message(turned(cells) ? 'turnedSheet' : 'noMeasureColumn'), tables)
  }
  if (/^(eksempel|mal|forklaring|veiledning|rettleiing|lister?|nedtrekk|oppslag)$/i.test(sheet.name.trim())) return leaveOut(message('helpSheet'), tables)
  return { name: sheet.name, include: true, why: null, tables, nameIs: null }
}

function findTables(cells: Grid, headers: readonly Header[]): Table[] {
  const end = cells.rows.at(-1)?.number ?? 0
  const unit = titleUnit(cells, headers[0]?.rows[0] ?? 0)
  const areasAbove = [...cells.rows].some(row => {
    const [cell] = written(row)
    const label = cell && written(row).length <= 2 ? areaLabel(cell.text) : undefined
    return label !== undefined && !/^strat/i.test(label.word)
  })
  const tables: Table[] = []
  for (let index = 0; index < headers.length && tables.length < mostTables; index++) {
    const header = headers[index]
    if (!header) continue
    // A repeated heading goes on with the same table, so the columns are judged by all its rows.
    const own = key(header.labels)
    const rows = [...header.rows]
    while (headers[index + 1] && key(headers[index + 1]?.labels) === own) rows.push(...(headers[++index]?.rows ?? []))
    const last = tables.length + 1 === mostTables ? end : (headers[index + 1]?.rows[0] ?? end + 1) - 1
    const columns = readColumns(withoutRows(cells, rows.slice(header.rows.length)), header, last, unit)
    tables.push({ headerRows: rows, columns: areasAbove ? columns.map(strategyAsNote) : columns })
  }
  return tables
}

/** Where headings say which area a measure is under, a column of strategies does not. */
const strategyAsNote = ({ fill, ...column }: Column): Column =>
  column.role === 'area' && /strateg/i.test(column.heading) ? { ...column, role: 'note' } : { ...column, ...(fill ? { fill } : {}) }

/** Different headings in one sheet; what comes after belongs to the last. */
const mostTables = 100

const key = (labels: ReadonlyMap<number, { group: string; own: string }> | undefined): string =>
  JSON.stringify([...(labels ?? [])].map(([column, { group, own }]) => [column, group, own]))

/** The same sheet without its repeated headings. */
function withoutRows(cells: Grid, numbers: readonly number[]): Grid {
  if (numbers.length === 0) return cells
  const left = new Set(numbers)
  return { ...cells, rows: cells.rows.filter(row => !left.has(row.number)) }
}

/** «Alle tall i 1000 kr» over the table. */
function titleUnit(cells: Grid, firstHeader: number) {
  for (const row of cells.rows) {
    if (row.number >= firstHeader) return undefined
    for (const cell of written(row)) {
      if (/(tall|beløp|kostnad\S*|summer|amounts?|figures?)\b.{0,25}\b(1 ?000|tusen|mill|tkr|thousand)/i.test(cell.text)) return unitIn(cell.text)
    }
  }
  return undefined
}

/** Headings down the first column and measures to the right, or a form for each measure. */
function turned(cells: Grid): boolean {
  const first = cells.rows.map(row => written(row)[0]?.text ?? '')
  const words = first.filter(text => /^(tiltak|hovedmål|mål|delmål|innsatsområde|ansvarlig|ansvarleg|ansvar|frist|status|samarbeid\S*|tidsrom|periode|kostnad\S*|indikator\S*)\b/i.test(text))
  return new Set(words.map(word => word.toLowerCase())).size >= 3
}

const generic = /^(ark|sheet|tabell|table)\s*\d*$|^(handlings(program|plan|del)|tiltaks?(plan|liste|oversikt)?|tiltak|plan|oversikt|data|import|eksport|samlet|alle tiltak|action ?plan|measures)(\s.*)?$/i

/** Where several sheets are alike and no column says goal or area, each sheet is one. */
function namesAsGoals(sheets: readonly SheetLayout[]): SheetLayout[] {
  const included = sheets.filter(sheet => sheet.include && sheet.tables.some(hasMeasure))
  return sheets.map(sheet => {
    if (!included.includes(sheet)) return sheet
    const roles = new Set(sheet.tables.flatMap(table => table.columns.map(column => column.role)))
    if (goalLabel(sheet.name)) return roles.has('goal') ? sheet : { ...sheet, nameIs: 'goal' }
    if (areaLabel(sheet.name)) return roles.has('area') ? sheet : { ...sheet, nameIs: 'area' }
    if (included.length < 2 || generic.test(sheet.name.trim()) || yearIn(sheet.name) !== undefined || roles.has('area')) return sheet
    return { ...sheet, nameIs: 'area' }
  })
}

/** One sheet for each year with much the same measures is one plan in several versions: the newest counts. */
function newestOnly(workbook: Workbook, sheets: readonly SheetLayout[]): SheetLayout[] {
  const dated = sheets.flatMap((sheet, index) => {
    const year = yearIn(sheet.name)
    return sheet.include && year !== undefined ? [{ index, year, titles: titlesOf(workbook.sheets[index], sheet) }] : []
  })
  const newest = dated.toSorted((a, b) => b.year - a.year)[0]
  if (!newest) return [...sheets]
  return sheets.map((sheet, index) => {
    const own = dated.find(each => each.index === index)
    if (!own || own === newest) return sheet
    const shared = [...own.titles].filter(title => newest.titles.has(title)).length
    if (shared < own.titles.size * 0.4 || shared === 0) return sheet
    return { ...sheet, include: false, why: message('olderVersion', { newest: sheets[newest.index]?.name ?? '' }) }
  })
}

/** A budget or status sheet that goes through the measures of another sheet once more is no second plan. */
function withoutSummaries(workbook: Workbook, sheets: readonly SheetLayout[]): SheetLayout[] {
  const titles = sheets.map((sheet, index) => (sheet.include ? titlesOf(workbook.sheets[index], sheet) : new Set<string>()))
  return sheets.map((sheet, index) => {
    const own = titles[index] ?? new Set<string>()
    if (!sheet.include || own.size === 0 || !/budsjett|økonomi|kostnad|\bsum|rapport|status|oversikt|oppsummer|gantt|tidslinje|framdrift|fremdrift|budget|summary/i.test(sheet.name)) return sheet
    const other = sheets.find((each, at) => at !== index && each.include && [...own].filter(title => titles[at]?.has(title)).length >= own.size * 0.8 && (titles[at]?.size ?? 0) >= own.size)
    const lesser = other !== undefined && !/budsjett|økonomi|kostnad|\bsum|rapport|status|oppsummer/i.test(other.name)
    return lesser ? { ...sheet, include: false, why: message('repeatsSheet', { other: other.name }) } : sheet
  })
}

function titlesOf(sheet: Sheet | undefined, layout: SheetLayout): Set<string> {
  const columns = new Set(layout.tables.flatMap(table => table.columns.filter(column => column.role === 'measure').map(column => column.index)))
  const titles = (sheet?.rows ?? []).flatMap(row => row.cells.filter(cell => columns.has(cell.column) && cell.text !== '').map(cell => cell.text.toLowerCase()))
  return new Set(titles)
}
