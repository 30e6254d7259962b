export type Wish = { readonly height: number; readonly top: number; readonly weight: number }

/**
 * Places a column's items in their given order as near their wished tops as possible (least squares), with `gap` between
 * them, inside 0…room. Exact: isotonic regression by pooling neighbours (Ayer et al. 1955); whole pixels. A column
 * higher than the room starts at 0 and runs over.
 */
export function align(wishes: readonly Wish[], gap: number, room: number): number[] {
  const stacked: number[] = []
  let sum = 0
  for (const { height } of wishes) {
    stacked.push(sum)
    sum += height + gap
  }
  const slack = Math.max(0, room - (sum - gap))
  type Pool = { value: number; weight: number; size: number }
  const pools: Pool[] = []
  wishes.forEach(({ top, weight }, i) => {
    let pool: Pool = { value: top - (stacked[i] ?? 0), weight, size: 1 }
    for (let last = pools.at(-1); last && last.value >= pool.value; last = pools.at(-1)) {
      pools.pop()
      const both = last.weight + pool.weight
      pool = { value: (last.value * last.weight + pool.value * pool.weight) / both, weight: both, size: last.size + pool.size }
    }
    pools.push(pool)
  })
  const free = pools.flatMap(({ value, size }) => Array.from({ length: size }, () => Math.round(Math.min(Math.max(value, 0), slack))))
  return free.map((value, i) => value + (stacked[i] ?? 0))
}
