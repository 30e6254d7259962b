import { guessLayout } from './layout/guess.ts'
import type { Layout } from './layout/layout.ts'
import { message } from './messages.ts'
import type { ParsedPlan } from './plan.ts'
import { readPlan } from './plan/readPlan.ts'
import type { Progress } from './plan/readPlan.ts'
import { readWorkbook } from './workbook/readWorkbook.ts'
import { isRefusal } from './workbook/workbook.ts'
import type { Refusal, Workbook } from './workbook/workbook.ts'

export type Imported = { readonly workbook: Workbook; readonly layout: Layout; readonly plan: ParsedPlan }

/** A file all the way to a plan by the guessed layout, or the reason why not. */
export function importPlan(bytes: Uint8Array, fileName: string, progress?: Progress): Imported | Refusal {
  const workbook = readWorkbook(bytes, fileName)
  if (isRefusal(workbook)) return workbook
  const layout = guessLayout(workbook)
  const plan = readPlan(workbook, layout, progress)
  if (!noPlan(plan)) return { workbook, layout, plan }
  const hidden = workbook.sheets.filter(sheet => sheet.hidden).map(sheet => `«${sheet.name}»`)
  return { refused: hidden.length > 0 ? message('noPlanShown', { sheets: hidden.slice(0, 10).join(', ') }) : message('noPlan') }
}

/** Nothing in the file looks like a plan. Rows that look like one but were not understood count as a plan. */
export function noPlan(plan: ParsedPlan): boolean {
  return plan.measures.length === 0 && plan.goals.length === 0 && plan.notUnderstood.length === 0
}
