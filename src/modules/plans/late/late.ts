import { plainDate } from '../../../platform/time/oslo.ts'
import { milestoneState } from '../measure/milestone.ts'

/** What these rules need of a measure; days are YYYY-MM-DD, `quietSince` is when its status last was set. */
export type Watched = {
  id: string
  state: string | null
  ends: string | null
  owners: number
  needsDecision: string | null
  quietSince: Temporal.PlainDate
  milestones: readonly { title: string; dueOn: string | null; doneOn: string | null }[]
}

export const concerns = ['needsDecision', 'overdue', 'milestone', 'delayed', 'noOwner', 'quiet'] as const
export type Concern = (typeof concerns)[number]
/** `since` is the day it has been so from, where there is one; `what` a milestone's title or the decision that is needed. */
export type Found = { concern: Concern; id: string; since: Temporal.PlainDate | null; what: string | null }

const isOver = (state: string | null) => state === 'completed' || state === 'cancelled'

/**
 * What stands in the way, measure by measure. A deadline counts from the day after; what is over is left in peace; a measure that
 * is both late and said to be delayed stands only as late. Status is quiet when nothing has been said of it for `months`, and only
 * for work that is under way: what is not begun and not due has nothing to tell.
 */
export function concernsOf(measure: Watched, today: Temporal.PlainDate, months: number): Found[] {
  if (isOver(measure.state)) return []
  const { id } = measure
  const found: Found[] = []
  const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0
  const ends = measure.ends === null ? null : plainDate(measure.ends)
  const overdue = ends !== null && isBefore(ends, today)
  if (measure.needsDecision !== null) found.push({ concern: 'needsDecision', id, since: null, what: measure.needsDecision })
  if (overdue) found.push({ concern: 'overdue', id, since: ends, what: null })
  else if (measure.state === 'delayed') found.push({ concern: 'delayed', id, since: null, what: null })
  for (const milestone of measure.milestones) {
    if (milestoneState(milestone, today) === 'overdue') found.push({ concern: 'milestone', id, since: milestone.dueOn === null ? null : plainDate(milestone.dueOn), what: milestone.title })
  }
  if (measure.owners === 0) found.push({ concern: 'noOwner', id, since: null, what: null })
  if (measure.state === 'in_progress' && isBefore(measure.quietSince, today.subtract({ months }))) found.push({ concern: 'quiet', id, since: measure.quietSince, what: null })
  return found
}

/** All concerns of a plan, in groups; the longest wait first. */
export function groupedConcerns(measures: readonly Watched[], today: Temporal.PlainDate, months: number): Map<Concern, Found[]> {
  const all = measures.flatMap((m) => concernsOf(m, today, months))
  const order = (a: Found, b: Found) => (a.since && b.since ? Temporal.PlainDate.compare(a.since, b.since) : a.since ? -1 : b.since ? 1 : 0)
  return new Map(concerns.map((concern) => [concern, all.filter((f) => f.concern === concern).toSorted(order)]))
}
