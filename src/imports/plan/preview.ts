import { grid, written } from './layout/grid.ts'
import type { Column, SheetLayout } from './layout/layout.ts'
import type { Sheet } from './workbook/workbook.ts'

/** The first rows of a sheet as they stand, with what each column is taken for. */
export type Preview = {
  readonly columns: readonly { readonly index: number; readonly letter: string; readonly heading: string; readonly role: Column['role'] | null }[]
  readonly rows: readonly { readonly number: number; readonly heading: boolean; readonly cells: readonly string[] }[]
}

/** `n` rows from the heading on, or from the top where none was found. Merged cells show their text in each row. */
export function preview(sheet: Sheet, layout: SheetLayout, n: number): Preview {
  const cells = grid(sheet)
  const table = layout.tables[0]
  const from = table?.headerRows[0] ?? 1
  const rows = sheet.rows.filter(row => row.number >= from && written(row).length > 0).slice(0, n)
  const used = new Set([...(table?.columns.map(column => column.index) ?? []), ...rows.flatMap(row => written(row).map(cell => cell.column))])
  const indexes = [...used].sort((a, b) => a - b)
  const known = new Map(table?.columns.map(column => [column.index, column]))
  return {
    columns: indexes.map(index => {
      const column = known.get(index)
      return { index, letter: column?.letter ?? String.fromCharCode(65 + (index % 26)), heading: column?.heading ?? '', role: column?.role ?? null }
    }),
    rows: rows.map(row => ({
      number: row.number,
      heading: table?.headerRows.includes(row.number) ?? false,
      cells: indexes.map(index => cells.seen(row.number, index)?.text ?? ''),
    })),
  }
}
