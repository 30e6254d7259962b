import { isOpen, ownersOf, placeOf, type Structure } from '../structure/structure.ts'

/** How many are few enough, as the workspace has said; null where it has not. */
export type Limits = { areas: number | null; measuresPerArea: number | null; measuresPerOrganisation: number | null }

/** One bar: so many of something, and how many the workspace has said is enough. */
export type Load = { id: string | null; count: number; limit: number | null; over: boolean }

export type Focus = {
  areas: Load
  /** Open measures under each area; a measure under several weighs on each of them. Null is «under none». */
  byArea: readonly Load[]
  /** Open measures that each organisation owns; null is «no owner». */
  byOrganisation: readonly Load[]
  byGoal: readonly { id: string; areas: number; measures: number }[]
  open: number
  over: boolean
}

const load = (id: string | null, count: number, limit: number | null): Load => ({ id, count, limit: id === null ? null : limit, over: id !== null && limit !== null && count > limit })

/** Counts what is still to be done. What is completed or ended weighs on nobody, and what may not be read is not counted. */
export function focusOf(structure: Structure, limits: Limits): Focus {
  const open = structure.measures.filter(isOpen)
  const count = (pick: (measureId: string) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const { id } of open) for (const one of pick(id)) counts.set(one, (counts.get(one) ?? 0) + 1)
    return counts
  }
  const inArea = count((id) => placeOf(structure, id).areas)
  const inGoal = count((id) => placeOf(structure, id).goals)
  const owners = new Map(open.map((m) => [m.id, ownersOf(m)]))
  const byOwner = count((id) => owners.get(id) ?? [])
  const nowhere = open.filter((m) => placeOf(structure, m.id).areas.length === 0).length
  const unowned = open.filter((m) => ownersOf(m).length === 0).length
  const areas = load('areas', structure.areas.length, limits.areas)
  const byArea = structure.areas.map((a) => load(a.id, inArea.get(a.id) ?? 0, limits.measuresPerArea))
  const byOrganisation = [...byOwner].map(([id, n]) => load(id, n, limits.measuresPerOrganisation)).toSorted((a, b) => b.count - a.count)
  return {
    areas,
    byArea: nowhere > 0 ? [...byArea, load(null, nowhere, null)] : byArea,
    byOrganisation: unowned > 0 ? [...byOrganisation, load(null, unowned, null)] : byOrganisation,
    byGoal: structure.goals.map((g) => ({
      id: g.id,
      areas: structure.areas.filter((a) => structure.goalsOfArea.get(a.id)?.includes(g.id)).length,
      measures: inGoal.get(g.id) ?? 0,
    })),
    open: open.length,
    over: areas.over || [...byArea, ...byOrganisation].some((l) => l.over),
  }
}

export const hasLimits = (limits: Limits): boolean => limits.areas !== null || limits.measuresPerArea !== null || limits.measuresPerOrganisation !== null
