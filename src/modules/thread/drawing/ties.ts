import type { Unit } from './units.ts'
import type { Ways } from './ways.ts'

/** The threads between two units, as one: how many, how many on an unbroken way, how many that do not hold. */
export type Bound = {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly count: number
  readonly wholes: number
  readonly weak: number
}

/** Gathers threads between units; those inside one bundle, or with an end that is not shown, fall away. */
export function tiesOf(units: readonly Unit[], ways: Ways): Bound[] {
  const home = new Map<string, string>()
  for (const unit of units) {
    if (unit.kind === 'node') home.set(unit.node.id, unit.key)
    if (unit.kind === 'bundle') for (const { id } of unit.members) home.set(id, unit.key)
  }
  const bounds = new Map<string, Bound>()
  for (const thread of ways.threads) {
    const from = home.get(thread.from)
    const to = home.get(thread.to)
    if (from === undefined || to === undefined || from === to) continue
    const key = `${from}>${to}`
    const old = bounds.get(key) ?? { key, from, to, count: 0, wholes: 0, weak: 0 }
    bounds.set(key, {
      ...old,
      count: old.count + 1,
      wholes: old.wholes + (ways.isWhole(thread) ? 1 : 0),
      weak: old.weak + (thread.holds ? 0 : 1),
    })
  }
  return [...bounds.values()].sort((a, b) => a.wholes - b.wholes || (a.key < b.key ? -1 : 1))
}
