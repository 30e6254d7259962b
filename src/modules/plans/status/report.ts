import type { Milestone } from '../measure/milestone.store.ts'

/** What a round says of a measure: the state that was answered, or that it is not theirs. Null is that nobody answered. */
export type Word = { state: string | null; disowned: boolean }

/** How a measure stands against the last time somebody answered about it. */
export const verdicts = ['better', 'same', 'worse', 'stopped', 'new', 'disowned', 'silent'] as const
export type Verdict = (typeof verdicts)[number]

/** How far along each state is. One that is delayed is behind one that has not begun: something that was promised does not hold. */
const ranks: Readonly<Record<string, number>> = { delayed: 0, not_started: 1, in_progress: 2, completed: 3 }

/**
 * A measure now against the last answer about it. One that has just been ended has stopped, which is neither better nor worse; one that
 * was ended and goes on is better. Without an earlier state to hold it against it is new. Silence and «not ours» say nothing of how it goes.
 */
export function verdictOf(now: Word | null, last: Word | null): Verdict {
  if (now === null) return 'silent'
  if (now.disowned || now.state === null) return now.disowned ? 'disowned' : 'silent'
  const before = last?.disowned ? null : (last?.state ?? null)
  if (now.state === 'cancelled') return before === 'cancelled' ? 'same' : 'stopped'
  if (before === null) return 'new'
  if (before === now.state) return 'same'
  if (before === 'cancelled') return 'better'
  return (ranks[now.state] ?? 0) > (ranks[before] ?? 0) ? 'better' : 'worse'
}

/** How many of each verdict. */
export const tallyOf = (found: readonly Verdict[]): Record<Verdict, number> =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, found.filter((one) => one === verdict).length])) as Record<Verdict, number>

/** What most of the measures are held against; the later of two that are as many. Null when there is nothing earlier. */
export function mostHeldAgainst(rounds: readonly number[]): number | null {
  const counts = [...Map.groupBy(rounds, (number) => number)].map(([number, all]) => ({ number, n: all.length }))
  return counts.toSorted((a, b) => b.n - a.n || b.number - a.number)[0]?.number ?? null
}

/** Days as 'YYYY-MM-DD': after `since` (from the beginning when it is null), through `until`. */
export type Period = { since: string | null; until: string }

/** Milestones that were reached in a period, and those that were to be, and are not. */
export function milestonesIn(milestones: readonly Milestone[], { since, until }: Period): { passed: Milestone[]; missed: Milestone[] } {
  const within = (day: string | null) => day !== null && day <= until && (since === null || day > since)
  return { passed: milestones.filter((one) => within(one.doneOn)), missed: milestones.filter((one) => one.doneOn === null && within(one.dueOn)) }
}
