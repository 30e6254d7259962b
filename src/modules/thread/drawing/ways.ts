import type { Picture, PictureNode, Step, StepId, Thread } from './picture.ts'

/** How one end of an item's thread looks: `start` and `finish` have nothing to be joined to in the steps in use. */
export type End = 'joined' | 'frayed' | 'open' | 'outermost'

/** The threads of a picture read as ways: who is before and after whom, and what hangs together from first to last. */
export type Ways = {
  readonly nodes: readonly PictureNode[]
  readonly threads: readonly Thread[]
  readonly before: ReadonlyMap<string, readonly string[]>
  readonly after: ReadonlyMap<string, readonly string[]>
  /** Items on an unbroken way from the first step in use to the last. */
  readonly whole: ReadonlySet<string>
  readonly isWhole: (thread: Thread) => boolean
  readonly ends: (node: PictureNode) => { before: End; after: End }
  readonly column: (node: PictureNode) => number
}

/** A measure may deliver straight to a goal, so this is the one step in use that an unbroken way may pass over. */
const mayBePassed: StepId = 'priorityArea'

const norsk = new Intl.Collator('nb', { numeric: true })

/** One order for all input orders: step, number, title, id. */
export function inOrder(nodes: readonly PictureNode[], steps: readonly Step[]): PictureNode[] {
  const at = new Map(steps.map((step, i) => [step.id, i]))
  const position = (node: PictureNode) => at.get(node.step) ?? steps.length
  return [...nodes].sort(
    (a, b) =>
      position(a) - position(b) ||
      (a.number === undefined ? 1 : 0) - (b.number === undefined ? 1 : 0) ||
      norsk.compare(String(a.number ?? ''), String(b.number ?? '')) ||
      norsk.compare(a.title, b.title) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/** Turns every thread along the steps, drops those without both ends, and keeps one per pair (the one that holds). */
function alongTheSteps(threads: readonly Thread[], column: ReadonlyMap<string, number>): Thread[] {
  const rank = new Map([...column.keys()].map((id, i) => [id, i]))
  const at = (id: string) => rank.get(id) ?? 0
  const kept = new Map<string, Thread>()
  for (const thread of threads) {
    const from = column.get(thread.from)
    const to = column.get(thread.to)
    if (from === undefined || to === undefined || thread.from === thread.to) continue
    const turned = from > to || (from === to && thread.from > thread.to) ? { ...thread, from: thread.to, to: thread.from } : thread
    const key = JSON.stringify([turned.from, turned.to])
    const other = kept.get(key)
    const better = other && (turned.holds === other.holds ? (turned.note ?? '') < (other.note ?? '') : turned.holds)
    if (!other || better) kept.set(key, turned)
  }
  return [...kept.values()].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to))
}

/** Reads the threads of a picture as ways. Linear in items and threads. */
export function waysOf({ steps, nodes: given, threads: tied }: Pick<Picture, 'steps' | 'nodes' | 'threads'>): Ways {
  const nodes = inOrder([...new Map(given.map((node) => [node.id, node])).values()], steps)
  const stepAt = new Map(steps.map((step, i) => [step.id, i]))
  const column = new Map(nodes.map((node) => [node.id, stepAt.get(node.step) ?? steps.length]))
  const threads = alongTheSteps(tied, column)
  const before = new Map<string, string[]>(nodes.map((node) => [node.id, []]))
  const after = new Map<string, string[]>(nodes.map((node) => [node.id, []]))
  for (const { from, to } of threads) {
    after.get(from)?.push(to)
    before.get(to)?.push(from)
  }

  const used = steps.flatMap((step, i) => (step.inUse ? [i] : []))
  const first = used[0] ?? 0
  const last = used.at(-1) ?? 0
  const at = (id: string) => column.get(id) ?? 0
  const next = (from: number, to: number) =>
    to > from && used.every((i) => i <= from || i >= to || steps[i]?.id === mayBePassed)
  const carrying = new Map<string, Thread[]>()
  const carriedBy = new Map<string, Thread[]>()
  for (const thread of threads) {
    if (!thread.holds || !next(at(thread.from), at(thread.to))) continue
    carrying.set(thread.from, [...(carrying.get(thread.from) ?? []), thread])
    carriedBy.set(thread.to, [...(carriedBy.get(thread.to) ?? []), thread])
  }
  const fromFirst = new Set<string>()
  const toLast = new Set<string>()
  for (const { id } of nodes) {
    if (at(id) === first || carriedBy.get(id)?.some(({ from }) => fromFirst.has(from))) fromFirst.add(id)
  }
  for (const { id } of [...nodes].reverse()) {
    if (at(id) === last || carrying.get(id)?.some(({ to }) => toLast.has(to))) toLast.add(id)
  }
  const several = used.length > 1
  const isWhole = (thread: Thread) =>
    several && thread.holds && next(at(thread.from), at(thread.to)) && fromFirst.has(thread.from) && toLast.has(thread.to)

  const saysWhich = nodes.some((node) => node.loose.some((loose) => loose.end))
  const end = (node: PictureNode, side: 'before' | 'after'): End => {
    const others = (side === 'before' ? before : after).get(node.id) ?? []
    if (others.some((id) => at(id) !== at(node.id))) return 'joined'
    if (side === 'before' ? at(node.id) <= first : at(node.id) >= last) return 'outermost'
    if (saysWhich) return node.loose.some((loose) => loose.end === side) ? 'frayed' : 'open'
    return side === 'before' || node.loose.length > 0 ? 'frayed' : 'open'
  }
  return {
    nodes,
    threads,
    before,
    after,
    whole: new Set(several ? nodes.filter(({ id }) => fromFirst.has(id) && toLast.has(id)).map(({ id }) => id) : []),
    isWhole,
    ends: (node) => ({ before: end(node, 'before'), after: end(node, 'after') }),
    column: (node) => at(node.id),
  }
}

/** Everything that one can reach from an item in one direction, the item itself not counted. */
export function reached(from: string, neighbours: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>()
  const queue = [...(neighbours.get(from) ?? [])]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id) || id === from) continue
    seen.add(id)
    queue.push(...(neighbours.get(id) ?? []))
  }
  return seen
}

/** An item is loose when the check says so or when an end of its thread is frayed. */
export function isLoose(node: PictureNode, ways: Ways): boolean {
  const { before, after } = ways.ends(node)
  return node.loose.length > 0 || before === 'frayed' || after === 'frayed'
}
