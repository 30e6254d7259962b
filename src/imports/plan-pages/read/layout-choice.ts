import { grid, written } from '../../plan/layout/grid.ts'
import { readColumns } from '../../plan/layout/columns.ts'
import { guessLayout, roles } from '../../plan/index.ts'
import type { Column, Layout, Sheet, SheetLayout, Table, Workbook } from '../../plan/index.ts'

export const columnRoles = [...roles, 'goalNumber'] as const
export type ColumnRole = (typeof columnRoles)[number]
export const isColumnRole = (text: string): text is ColumnRole => (columnRoles as readonly string[]).includes(text)

/** What a person has said of one sheet where our guess was not right. Columns by their index from 0. */
export type SheetChoice = {
  readonly include: boolean
  readonly nameIs: 'goal' | 'area' | null
  /** The row of the headings as Excel counts; null to let us find it. */
  readonly headerRow: number | null
  readonly roles: Readonly<Record<string, ColumnRole>>
  readonly units: Readonly<Record<string, 1 | 1000 | 1_000_000>>
}

/** By sheet, in the order of the file. Null where nothing has been said. */
export type LayoutChoice = readonly (SheetChoice | null)[]

/** Our guess, with what a person has said in its place. */
export function chosenLayout(workbook: Workbook, choice: LayoutChoice): Layout {
  const guessed = guessLayout(workbook)
  return {
    ...guessed,
    sheets: guessed.sheets.map((own, i) => {
      const [sheet, said] = [workbook.sheets[i], choice[i]]
      return sheet && said && !sheet.hidden ? chosenSheet(sheet, own, said) : own
    }),
  }
}

function chosenSheet(sheet: Sheet, guessed: SheetLayout, said: SheetChoice): SheetLayout {
  const asked = said.headerRow
  const found = guessed.tables[0]?.headerRows
  const tables = asked === null || found?.includes(asked) ? guessed.tables : tableUnder(sheet, asked)
  return { ...guessed, include: said.include, why: said.include ? null : guessed.why, nameIs: said.nameIs, tables: tables.map((table) => chosenTable(sheet, table, tables[0], said)) }
}

/** One table under the row that a person points at. */
function tableUnder(sheet: Sheet, row: number): readonly Table[] {
  const heading = sheet.rows.find((each) => each.number === row)
  const last = sheet.rows.at(-1)?.number ?? row
  if (!heading) return []
  const labels = new Map(written(heading).map((cell) => [cell.column, { group: '', own: cell.text }]))
  return [{ headerRows: [row], columns: readColumns(grid(sheet), { rows: [row], labels }, last, undefined) }]
}

/** A choice is made on the first table, and holds in the others for columns with the same heading. */
function chosenTable(sheet: Sheet, table: Table, first: Table | undefined, said: SheetChoice): Table {
  return {
    ...table,
    columns: table.columns.map((column): Column => {
      const shown = first?.columns.find((each) => each.index === column.index)
      if (shown?.heading !== column.heading) return column
      const role = said.roles[column.index] ?? column.role
      const unit = said.units[column.index] ?? column.unit
      const { fill: _, ...rest } = column
      return { ...rest, role, ...(unit !== undefined && { unit }), ...(role === column.role ? { ...(column.fill !== undefined && { fill: column.fill }) } : fillOf(sheet, column, role)) }
    }),
  }
}

/** A column that is now a goal or an area, and is written more seldom than the rows there are, means «as above» where it is empty. */
function fillOf(sheet: Sheet, column: Column, role: ColumnRole): { fill?: true } {
  if (role !== 'goal' && role !== 'subgoal' && role !== 'area') return {}
  if (sheet.merged.some((range) => range.left <= column.index && column.index <= range.right && range.bottom > range.top)) return {}
  const filled = sheet.rows.filter((row) => row.cells.some((cell) => cell.column === column.index && cell.text !== '')).length
  return filled * 2 < sheet.rows.length ? { fill: true } : {}
}
