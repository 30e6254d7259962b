import { inject } from 'vitest'
import { numbersFrom } from './numbers.ts'

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
