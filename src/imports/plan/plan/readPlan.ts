import { message } from '../messages.ts'
import type { Message } from '../messages.ts'
import { grid, rowText, written } from '../layout/grid.ts'
import { hasMeasure } from '../layout/layout.ts'
import type { Layout, SheetLayout } from '../layout/layout.ts'
import type { ParsedMeasure, ParsedPlan, Remark } from '../plan.ts'
import { letters } from '../../../platform/document/sheet/write-xlsx.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { ownExport, readOwnExport } from './ownExport.ts'
import { register } from './register.ts'
import { readSheetRows } from './readSheet.ts'
import { joinRepeated } from './repeated.ts'

export type Progress = (done: number, total: number) => void

/** What reading gathers on its way through the sheets. */
export type Gathered = {
  readonly goals: ReturnType<typeof register>
  readonly areas: ReturnType<typeof register>
  readonly measures: ParsedMeasure[]
  readonly notUnderstood: Remark[]
  readonly ignored: Remark[]
  readonly warnings: Message[]
}

/** Reads the plan out of a workbook by a layout. Pure; `progress` is told about every 250th row. */
export function readPlan(workbook: Workbook, layout: Layout, progress: Progress = () => {}): ParsedPlan {
  if (ownExport(workbook)) return readOwnExport(workbook)
  const gathered: Gathered = { goals: register('g', 'Mål'), areas: register('a', 'Innsatsområde'), measures: [], notUnderstood: [], ignored: [], warnings: [...workbook.warnings] }
  const pairs = workbook.sheets.flatMap((sheet, index) => {
    const own = layout.sheets[index]
    return own ? [{ sheet, own }] : []
  })
  const total = pairs.reduce((sum, { sheet, own }) => sum + (own.include ? sheet.rows.length : 0), 0)
  let done = 0
  // Sheets that only list goals come first, so that «1, 3» in a measure's row finds them.
  const order = [...pairs.filter(({ own }) => !own.tables.some(hasMeasure)), ...pairs.filter(({ own }) => own.tables.some(hasMeasure))]
  for (const { sheet, own } of order) {
    if (!own.include) leaveOut(sheet, own, gathered)
    else {
      reportHidden(sheet, gathered)
      readSheetRows(grid(sheet), own, gathered, () => {
        done++
        if (done % 250 === 0 || done === total) progress(done, total)
      })
    }
  }
  const { goals, areas } = gathered
  const joined = joinRepeated(gathered.measures)
  return {
    goals: goals.entries.map(({ id, number, title }) => ({ id, number, title })),
    priorityAreas: areas.entries.map(({ id, number, title, beside }) => ({ id, number, title, goals: [...beside] })),
    measures: joined.measures,
    notUnderstood: gathered.notUnderstood,
    ignored: [...gathered.ignored, ...joined.ignored],
    warnings: [...gathered.warnings, ...joined.warnings],
  }
}

/** A sheet that is left out is named; one whose layout was not understood is shown row by row. */
function leaveOut(sheet: Sheet, own: SheetLayout, { ignored, notUnderstood, warnings }: Gathered): void {
  const why = own.why ?? message('leftOut')
  if (why.code !== 'turnedSheet') {
    ignored.push({ sheet: sheet.name, row: null, why })
    if (why.code === 'noMeasureColumn' || why.code === 'repeatsSheet') {
      for (const row of sheet.rows) if (written(row).length > 0) ignored.push({ sheet: sheet.name, row: row.number, why: message('rowOfOtherSheet', { text: rowText(row) }) })
    }
    if (why.code === 'olderVersion' || why.code === 'repeatsSheet' || why.code === 'noMeasureColumn' || why.code === 'helpSheet') warnings.push(message('sheetLeftOut', { sheet: sheet.name }))
    return
  }
  warnings.push(message('sheetNotUnderstood', { sheet: sheet.name }))
  for (const row of sheet.rows) if (written(row).length > 0) notUnderstood.push({ sheet: sheet.name, row: row.number, why: message('turnedSheetRow', { text: rowText(row) }) })
}

function reportHidden(sheet: Sheet, { warnings }: Gathered): void {
  const used = new Set(sheet.rows.flatMap(row => row.cells.map(cell => cell.column)))
  const hidden = sheet.hiddenColumns.filter(column => used.has(column))
  if (hidden.length > 0) warnings.push(message('hiddenColumns', { sheet: sheet.name, columns: hidden.map(letters).join(', ') }))
}
