import type { Lang } from '../../../platform/text/texts.ts'
import { isPast } from '../../../platform/time/oslo.ts'

export type PlanKind = 'goal' | 'priority_area' | 'measure'
export type Named = { id: string; name: string }

/** A goal, a priority area or a measure as the plan shows it on one page. Days are 'YYYY-MM-DD'. */
export type PlanItem = {
  id: string
  kind: PlanKind
  number: number
  title: string
  code: string | null
  state: string | null
  language: Lang
  owners: readonly Named[]
  partners: readonly Named[]
  startsOn: string | null
  /** The deadline of a measure; the day a goal is to be reached. */
  endsOn: string | null
  periodText: string | null
  needsDecision: string | null
  /** Whole kroner that are promised or committed; null when no sum is named. */
  money: number | null
  /** The other system that it is kept in: its status and money are told there, and not here. */
  keptIn?: string | null
}

export type PlanLink = { relation: string; from_id: string; to_id: string }

/** An item with what stands under it; `again` where it is only named, because it stands with its own branch elsewhere. */
export type Branch = { item: PlanItem; again: boolean; under: readonly Branch[] }

/** The plan: what hangs under its uppermost level, and what does not hang in anything yet. */
export type PlanTree = { top: 'goal' | 'priority_area'; tied: readonly Branch[]; untied: readonly Branch[] }

const levels = (areasAboveGoals: boolean): readonly PlanKind[] => (areasAboveGoals ? ['priority_area', 'goal', 'measure'] : ['goal', 'priority_area', 'measure'])

/**
 * Builds the plan from items in the plan's own order. Every item stands once with its branch, under the first that it is tied to,
 * and is only named under the others. A measure tied both to an area and to the goal above that area stands under the area.
 */
export function planTree(items: readonly PlanItem[], links: readonly PlanLink[], areasAboveGoals: boolean): PlanTree {
  const order = levels(areasAboveGoals)
  const level = new Map(items.map((item) => [item.id, order.indexOf(item.kind)]))
  const above = new Map<string, Set<string>>()
  for (const { relation, from_id, to_id } of links) {
    const from = level.get(from_id)
    const to = level.get(to_id)
    if ((relation !== 'pursues' && relation !== 'delivers') || from === undefined || to === undefined || from === to) continue
    const [upper, lower] = from < to ? [from_id, to_id] : [to_id, from_id]
    above.set(lower, (above.get(lower) ?? new Set()).add(upper))
  }
  const isBetween = (upper: string, lower: string) => [...(above.get(lower) ?? [])].some((middle) => middle !== upper && above.get(middle)?.has(upper))
  const parents = (id: string) => [...(above.get(id) ?? [])].filter((upper) => !isBetween(upper, id))
  const under = new Map<string, PlanItem[]>()
  for (const item of items) for (const parent of parents(item.id)) under.set(parent, [...(under.get(parent) ?? []), item])

  const standing = new Set<string>()
  const grow = (item: PlanItem): Branch => {
    if (standing.has(item.id)) return { item, again: true, under: [] }
    standing.add(item.id)
    const children = (under.get(item.id) ?? []).toSorted((a, b) => (level.get(a.id) ?? 0) - (level.get(b.id) ?? 0))
    return { item, again: false, under: children.map(grow) }
  }
  const top = order[0] as PlanTree['top']
  const tied = items.filter((item) => item.kind === top).map(grow)
  // What has a parent stands under it also when that parent itself hangs in nothing.
  const untied = items.filter((item) => item.kind !== top && parents(item.id).length === 0).toSorted((a, b) => (level.get(a.id) ?? 0) - (level.get(b.id) ?? 0)).map(grow)
  return { top, tied, untied }
}

const isOver = (item: PlanItem) => item.state === 'completed' || item.state === 'cancelled'

/** Late: said to be delayed, or past its deadline without being over. */
export const isLate = (item: PlanItem, now: Temporal.Instant): boolean =>
  item.kind === 'measure' && !item.keptIn && !isOver(item) && (item.state === 'delayed' || isOverdue(item, now))

/** Past its deadline without being over, whatever its status says. */
export const isOverdue = (item: PlanItem, now: Temporal.Instant): boolean => !isOver(item) && !item.keptIn && item.endsOn !== null && isPast(item.endsOn, now)

/** What is chosen to be shown; numbers are those in the addresses. */
export type PlanChoice = { status: string; organisation: string; goal: number | null; area: number | null; text: string; onlyLate: boolean }

export const everything: PlanChoice = { status: '', organisation: '', goal: null, area: null, text: '', onlyLate: false }
export const isChosen = (choice: PlanChoice): boolean =>
  choice.status !== '' || choice.organisation !== '' || choice.goal !== null || choice.area !== null || choice.text.trim() !== '' || choice.onlyLate

/** The plan as chosen. One goal or area is shown with all that is tied to it, also what would otherwise stand under another. */
export function chosenPlan(items: readonly PlanItem[], links: readonly PlanLink[], areasAboveGoals: boolean, choice: PlanChoice, now: Temporal.Instant): PlanTree {
  const others = (item: PlanItem) =>
    (choice.goal !== null && item.kind === 'goal' && item.number !== choice.goal) || (choice.area !== null && item.kind === 'priority_area' && item.number !== choice.area)
  return narrow(planTree(items.filter((item) => !others(item)), links, areasAboveGoals), choice, now)
}

/** The part of the plan that was chosen; a goal or area stays when something under it does, or when it is what was looked for. */
export function narrow(tree: PlanTree, choice: PlanChoice, now: Temporal.Instant): PlanTree {
  if (!isChosen(choice)) return tree
  const wanted = choice.text.trim().toLocaleLowerCase('nb')
  const says = (item: PlanItem) => wanted === '' || `${item.code ?? ''} ${item.title}`.toLocaleLowerCase('nb').includes(wanted)
  const has = (item: PlanItem) => choice.organisation === '' || [...item.owners, ...item.partners].some((one) => one.id === choice.organisation)
  const measuresOnly = choice.status !== '' || choice.onlyLate
  const place = (item: PlanItem, found: { goal: boolean; area: boolean }) => ({
    goal: found.goal || choice.goal === null || (item.kind === 'goal' && item.number === choice.goal),
    area: found.area || choice.area === null || (item.kind === 'priority_area' && item.number === choice.area),
  })
  const keep = (branch: Branch, saidAbove: boolean, found: { goal: boolean; area: boolean }): Branch[] => {
    const { item } = branch
    const said = saidAbove || says(item)
    const here = place(item, found)
    const under = branch.under.flatMap((one) => keep(one, said, here))
    if (under.length > 0) return [{ ...branch, under }]
    const inPlace = here.goal && here.area
    if (item.kind !== 'measure') return inPlace && !measuresOnly && says(item) && has(item) ? [{ ...branch, under }] : []
    const fits = (choice.status === '' || (!item.keptIn && item.state === choice.status)) && (!choice.onlyLate || isLate(item, now))
    return inPlace && said && has(item) && fits ? [branch] : []
  }
  const start = { goal: false, area: false }
  return { ...tree, tied: tree.tied.flatMap((one) => keep(one, false, start)), untied: tree.untied.flatMap((one) => keep(one, false, start)) }
}

export type Tally = { goals: number; areas: number; measures: number; states: ReadonlyMap<string, number>; late: number; money: number | null }

/** Counts each item of these branches once, also when it is named in several places. Sums whole kroner. How those go that are kept in another system is not told. */
export function tally(branches: readonly Branch[], now: Temporal.Instant): Tally {
  const seen = new Map<string, PlanItem>()
  const visit = ({ item, under }: Branch) => {
    seen.set(item.id, item)
    under.forEach(visit)
  }
  branches.forEach(visit)
  const items = [...seen.values()]
  const measures = items.filter((item) => item.kind === 'measure')
  const here = measures.filter((item) => !item.keptIn)
  const sums = here.flatMap((item) => item.money ?? [])
  return {
    goals: items.filter((item) => item.kind === 'goal').length,
    areas: items.filter((item) => item.kind === 'priority_area').length,
    measures: measures.length,
    states: new Map([...Map.groupBy(here, (item) => item.state ?? '')].map(([state, of]) => [state, of.length])),
    late: measures.filter((item) => isLate(item, now)).length,
    money: sums.length > 0 ? sums.reduce((a, b) => a + b, 0) : null,
  }
}
