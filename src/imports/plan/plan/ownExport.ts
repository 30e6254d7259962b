import { periodKinds, statuses } from '../plan.ts'
import type { ParsedMeasure, ParsedPlan, Period } from '../plan.ts'
import { readPeriod } from '../values/period.ts'
import { readStatus } from '../values/status.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { after, areaHeadings, areaSheet, before, goalHeadings, goalSheet, measureSheet, yearOfHeading } from './exportColumns.ts'

/** Whether the workbook is our own export: the three sheets with our headings. Then nothing has to be guessed. */
export function ownExport(workbook: Workbook): boolean {
  const heads = (name: string, headings: readonly string[]) => {
    const own = headingsOf(workbook.sheets.find(sheet => sheet.name === name))
    return headings.every(heading => own.includes(heading))
  }
  return heads(measureSheet, [...before, ...after]) && heads(goalSheet, goalHeadings) && heads(areaSheet, areaHeadings)
}

/** Reads our own export. Rows that people have added without ids or codes are read too. */
export function readOwnExport(workbook: Workbook): ParsedPlan {
  const sheet = (name: string) => records(workbook.sheets.find(each => each.name === name))
  const goals = sheet(goalSheet).map(({ get }) => ({ id: get('Id'), number: get('Nr') || null, title: get('Mål') }))
  const areas = sheet(areaSheet).map(({ get }) => ({ id: get('Id'), number: get('Nr') || null, title: get('Innsatsområde'), goals: referred(get('Mål'), goals) }))
  // Goals that only a measure names get the next free id.
  const adding = <T extends { readonly id: string; readonly title: string }>(known: T[], prefix: string, make: (id: string, title: string) => T) => (text: string) =>
    lines(text).map(line => {
      const id = /^\[([^\]]+)\]/.exec(line)?.[1]
      const title = line.replace(/^\[[^\]]+\]\s*/, '')
      const found = known.find(each => each.id === id) ?? known.find(each => each.title === title)
      if (found) return found.id
      const made = make(`${prefix}${Math.max(0, ...known.map(each => Number(each.id.slice(1)) || 0)) + 1}`, title)
      known.push(made)
      return made.id
    })
  const goalIds = adding(goals, 'g', (id, title) => ({ id, number: null, title }))
  const areaIds = adding(areas, 'a', (id, title) => ({ id, number: null, title, goals: [] }))
  const measures = sheet(measureSheet).flatMap(({ get, amounts, row }): ParsedMeasure[] => get('Tiltak') === '' ? [] : [{
    title: get('Tiltak'), number: get('Nr') || null, goals: goalIds(get('Mål')), priorityArea: areaIds(get('Innsatsområde'))[0] ?? null,
    owners: lines(get('Ansvarlig')), partners: lines(get('Samarbeidspartnere')), period: period(get),
    status: { text: get('Status'), normalised: statuses.find(each => each === get('Statuskode')) ?? (get('Statuskode') === '' && get('Tidstype') === '' ? readStatus(get('Status')) : null) },
    cost: { total: amounts.get('Kostnad (kr)') ?? null, byYear: byYear(amounts) },
    indicators: lines(get('Indikatorer')), anchoring: lines(get('Forankring')), notes: get('Merknader'), source: { sheet: measureSheet, row },
  }])
  return { goals, priorityAreas: areas, measures, notUnderstood: [], ignored: [], warnings: [] }
}

const lines = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '')

function referred(text: string, goals: readonly { readonly id: string }[]): string[] {
  return lines(text).flatMap(line => goals.find(goal => line.startsWith(`[${goal.id}]`))?.id ?? [])
}

function period(get: (heading: string) => string): Period {
  const kind = periodKinds.find(each => each === get('Tidstype'))
  if (!kind) return readPeriod(get('Når'))
  return { text: get('Når'), kind, start: get('Fra dato') || null, end: get('Til dato') || null }
}

function byYear(amounts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...amounts].flatMap(([heading, amount]) => {
    const year = yearOfHeading(heading)
    return year === undefined ? [] : [[year, amount]]
  }))
}

const headingsOf = (sheet: Sheet | undefined): string[] => sheet?.rows[0]?.cells.map(cell => cell.text) ?? []

/** The rows under the heading, by heading. */
function records(sheet: Sheet | undefined) {
  const headings = new Map((sheet?.rows[0]?.cells ?? []).map(cell => [cell.column, cell.text]))
  return (sheet?.rows.slice(1) ?? []).map(({ cells, number }) => {
    const texts = new Map(cells.map(cell => [headings.get(cell.column) ?? '', cell.date?.iso ?? cell.text]))
    const amounts = new Map(cells.flatMap(cell => (cell.number === undefined ? [] : [[headings.get(cell.column) ?? '', cell.number] as const])))
    return { get: (heading: string): string => texts.get(heading) ?? '', amounts, row: number }
  })
}
