import { inject } from 'vitest'

/**
 * A few of a large product of cases, drawn by the printed seed; all of them under `npm run test:all`.
 * The same seed draws the same cases: `SEED=123 npm test`.
 */
export function sample<T>(cases: readonly T[], count: number): readonly T[] {
  const { seed, all } = inject('sampling')
  return all ? cases : draw(cases, count, seed)
}

/** `count` of the cases in their own order, drawn evenly. */
export function draw<T>(cases: readonly T[], count: number, seed: number): readonly T[] {
  const random = numbersFrom(seed)
  return cases
    .map((value, place) => ({ value, place, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

/** Mulberry32: even numbers in [0, 1), the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
