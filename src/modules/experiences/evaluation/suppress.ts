/**
 * The fewest answers that are shown together. Among five nobody can be picked out by their own answer alone, and a partnership has seldom
 * more than ten or fifteen of a type: a higher limit would show no type at all.
 */
export const fewest = 5

/** How many answered each choice: at 0 «don't know», then 1 to 5. */
export type Counts = readonly number[]
export const answersOf = (counts: Counts): number => counts.reduce((sum, n) => sum + n, 0)
export const minus = (all: Counts, some: Counts): Counts => all.map((n, i) => n - (some[i] ?? 0))
export const together = (all: readonly Counts[]): Counts => Array.from({ length: 6 }, (_, i) => all.reduce((sum, one) => sum + (one[i] ?? 0), 0))

/** Whether these may be read together: enough of them, and not all alike, for then it is known what each of them answered. */
export const isSafe = (counts: Counts): boolean => answersOf(counts) >= fewest && counts.filter((n) => n > 0).length > 1

/** What may be shown of one statement; `total` null is nothing. */
export type Shown<G> = { total: Counts | null; groups: ReadonlyMap<G, Counts> }

/**
 * What may be shown of the answers to one statement, by group. Nothing when they are too few, or all alike. A group is shown when it is safe to read, and
 * when what is left of the total, once the groups that are shown are taken away from it, is either nobody or safe to read too: otherwise the few could be
 * read out of the difference. Then the smallest of the groups is held back with them. With few groups that may be all.
 */
export function suppress<G>(byGroup: ReadonlyMap<G, Counts>): Shown<G> {
  const groups = [...byGroup].filter(([, counts]) => answersOf(counts) > 0)
  const total = together(groups.map(([, counts]) => counts))
  if (!isSafe(total)) return { total: null, groups: new Map() }
  const shown = groups.filter(([, counts]) => isSafe(counts)).toSorted(([, a], [, b]) => answersOf(b) - answersOf(a))
  const rest = () => minus(total, together(shown.map(([, counts]) => counts)))
  while (shown.length > 0 && answersOf(rest()) > 0 && !isSafe(rest())) shown.pop()
  return { total, groups: new Map(shown) }
}
