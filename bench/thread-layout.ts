/**
 * How long a layout takes beside dagre on the same plan, and how many threads cross. Run: node bench/thread-layout.ts
 * Dagre may not put an item in another column than its step, so every thread is given the length between its two steps.
 */
import dagre from '@dagrejs/dagre'
import { layOut } from '../src/modules/thread/drawing/layout.ts'
import { stepIds } from '../src/modules/thread/drawing/picture.ts'
import type { Picture, PictureNode, Thread } from '../src/modules/thread/drawing/picture.ts'

/** A plan of a given size from a fixed seed, shaped like real ones: half of it measures. */
function plan(items: number, ties: number): Picture {
  let seed = 7
  const random = () => (seed = (seed * 1664525 + 1013904223) % 4294967296) / 4294967296
  const shares = [0.12, 0.06, 0.03, 0.06, 0.46, 0.17, 0.06, 0.04]
  const nodes = stepIds.flatMap((step, s) =>
    Array.from({ length: Math.round(items * (shares[s] ?? 0)) }, (_, i): PictureNode => ({
      id: `${step}${i}`, step, title: `Et tiltak med en tittel av vanlig lengde nummer ${i}`, href: '/', kindName: step, number: i,
      loose: random() < 0.2 ? [{ word: 'uten eier' }] : [], knots: [],
    })),
  )
  const by = stepIds.map((step) => nodes.filter((node) => node.step === step))
  const threads: Thread[] = []
  const pick = (s: number, near: number) => by[s]?.[Math.min((by[s]?.length ?? 1) - 1, Math.floor(near * (by[s]?.length ?? 0)))]?.id ?? ''
  while (threads.length < ties) {
    const to = nodes[Math.floor(random() * nodes.length)] as PictureNode
    const s = stepIds.indexOf(to.step)
    const from = s - (random() < 0.08 ? 2 : 1)
    if (from < 0) continue
    const place = (by[s]?.indexOf(to) ?? 0) / (by[s]?.length ?? 1)
    threads.push({ from: pick(from, Math.min(0.999, Math.max(0, place + (random() - 0.5) * 0.25))), to: to.id, holds: true })
  }
  return { lang: 'nb', steps: stepIds.map((id) => ({ id, name: id, inUse: true })), nodes, threads, hrefFor: () => '/' }
}

const milliseconds = (run: () => unknown, times: number) => {
  const all = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return `median ${(all[Math.floor(times / 2)] ?? 0).toFixed(1)} ms, slowest ${(all.at(-1) ?? 0).toFixed(1)} ms`
}

/** Straight lines between the items' ends that cross, threads between neighbouring steps only. */
function crossings(picture: Picture, y: ReadonlyMap<string, number>): number {
  const column = new Map(picture.nodes.map(({ id, step }) => [id, stepIds.indexOf(step)]))
  const lines = picture.threads.flatMap(({ from, to }) => ((column.get(to) ?? 0) - (column.get(from) ?? 0) === 1 ? [[column.get(from) ?? 0, y.get(from) ?? 0, y.get(to) ?? 0] as const] : []))
  return lines.reduce((sum, [c, a, b], i) => sum + lines.slice(i + 1).filter(([d, p, q]) => c === d && (a - p) * (b - q) < 0).length, 0)
}

function withDagre({ nodes, threads }: Picture) {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 9, ranksep: 40 })
  graph.setDefaultEdgeLabel(() => ({}))
  const column = new Map(nodes.map(({ id, step }) => [id, stepIds.indexOf(step)]))
  for (const { id } of nodes) graph.setNode(id, { width: 140, height: 60 })
  for (const { from, to } of threads) graph.setEdge(from, to, { minlen: (column.get(to) ?? 0) - (column.get(from) ?? 0) })
  dagre.layout(graph)
  return new Map(nodes.map(({ id }) => [id, graph.node(id).y ?? 0]))
}

for (const [items, ties] of [[85, 100], [300, 600], [1000, 2000]] as const) {
  const picture = plan(items, ties)
  const flat = { ...picture, groupBy: 'none' } as const
  const own = new Map(layOut(flat).units.map(({ key, y, face }) => [key, y + face.lineAt]))
  console.log(`${picture.nodes.length} items, ${ties} threads`)
  console.log(`  own, all items    ${milliseconds(() => layOut(flat), 15)}, ${crossings(picture, own)} crossings`)
  console.log(`  own, grouped      ${milliseconds(() => layOut(picture), 15)}`)
  if (items <= 300) console.log(`  dagre, all items  ${milliseconds(() => withDagre(picture), 5)}, ${crossings(picture, withDagre(picture))} crossings`)
}
