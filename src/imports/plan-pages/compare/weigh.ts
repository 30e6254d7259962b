import type { ParsedMeasure, ParsedPlan } from '../../plan/index.ts'
import type { Choices } from './choices.ts'
import { type Known, pairUp } from './match.ts'
import { type Name, partyKeys } from './names.ts'
import { type Incoming, propose, type Proposal, type Standing } from './proposal.ts'
import { nothingSaid, type PlanKind, saidOf } from './said.ts'

/** How a row that was not understood is named in a form. */
export const rowKey = (sheet: string, row: number | null): string => `${row ?? 0}:${sheet}`

/** The plan in the file, with the measures that somebody has made of rows that were not understood. */
export function withRows(plan: ParsedPlan, rows: Choices['rows']): ParsedPlan {
  const made = plan.notUnderstood.flatMap(({ sheet, row, why }): ParsedMeasure[] => {
    const text = String(why.params.text ?? '').trim()
    if (row === null || text === '' || !rows.includes(rowKey(sheet, row))) return []
    return [{
      title: text.replace(/\s*\|\s*/g, ' – '), number: null, goals: [], priorityArea: null, owners: [], partners: [],
      period: { text: '', kind: 'unknown', start: null, end: null }, status: { text: '', normalised: null }, cost: { total: null, byYear: {} },
      indicators: [], anchoring: [], notes: '', source: { sheet, row },
    }]
  })
  return { ...plan, measures: [...plan.measures, ...made] }
}

/** Everything in the file weighed against everything that stands. `whole`: the file was the whole plan, as our own export is. */
export function weigh(plan: ParsedPlan, standing: readonly Standing[], names: readonly Name[], whole: boolean): Proposal {
  const ofKind = (kind: PlanKind) => standing.filter((each) => each.kind === kind).toSorted((a, b) => Number(a.removed) - Number(b.removed))
  // Known again by what the last file called it: it may have another name here by now.
  const known = (each: Standing): Known => {
    const { title, number, goals, area } = each.base ?? each.said
    return { key: each.id, title, number, goals, area }
  }
  const bare = (each: Standing): Known => ({ key: each.id, title: (each.base ?? each.said).title, number: (each.base ?? each.said).number })
  // By their place in the file: ids may be written twice, or not at all, in a file that people have been in.
  const goals = pairUp(ofKind('goal').map(bare), plan.goals.map(({ title, number }, i) => ({ key: `g${i}`, title, number })))
  const areas = pairUp(ofKind('priority_area').map(bare), plan.priorityAreas.map(({ title, number }, i) => ({ key: `a${i}`, title, number })))
  const live = new Set(standing.filter((each) => !each.removed).map((each) => each.id))
  const leadTo = (prefix: string, listed: readonly { id: string }[], pairs: ReadonlyMap<string, string>) => (id: string): string => {
    const key = `${prefix}${listed.findIndex((each) => each.id === id)}`
    const found = pairs.get(key)
    return found && live.has(found) ? found : `ny:${key}`
  }
  const keys = { goal: remembered(leadTo('g', plan.goals, goals)), area: remembered(leadTo('a', plan.priorityAreas, areas)), party: partyKeys(names) }
  const goalsOf = new Map(plan.priorityAreas.map((area) => [area.id, area.goals]))
  const incoming: Incoming[] = [
    ...plan.goals.map(({ title, number }, i): Incoming => ({ key: `g${i}`, kind: 'goal', sheet: '', row: 0, said: { ...nothingSaid, title, number } })),
    ...plan.priorityAreas.map(({ title, number, goals: own }, i): Incoming => ({ key: `a${i}`, kind: 'priority_area', sheet: '', row: 0, said: { ...nothingSaid, title, number, goals: own.map(keys.goal) } })),
    ...plan.measures.map((measure, i): Incoming => ({
      key: `m${i}`, kind: 'measure', sheet: measure.source.sheet, row: measure.source.row,
      said: saidOf(measure, keys, measure.priorityArea === null ? [] : (goalsOf.get(measure.priorityArea) ?? [])),
    })),
  ]
  const measures = pairUp(ofKind('measure').map(known), incoming.filter((each) => each.kind === 'measure').map(({ key, said }) => ({ key, title: said.title, number: said.number, goals: said.goals, area: said.area })))
  return propose(incoming, standing, new Map([...goals, ...areas, ...measures]), whole)
}

/** The same answer for the same id, found once. */
function remembered(find: (id: string) => string): (id: string) => string {
  const found = new Map<string, string>()
  return (id) => {
    const before = found.get(id) ?? find(id)
    found.set(id, before)
    return before
  }
}
