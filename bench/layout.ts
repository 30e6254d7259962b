import dagre from '@dagrejs/dagre'
import { layOut } from '../src/modules/thread/drawing/layout.ts'
import { type Picture, type PictureNode, stepIds, type Thread } from '../src/modules/thread/drawing/picture.ts'
import { assert, compare, timed } from './frame/compare.ts'
import type { Measure } from './frame/measure.ts'
import { numbersFrom } from '../tests/support/numbers.ts'

const column = (step: PictureNode['step']) => stepIds.indexOf(step)

/** A plan shaped like real ones: half of it measures, most threads to the next column and to what is near. */
function plan(items: number, ties: number): Picture {
  const random = numbersFrom(7)
  const shares = [0.12, 0.06, 0.03, 0.06, 0.46, 0.17, 0.06, 0.04]
  const nodes = stepIds.flatMap((step, s) =>
    Array.from({ length: Math.round(items * (shares[s] ?? 0)) }, (_, i): PictureNode => ({
      id: `${step}${i}`, step, title: `Et tiltak med en tittel av vanlig lengde nummer ${i}`, href: '/', kindName: step, number: i,
      loose: random() < 0.2 ? [{ word: 'uten eier' }] : [], knots: [],
    })))
  const by = stepIds.map((step) => nodes.filter((node) => node.step === step))
  const threads: Thread[] = []
  const pick = (s: number, near: number) => by[s]?.[Math.min((by[s]?.length ?? 1) - 1, Math.floor(near * (by[s]?.length ?? 0)))]?.id ?? ''
  while (threads.length < ties) {
    const to = nodes[Math.floor(random() * nodes.length)] as PictureNode
    const from = column(to.step) - (random() < 0.08 ? 2 : 1)
    if (from < 0) continue
    const own = by[column(to.step)]
    const place = (own?.indexOf(to) ?? 0) / (own?.length ?? 1)
    threads.push({ from: pick(from, Math.min(0.999, Math.max(0, place + (random() - 0.5) * 0.25))), to: to.id, holds: true })
  }
  return { lang: 'nb', steps: stepIds.map((id) => ({ id, name: id, inUse: true })), nodes, threads, hrefFor: () => '/' }
}

/** Straight lines between the items' ends that cross, threads between neighbouring columns only. */
function crossings({ nodes, threads }: Picture, y: ReadonlyMap<string, number>): number {
  const columns = new Map(nodes.map(({ id, step }) => [id, column(step)]))
  const lines = threads.flatMap(({ from, to }) => ((columns.get(to) ?? 0) - (columns.get(from) ?? 0) === 1 ? [[columns.get(from) ?? 0, y.get(from) ?? 0, y.get(to) ?? 0] as const] : []))
  return lines.reduce((sum, [c, a, b], i) => sum + lines.slice(i + 1).filter(([d, p, q]) => c === d && (a - p) * (b - q) < 0).length, 0)
}

/** Dagre may not put an item in another column than its step, so every thread is given the length between its two steps. */
function withDagre({ nodes, threads }: Picture): Map<string, number> {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 9, ranksep: 40 })
  graph.setDefaultEdgeLabel(() => ({}))
  const columns = new Map(nodes.map(({ id, step }) => [id, column(step)]))
  for (const { id } of nodes) graph.setNode(id, { width: 140, height: 60 })
  for (const { from, to } of threads) graph.setEdge(from, to, { minlen: (columns.get(to) ?? 0) - (columns.get(from) ?? 0) })
  dagre.layout(graph)
  return new Map(nodes.map(({ id }) => [id, graph.node(id).y ?? 0]))
}

/** Our own layout of a drawn thread beside dagre's of the same. */
export const layout: Measure = {
  name: 'layout',
  async run({ tell }) {
    const picture = { ...plan(300, 600), groupBy: 'none' } as const
    const own = () => new Map(layOut(picture).units.map(({ key, y, face }) => [key, y + face.lineAt]))
    assert(own().size === picture.nodes.length, 'items are missing in the picture')
    const found = await compare(5, () => timed(own), () => timed(() => withDagre(picture)))
    tell({ name: 'layout of 300 items and 600 threads, beside dagre', unit: 'ms', ...found, target: { of: 'ratio', atMost: 1 } })
    const [ours, theirs] = [crossings(picture, own()), crossings(picture, withDagre(picture))]
    tell({ name: 'crossings in the layout of 300 items, beside dagre', unit: '', value: ours, baseline: theirs, ratio: ours / theirs, spread: 0, target: null })
  },
}
