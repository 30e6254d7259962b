import { allTexts, type FieldErrors, firstText, type RawForm } from '../../../platform/item/parse.ts'
import type { SheetLayout } from '../../plan/index.ts'
import { type ColumnRole, isColumnRole, type LayoutChoice, type SheetChoice } from '../read/layout-choice.ts'
import type { StoredReading } from '../plan-import.store.ts'

/** Names of the fields of one sheet. */
export const fieldNames = (sheet: number) => ({
  include: `ark.${sheet}.med`, headerRow: `ark.${sheet}.rad`, nameIs: `ark.${sheet}.navn`,
  role: (column: number) => `ark.${sheet}.kolonne.${column}`, unit: (column: number) => `ark.${sheet}.enhet.${column}`,
})

export const headerRowOf = (sheet: SheetLayout): number | null => sheet.tables[0]?.headerRows[0] ?? null

/**
 * What a person says of the sheets, on top of what was said before; a sheet that is left as it is shown keeps what was said.
 * `changed` tells whether the file must be read again.
 */
export function readColumnForm(raw: RawForm, reading: StoredReading, before: LayoutChoice, rowError: string): { choice: LayoutChoice; changed: boolean } | { errors: FieldErrors } {
  const errors: Record<string, string> = {}
  const choice = reading.layout.sheets.map((sheet, i): SheetChoice | null => {
    const shown = reading.sheets[i]
    const names = fieldNames(i)
    if (!shown || shown.hidden || shown.rowCount === 0) return before[i] ?? null
    const typed = firstText(raw, names.headerRow)
    const headerRow = typed === '' ? headerRowOf(sheet) : Number(typed)
    if (headerRow !== null && (!Number.isInteger(headerRow) || headerRow < 1)) {
      errors[names.headerRow] = rowError
      return null
    }
    const named = firstText(raw, names.nameIs)
    const nameIs = named === 'goal' || named === 'area' ? named : null
    const include = allTexts(raw, names.include).length > 0
    const rowMoved = headerRow !== headerRowOf(sheet)
    const roles: Record<string, ColumnRole> = {}
    const units: Record<string, 1 | 1000 | 1_000_000> = {}
    let other = rowMoved || include !== sheet.include || nameIs !== sheet.nameIs
    // Under another row of headings the columns are others.
    for (const column of rowMoved ? [] : (sheet.tables[0]?.columns ?? [])) {
      const role = firstText(raw, names.role(column.index))
      const unit = Number(firstText(raw, names.unit(column.index)))
      if (isColumnRole(role)) roles[column.index] = role
      if (unit === 1 || unit === 1000 || unit === 1_000_000) units[column.index] = unit
      other ||= (isColumnRole(role) && role !== column.role) || (units[column.index] !== undefined && units[column.index] !== (column.unit ?? 1))
    }
    return other ? { include, nameIs, headerRow, roles, units } : (before[i] ?? null)
  })
  if (Object.keys(errors).length > 0) return { errors }
  return { choice, changed: JSON.stringify(choice) !== JSON.stringify(reading.layout.sheets.map((_, i) => before[i] ?? null)) }
}
