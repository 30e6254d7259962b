import { distance } from '../layout/near.ts'
import type { ParsedMeasure, ParsedPlan, Source } from '../plan.ts'

type Ref = { readonly number: string | null; readonly title: string; readonly source: Source }
export type FieldChange = { readonly field: ChangedField; readonly from: unknown; readonly to: unknown }
export type ChangedField = 'number' | 'goals' | 'priorityArea' | 'owners' | 'partners' | 'period' | 'status' | 'cost' | 'indicators' | 'anchoring' | 'notes'

/** What is different in the newer plan. A measure that got a new title and new contents is in both `renamed` and `changed`. */
export type Changes = {
  readonly changed: readonly (Ref & { readonly fields: readonly FieldChange[] })[]
  readonly renamed: readonly (Ref & { readonly from: string; readonly to: string })[]
  readonly added: readonly Ref[]
  readonly removed: readonly Ref[]
}

/** From the older plan to the newer. Measures are known again by title, number and place, so that none is doubled. */
export function comparePlans(older: ParsedPlan, newer: ParsedPlan): Changes {
  const before = described(older)
  const after = described(newer)
  const pairs = match(before, after)
  const old = new Set(pairs.map(([from]) => from))
  const fresh = new Set(pairs.map(([, to]) => to))
  const changed = pairs.map(([from, to]) => ({ ...ref(to.measure), fields: differences(from, to) })).filter(each => each.fields.length > 0)
  const renamed = pairs.filter(([from, to]) => from.measure.title !== to.measure.title)
    .map(([from, to]) => ({ ...ref(to.measure), from: from.measure.title, to: to.measure.title }))
  return {
    changed, renamed,
    added: after.filter(each => !fresh.has(each)).map(each => ref(each.measure)),
    removed: before.filter(each => !old.has(each)).map(each => ref(each.measure)),
  }
}

/** A measure with its goals and area in words, since ids follow the order of each file. */
type Described = { readonly measure: ParsedMeasure; readonly title: string; readonly goals: readonly string[]; readonly area: string | null }

function described(plan: ParsedPlan): Described[] {
  const titles = new Map([...plan.goals, ...plan.priorityAreas].map(each => [each.id, each.title]))
  return plan.measures.map(measure => ({
    measure, title: plain(measure.title), goals: measure.goals.map(id => titles.get(id) ?? id),
    area: measure.priorityArea === null ? null : (titles.get(measure.priorityArea) ?? null),
  }))
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const ref = ({ number, title, source }: ParsedMeasure): Ref => ({ number, title, source })

type Pair = readonly [Described, Described]

/** First the sure ones (same words), then the most alike of the rest. */
function match(before: readonly Described[], after: readonly Described[]): Pair[] {
  const pairs: Pair[] = []
  const left = new Set(before)
  const open = new Set(after)
  const pair = (from: Described, to: Described) => {
    pairs.push([from, to])
    left.delete(from)
    open.delete(to)
  }
  const byTitle = Map.groupBy(before, each => each.title)
  for (const strict of [3, 2, 1, 0]) {
    for (const to of [...open]) {
      const found = (byTitle.get(to.title) ?? []).find(from => left.has(from) && place(from, to) >= strict)
      if (found) pair(found, to)
    }
  }
  const alike: { from: Described; to: Described; score: number }[] = []
  const words = new Map([...left, ...open].map(each => [each, new Set(each.title.split(' ').filter(word => word.length > 2))]))
  // Only those that share a word that is not in everything, or the number, are looked at.
  const byWord = new Map<string, Described[]>()
  for (const from of left) {
    for (const key of [...(words.get(from) ?? []), `nr ${from.measure.number ?? ''}`]) {
      const list = byWord.get(key)
      if (list) list.push(from)
      else byWord.set(key, [from])
    }
  }
  for (const to of open) {
    const near = new Set([...(words.get(to) ?? []), `nr ${to.measure.number ?? ''}`].flatMap(key => (byWord.get(key) ?? []).slice(0, 100)))
    for (const from of near) {
      const score = likeness(from, to, words)
      if (score > 0) alike.push({ from, to, score })
    }
  }
  for (const { from, to } of alike.toSorted((a, b) => b.score - a.score)) if (left.has(from) && open.has(to)) pair(from, to)
  const order = new Map(after.map((each, index) => [each, index]))
  return pairs.toSorted((a, b) => (order.get(a[1]) ?? 0) - (order.get(b[1]) ?? 0))
}

/** How many of number, goal and area are the same. */
function place(from: Described, to: Described): number {
  const sameNumber = from.measure.number !== null && from.measure.number === to.measure.number
  return Number(sameNumber) + Number(from.goals.join() === to.goals.join()) + Number(from.area === to.area)
}

/** Above 0 when two titles are taken for the same measure: alike in words, or the same number and some of the words. */
function likeness(from: Described, to: Described, words: ReadonlyMap<Described, ReadonlySet<string>>): number {
  const a = words.get(from) ?? new Set<string>()
  const b = words.get(to) ?? new Set<string>()
  const shared = [...a].filter(word => b.has(word)).length
  const jaccard = shared / Math.max(1, a.size + b.size - shared)
  if (shared === 0 && a.size + b.size > 4) return 0
  const longest = Math.max(from.title.length, to.title.length)
  const letters = longest <= 300 && (jaccard >= 0.2 || longest <= 30) ? 1 - distance(from.title, to.title) / Math.max(1, longest) : 0
  const best = Math.max(jaccard, letters)
  const sameNumber = from.measure.number !== null && from.measure.number === to.measure.number
  const enough = sameNumber ? 0.35 : 0.6
  return best >= enough ? best + (sameNumber ? 0.3 : 0) + place(from, to) * 0.02 : 0
}

function differences(from: Described, to: Described): FieldChange[] {
  const a = from.measure
  const b = to.measure
  const pairs: readonly (readonly [ChangedField, unknown, unknown])[] = [
    ['number', a.number, b.number], ['goals', from.goals, to.goals], ['priorityArea', from.area, to.area],
    ['owners', a.owners, b.owners], ['partners', a.partners, b.partners], ['period', a.period, b.period], ['status', a.status, b.status],
    ['cost', a.cost, b.cost], ['indicators', a.indicators, b.indicators], ['anchoring', a.anchoring, b.anchoring], ['notes', a.notes, b.notes],
  ]
  return pairs.filter(([, old, fresh]) => JSON.stringify(old) !== JSON.stringify(fresh)).map(([field, old, fresh]) => ({ field, from: old, to: fresh }))
}
