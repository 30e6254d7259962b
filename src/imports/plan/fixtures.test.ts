import { describe, expect, it } from 'vitest'
import { build } from './fixtures/build.ts'
import type { ExpectedMeasure } from './fixtures/fixture.ts'
import { fixtures } from './fixtures/index.ts'
import { importPlan } from './importPlan.ts'
import { isRefusal } from './workbook/workbook.ts'
import { planAsJson } from './planAsJson.ts'
import type { ParsedMeasure, ParsedPlan } from './plan.ts'

describe.each(fixtures)('$name', ({ book, expected }) => {
  const read = importPlan(build(book), 'plan.xlsx')
  if (isRefusal(read)) throw new Error(read.refused.code)
  const { plan } = read

  it('finds the goals and areas', () => {
    expect(plan.goals.map(goal => goal.title)).toEqual(expected.goals)
    expect(plan.priorityAreas.map(area => area.title)).toEqual(expected.areas)
  })
  it('finds each measure once', () => {
    expect(plan.measures.map(measure => measure.title)).toEqual(expected.measures.map(measure => measure.title))
  })
  it.each(expected.measures.map((wanted, index) => ({ ...wanted, index })))('reads «$title»', ({ index, ...wanted }) => {
    const found = plan.measures[index]
    if (!found) throw new Error('missing')
    expect(seen(plan, found, wanted)).toEqual(only(wanted))
    for (const piece of wanted.notes ?? []) expect(found.notes).toContain(piece)
  })
  it('says what was left out', () => {
    const said = JSON.stringify(planAsJson(plan).ignored)
    for (const text of expected.ignored ?? []) expect(said).toContain(text)
    expect(plan.notUnderstood.map(each => each.row)).toEqual(expected.notUnderstood ?? [])
  })
})

/** The measure in the words of the expectation, with only what it speaks of. */
function seen(plan: ParsedPlan, measure: ParsedMeasure, wanted: ExpectedMeasure) {
  const title = (id: string) => plan.goals.find(goal => goal.id === id)?.title
  const all = {
    title: measure.title, number: measure.number, goals: measure.goals.map(title),
    area: plan.priorityAreas.find(area => area.id === measure.priorityArea)?.title ?? null,
    owners: measure.owners, partners: measure.partners,
    period: Object.fromEntries(Object.entries(measure.period).filter(([key]) => key in (wanted.period ?? {}))),
    status: measure.status.normalised, total: measure.cost.total, byYear: measure.cost.byYear, indicators: measure.indicators, anchoring: measure.anchoring,
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in wanted))
}

function only({ notes: _, ...wanted }: ExpectedMeasure) {
  return wanted
}
