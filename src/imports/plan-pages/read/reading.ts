import { isRefusal, noPlan, preview, readPlan, readWorkbook } from '../../plan/index.ts'
import type { Layout, Message, ParsedPlan, Preview, Progress } from '../../plan/index.ts'
import { ownExport } from '../../plan/plan/ownExport.ts'
import { chosenLayout } from './layout-choice.ts'
import type { LayoutChoice } from './layout-choice.ts'

/** The first rows of a sheet, and how many it has. */
export type SheetPreview = Preview & { readonly name: string; readonly hidden: boolean; readonly rowCount: number }

/** What the pages need of a file: how it was taken, its first rows, and the plan in it. */
export type Reading = {
  readonly layout: Layout
  readonly preview: readonly SheetPreview[]
  readonly plan: ParsedPlan
  /** Written by us: nothing was guessed, and there are no columns to choose. */
  readonly own: boolean
}

const rowsShown = 10

/** Reads a file by what a person has chosen, or tells why not. Without choices a file without a plan is refused; with them it is shown as it is read. */
export function readFile(bytes: Uint8Array, fileName: string, choice: LayoutChoice, progress?: Progress): Reading | { readonly refused: Message } {
  const workbook = readWorkbook(bytes, fileName)
  if (isRefusal(workbook)) return workbook
  const layout = chosenLayout(workbook, choice)
  const plan = readPlan(workbook, layout, progress)
  // A sheet with rows may still be shown what it is; a file with nothing in it may not.
  if (noPlan(plan) && workbook.sheets.every((sheet) => sheet.rows.length < 2)) return { refused: { code: 'noPlan', params: {} } }
  return {
    layout, plan, own: ownExport(workbook),
    preview: workbook.sheets.flatMap((sheet, i) => {
      const own = layout.sheets[i]
      return own ? [{ ...preview(sheet, own, rowsShown + (own.tables[0]?.headerRows.length ?? 0)), name: sheet.name, hidden: sheet.hidden, rowCount: sheet.rows.length }] : []
    }),
  }
}

/** PostgreSQL stores no NUL in a text, and no half of a letter. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? each.replaceAll('\0', '').toWellFormed() : each))
