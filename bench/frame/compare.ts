export const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)

/** The value that this share of the numbers stay under: 0.5 is the middle. */
export function quantile(numbers: readonly number[], share: number): number {
  const all = sorted(numbers)
  return all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0
}
export const middle = (numbers: readonly number[]): number => quantile(numbers, 0.5)

/** The middle half of the numbers, as a share of the middle one. */
export const spreadOf = (numbers: readonly number[]): number => (numbers.length < 2 ? 0 : (quantile(numbers, 0.75) - quantile(numbers, 0.25)) / Math.max(middle(numbers), 1e-9))

/** How long it takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export type Compared = { value: number; baseline: number; ratio: number; spread: number }

/**
 * Two ways of working in turn, so that whatever else the machine does falls on both. What each gives a round is a number, such as
 * milliseconds or answers a second; the ratio is the middle one of the rounds' own ratios.
 */
export async function compare(rounds: number, work: (round: number) => Promise<number>, baseline: (round: number) => Promise<number>): Promise<Compared> {
  const [values, baselines]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    baselines.push(await baseline(round))
    values.push(await work(round))
  }
  const ratios = values.map((value, i) => value / Math.max(baselines[i] ?? 0, 1e-9))
  return { value: middle(values), baseline: middle(baselines), ratio: middle(ratios), spread: spreadOf(ratios) }
}

/** Makes sure of an answer: a fast wrong one is worth nothing. */
export function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`The answer is wrong: ${what}`)
}
