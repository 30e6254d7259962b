import type { Item, ItemHead } from '../../../platform/item/item.store.ts'

/** Where a measure stands: the areas and goals that it reaches, each in the plan's own order. */
export type Placement = { areas: readonly string[]; goals: readonly string[] }

/** The links that the plan is built of: a measure delivers to areas and goals, an area pursues goals. */
export type Tie = { relation: string; from_id: string; to_id: string }

const nowhere: Placement = { areas: [], goals: [] }

/**
 * Places every measure. Under goals (the usual way) a measure reaches the goals of its areas; when areas stand above goals,
 * it reaches the areas of its goals. `order` is the plan's own order of goals and areas, and decides which comes first.
 */
export function placements(measureIds: readonly string[], ties: readonly Tie[], order: { areas: readonly string[]; goals: readonly string[] }, areasAboveGoals: boolean): Map<string, Placement> {
  const areas = new Set(order.areas)
  const goals = new Set(order.goals)
  const direct = new Map<string, Set<string>>()
  const goalsOfArea = new Map<string, Set<string>>()
  const areasOfGoal = new Map<string, Set<string>>()
  for (const { relation, from_id: from, to_id: to } of ties) {
    if (relation === 'delivers') into(direct, from, to)
    if (relation === 'pursues') {
      into(goalsOfArea, from, to)
      into(areasOfGoal, to, from)
    }
  }
  return new Map(measureIds.map((id) => {
    const reached = new Set(direct.get(id))
    const up = areasAboveGoals ? areasOfGoal : goalsOfArea
    for (const one of direct.get(id) ?? []) for (const above of up.get(one) ?? []) reached.add(above)
    return [id, {
      areas: order.areas.filter((area) => areas.has(area) && reached.has(area)),
      goals: order.goals.filter((goal) => goals.has(goal) && reached.has(goal)),
    }]
  }))
}

const into = (map: Map<string, Set<string>>, key: string, value: string) => map.set(key, (map.get(key) ?? new Set()).add(value))

/** The plan as the views of it need it: what a viewer may read, placed. */
export type Structure = {
  goals: readonly ItemHead[]
  areas: readonly ItemHead[]
  measures: readonly Item[]
  placement: ReadonlyMap<string, Placement>
  /** The goals that each area pursues. */
  goalsOfArea: ReadonlyMap<string, readonly string[]>
  organisations: ReadonlyMap<string, string>
}

export const placeOf = (structure: Pick<Structure, 'placement'>, measureId: string): Placement => structure.placement.get(measureId) ?? nowhere

/** What is still to be done; what is completed or ended weighs on nobody. */
export const isOpen = (measure: { state: string | null }): boolean => measure.state !== 'completed' && measure.state !== 'cancelled'

export const ownersOf = (item: Item): readonly string[] => (Array.isArray(item.fields.owner) ? (item.fields.owner as readonly string[]) : [])

/** A date field, as YYYY-MM-DD or nothing. */
export const dateOf = (item: Item, field: string): string | null => (typeof item.fields[field] === 'string' ? item.fields[field] : null)
