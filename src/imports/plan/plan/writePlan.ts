import { type WrittenCell, writeXlsx } from '../../../platform/document/sheet/write-xlsx.ts'
import type { ParsedPlan } from '../plan.ts'
import { after, areaHeadings, areaSheet, before, goalHeadings, goalSheet, measureSheet, yearHeading } from './exportColumns.ts'

/** The part of a plan that is exported; what was said about the reading of it is not. */
export type WrittenPlan = Pick<ParsedPlan, 'goals' | 'priorityAreas' | 'measures'>

/** The plan as .xlsx bytes without formulas. Read again it gives the same plan, but for the rows it stands in. */
export function writePlan(plan: WrittenPlan): Uint8Array {
  const years = [...new Set(plan.measures.flatMap(measure => Object.keys(measure.cost.byYear)))].sort()
  const goalTitles = new Map(plan.goals.map(goal => [goal.id, goal.title]))
  const areaTitles = new Map(plan.priorityAreas.map(area => [area.id, area.title]))
  const reference = (titles: Map<string, string>) => (id: string) => `[${id}] ${titles.get(id) ?? ''}`
  const lines = (items: readonly string[]) => items.join('\n')
  const rows = plan.measures.map((measure): WrittenCell[] => [
    measure.number ?? '', measure.title, lines(measure.goals.map(reference(goalTitles))), measure.priorityArea ? reference(areaTitles)(measure.priorityArea) : '',
    lines(measure.owners), lines(measure.partners), measure.period.text, measure.period.kind, measure.period.start ?? '', measure.period.end ?? '',
    measure.status.text, measure.status.normalised ?? '', measure.cost.total ?? '', ...years.map(year => measure.cost.byYear[year] ?? ''),
    lines(measure.indicators), lines(measure.anchoring), measure.notes,
  ])
  return writeXlsx([
    { name: measureSheet, rows: [[...before, ...years.map(yearHeading), ...after], ...rows] },
    { name: goalSheet, rows: [[...goalHeadings], ...plan.goals.map(goal => [goal.id, goal.number ?? '', goal.title])] },
    { name: areaSheet, rows: [[...areaHeadings], ...plan.priorityAreas.map(area => [area.id, area.number ?? '', area.title, lines(area.goals.map(reference(goalTitles)))])] },
  ])
}
