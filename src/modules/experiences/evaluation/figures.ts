import type { Counts } from './suppress.ts'

/** The middle answer, how far the middle half of the answers reaches, and how many agree. Of those who took a stand; `null` when nobody did. */
export type Figures = { answered: number; dontKnow: number; median: number; from: number; to: number; /** The share that answered 4 or 5. */ agree: number }

/** The answer at a place in the row of all answers, the lowest first; a place between two is between their answers. */
function at(counts: Counts, place: number): number {
  const value = (nth: number): number => {
    let seen = 0
    for (let score = 1; score <= 5; score++) {
      seen += counts[score] ?? 0
      if (nth < seen) return score
    }
    return 5
  }
  return (value(Math.floor(place)) + value(Math.ceil(place))) / 2
}

/** Median and quartiles (the medians of the lower and the upper half, each with the middle one when the number is odd: Tukey's hinges), and the share that agrees. */
export function figuresOf(counts: Counts): Figures | null {
  const answered = counts.slice(1).reduce((sum, n) => sum + n, 0)
  if (answered === 0) return null
  const half = Math.floor((answered - 1) / 2)
  return {
    answered, dontKnow: counts[0] ?? 0, median: at(counts, (answered - 1) / 2), from: at(counts, half / 2), to: at(counts, answered - 1 - half / 2), agree: ((counts[4] ?? 0) + (counts[5] ?? 0)) / answered,
  }
}
