/** Something that stands in a column: an item, a bundle, or the place where a long thread passes. */
export type Placed = { readonly key: string; readonly column: number; readonly band: number }
export type Tie = { readonly from: string; readonly to: string }

const sweeps = 8

/** Crossings between two neighbouring columns, counted with a Fenwick tree in O(E log V). */
function crossings(pairs: readonly (readonly [number, number])[], size: number): number {
  const tree = new Int32Array(size + 1)
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  let sum = 0
  sorted.forEach(([, right], seen) => {
    let before = 0
    for (let i = right + 1; i > 0; i -= i & -i) before += tree[i] ?? 0
    sum += seen - before
    for (let i = right + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1
  })
  return sum
}

/**
 * Orders each column so that threads cross as little as sweeps of barycentres can manage
 * (Sugiyama, Tagawa & Toda 1981), never mixing the bands. The
 * `held` column keeps its given order (readers know their goals by number). Given the same list it gives the same order.
 */
export function orderColumns<T extends Placed>(placed: readonly T[], ties: readonly Tie[], columns: number, held = -1): T[][] {
  let order: T[][] = Array.from({ length: columns }, () => [])
  for (const one of placed) order[one.column]?.push(one)
  for (const column of order) column.sort((a, b) => a.band - b.band)
  const column = new Map(placed.map((one) => [one.key, one.column]))
  const left = new Map<string, string[]>()
  const right = new Map<string, string[]>()
  for (const { from, to } of ties) {
    if ((column.get(to) ?? 0) - (column.get(from) ?? 0) < 1) continue
    left.set(to, [...(left.get(to) ?? []), from])
    right.set(from, [...(right.get(from) ?? []), to])
  }
  const placesOf = (state: readonly (readonly T[])[]) => new Map(state.flatMap((list) => list.map((one, i) => [one.key, i] as const)))
  const count = (state: readonly (readonly T[])[]) => {
    const at = placesOf(state)
    return state.reduce((sum, list, c) => {
      const pairs = list.flatMap((one, i) => (right.get(one.key) ?? []).map((to) => [i, at.get(to) ?? 0] as const))
      return sum + crossings(pairs, (state[c + 1]?.length ?? 0) + 1)
    }, 0)
  }

  let best = order
  let fewest = count(order)
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0
    const neighbours = forward ? left : right
    const at = placesOf(order)
    const next = [...order]
    for (let step = 1; step < columns; step++) {
      const c = forward ? step : columns - 1 - step
      const list = next[c] ?? []
      if (c === held) continue
      const middle = list.map((one, i) => {
        const others = neighbours.get(one.key)
        return others?.length ? others.reduce((sum, key) => sum + (at.get(key) ?? 0), 0) / others.length : i
      })
      next[c] = list.map((one, i) => ({ one, i, m: middle[i] ?? i }))
        .sort((a, b) => a.one.band - b.one.band || a.m - b.m || a.i - b.i)
        .map(({ one }) => one)
      next[c]?.forEach((one, i) => at.set(one.key, i))
    }
    order = next
    const now = count(order)
    if (now < fewest) {
      best = order
      fewest = now
    }
  }
  return best
}
