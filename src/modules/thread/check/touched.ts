import type { Happening } from '../../../platform/audit/record.ts'
import type { Check, Hop } from '../../../platform/item/check.ts'

/** What a unit of work did to one workspace, as far as rules may care. */
export type Touched = {
  /** Something was done to these items. */
  items: Set<string>
  /** These came or went: were added, removed or brought back. */
  cameOrWent: Set<string>
  /** Links that were made, removed or made again. */
  ties: { relation: string; from: string; to: string }[]
  /** Something that every rule may depend on: what the workspace says of itself. */
  whole: boolean
}

/** An import may turn the plan's shape around; a choice concerns every item that its rule looks at. */
const ofWhole = new Set(['check.chosen', 'plan.imported'])
const comings = new Set(['item.added', 'item.removed', 'item.restored'])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reads what happened, workspace by workspace. */
export function touchedBy(happenings: readonly Happening[]): Map<string, Touched> {
  const touched = new Map<string, Touched>()
  for (const { workspaceId, what, itemId, body } of happenings) {
    const here = touched.get(workspaceId) ?? { items: new Set(), cameOrWent: new Set(), ties: [], whole: false }
    touched.set(workspaceId, here)
    if (what.startsWith('workspace.') || ofWhole.has(what)) here.whole = true
    if (what.startsWith('link.') && body) here.ties.push({ relation: text(body.relation), from: text(body.from), to: text(body.to) })
    else if (itemId) here.items.add(itemId)
    if (itemId && comings.has(what)) here.cameOrWent.add(itemId)
  }
  return touched
}

/** A way back from items that were touched to items of `kind` whose rules looked at them: `hops` is the way that the rule looks. */
export type WayBack = { kind: string; hops: readonly Hop[]; ids: readonly string[] }

/**
 * From where and along which ways rules may have seen what was touched. What only changed inside matters to rules that read
 * inside; a link matters to those that look along it, from its near end.
 */
export function waysBack(checks: readonly Check[], touched: Touched, kindOf: ReadonlyMap<string, string>): WayBack[] {
  const ways = new Map<string, { kind: string; hops: readonly Hop[]; ids: Set<string> }>()
  const add = (kind: string, hops: readonly Hop[], ids: Iterable<string>) => {
    const key = JSON.stringify([kind, hops])
    const way = ways.get(key) ?? { kind, hops, ids: new Set<string>() }
    for (const id of ids) way.ids.add(id)
    if (way.ids.size > 0) ways.set(key, way)
  }
  for (const { kind, looks = [], reads } of checks) {
    for (const hops of looks) {
      for (const [i, hop] of hops.entries()) {
        const ends = [...(reads ? touched.items : touched.cameOrWent)]
        add(kind, hops.slice(0, i + 1), ends.filter((id) => hop.kinds.length === 0 || hop.kinds.includes(kindOf.get(id) ?? '')))
        if (i === 0) continue
        add(kind, hops.slice(0, i), touched.ties.filter((tie) => tie.relation === hop.relation).map((tie) => (hop.out ? tie.from : tie.to)))
      }
    }
  }
  return [...ways.values()].map(({ kind, hops, ids }) => ({ kind, hops, ids: [...ids] }))
}
