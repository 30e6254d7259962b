import type { ParsedPlan } from '../../plan/index.ts'

/**
 * Whether priority areas stand above the goals: yes when areas have several goals each and no goal has several areas.
 * Null when the plan does not tell.
 */
export function guessAreasAbove(plan: Pick<ParsedPlan, 'goals' | 'priorityAreas'>): boolean | null {
  const areasOf = Map.groupBy(plan.priorityAreas.flatMap((area) => area.goals.map((goal) => ({ goal, area: area.id }))), (tie) => tie.goal)
  const manyGoals = plan.priorityAreas.some((area) => area.goals.length > 1)
  const manyAreas = [...areasOf.values()].some((ties) => ties.length > 1)
  return manyGoals === manyAreas ? null : manyGoals
}

/** What a measure delivers to, so that the plan's own way of building gives back its goals and its area. */
export function deliversTo(said: { goals: readonly string[]; area: string | null }, goalsOfArea: ReadonlyMap<string, readonly string[]>, areasAbove: boolean): string[] {
  const { goals, area } = said
  if (area === null) return [...goals]
  const pursued = goalsOfArea.get(area) ?? []
  if (areasAbove) {
    // Through the goal to the area above it, where that leads to this area and no other.
    const only = goals.length > 0 && goals.every((goal) => [...goalsOfArea].every(([each, its]) => (each === area) === its.includes(goal)))
    return only ? [...goals] : [area, ...goals]
  }
  const same = goals.length === pursued.length && goals.every((goal) => pursued.includes(goal))
  return same || goals.length === 0 ? [area] : [area, ...goals]
}

/** The other way: the goals and the area that a measure's links say. */
export function placedBy(
  delivers: { goals: readonly string[]; areas: readonly string[] }, goalsOfArea: ReadonlyMap<string, readonly string[]>,
  order: { goals: readonly string[]; areas: readonly string[] }, areasAbove: boolean,
): { goals: string[]; area: string | null } {
  const direct = order.areas.find((area) => delivers.areas.includes(area)) ?? null
  const above = areasAbove ? (order.areas.find((area) => (goalsOfArea.get(area) ?? []).some((goal) => delivers.goals.includes(goal))) ?? null) : null
  const goals = delivers.goals.length > 0 ? delivers.goals : direct === null ? [] : (goalsOfArea.get(direct) ?? [])
  return { goals: order.goals.filter((goal) => goals.includes(goal)), area: direct ?? above }
}
