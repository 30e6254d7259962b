import { type Importance, scale } from './rating.ts'

/** How many said 1, 2, 3, 4 and 5. */
export type Counts = readonly number[]

/** What many say of one challenge, together. `n` is how many rated it, and `unsure` how many do not know. */
export type Spread = { n: number; unsure: number; counts: Counts; median: number; lower: number; upper: number; dispersion: number }

/** The fewest ratings that are shown together, and the fewest of one type of organisation that are shown apart. */
export const fewest = 3
export const fewestOfType = 5

/** A quantile by linear interpolation between the nearest (Hyndman and Fan 1996, number 7: what spreadsheets do). `sorted` has at least one value. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * How far apart the answers on an ordered scale are, from 0, where all say the same, to 1, where half stand at each end: the ordinal dispersion of Blair and
 * Lacy (Statistics of ordinal variation, 2000), the sum of F(1 − F) over the cumulative shares, as a share of the largest that it can be. It makes no use of
 * distances between the steps, which a word scale has none of.
 */
export function dispersionOf(counts: Counts): number {
  const n = counts.reduce((a, b) => a + b, 0)
  if (n === 0) return 0
  const cumulative = counts.slice(0, -1).map((_, i) => counts.slice(0, i + 1).reduce((a, b) => a + b, 0) / n)
  return cumulative.reduce((sum, share) => sum + share * (1 - share), 0) / (cumulative.length / 4)
}

/** What many say together; null where too few rated it to be shown. */
export function spreadOf(ratings: readonly Importance[], unsure: number): Spread | null {
  if (ratings.length < fewest) return null
  const sorted = ratings.toSorted((a, b) => a - b)
  const counts = scale.map((step) => sorted.filter((one) => one === step).length)
  return { n: sorted.length, unsure, counts, median: quantile(sorted, 0.5), lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75), dispersion: dispersionOf(counts) }
}

export type Agreement = 'agreed' | 'mixed' | 'split'

/** In one word: agreed when nearly all stand within two steps beside each other, split when the answers are spread over the whole scale or gathered at its ends. */
export const agreementOf = (dispersion: number): Agreement => (dispersion <= 0.35 ? 'agreed' : dispersion <= 0.6 ? 'mixed' : 'split')

/** How the organisations of each type rate it, where they are enough; and where what is left of the whole, when they are taken away from it, is nobody or enough, so that the few cannot be reckoned out. */
export function spreadByType(ratings: readonly { type: string; importance: Importance }[]): Map<string, Spread> {
  const groups = [...Map.groupBy(ratings, (one) => one.type)].filter(([, all]) => all.length >= fewestOfType).toSorted(([, a], [, b]) => b.length - a.length)
  const left = () => ratings.length - groups.reduce((sum, [, all]) => sum + all.length, 0)
  while (groups.length > 0 && left() > 0 && left() < fewest) groups.pop()
  return new Map(groups.flatMap(([type, all]) => {
    const spread = spreadOf(all.map((one) => one.importance), 0)
    return spread ? [[type, spread] as const] : []
  }))
}

export const orders = ['importance', 'disagreement'] as const
export type Order = (typeof orders)[number]

const mean = ({ counts, n }: Spread): number => counts.reduce((sum, count, i) => sum + count * (i + 1), 0) / n

/** The most important first, or those that they disagree most on; what is not shown stands last, as it stood. */
export function ordered<T extends { spread: Spread | null }>(all: readonly T[], by: Order): T[] {
  return all.toSorted(({ spread: a }, { spread: b }) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    const [important, apart] = [b.median - a.median || mean(b) - mean(a), b.dispersion - a.dispersion]
    return by === 'importance' ? important || apart : apart || important
  })
}
