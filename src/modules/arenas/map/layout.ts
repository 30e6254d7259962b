import { textWidth, wrap } from '../../thread/index.ts'
import type { Connection } from './connections.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Node = Box & { id: string; lines: readonly string[] }
/** A line between two arenas, and where its word stands (null when it has none). */
export type Edge = { connection: Connection; path: string; label: (Box & { text: string }) | null; arrowAtOne: boolean; arrowAtOther: boolean }
export type Layout = { width: number; height: number; rows: readonly { level: string; y: number }[]; nodes: readonly Node[]; edges: readonly Edge[] }

type Arena = { id: string; title: string; level: string | null }
type Point = readonly [x: number, y: number]

const width = 1080
const side = 110
const nodeWidth = 168
const lineHeight = 17
const rowGap = 96
const mostInRow = 5
export const typeSize = 13
const levels = ['political', 'administrative', 'professional', 'open', 'none'] as const

/** Arenas in rows by level, the political on top; within a row those stand near each other that have to do with each other. `wordOf` is what is written on a line. */
export function layoutOf(arenas: readonly Arena[], connections: readonly Connection[], wordOf: (connection: Connection) => string): Layout {
  const nodes: Node[] = []
  const rows: { level: string; y: number }[] = []
  let y = 16
  for (const level of levels) {
    const here = ordered(arenas.filter((arena) => (arena.level ?? 'none') === level), nodes, connections)
    for (let i = 0; i < here.length; i += mostInRow) {
      const row = here.slice(i, i + mostInRow)
      if (i === 0) rows.push({ level, y })
      const written = row.map((arena) => wrap(arena.title, nodeWidth - 20, typeSize, 3))
      const height = Math.max(...written.map((lines) => lines.length)) * lineHeight + 18
      const room = (width - side) / row.length
      // Every other row stands a little aside, so that a line from above does not run behind a node.
      const aside = row.length < mostInRow && nodes.length > 0 && rows.length % 2 === 0 ? Math.min(34, (room - nodeWidth) / 2 - 4) : 0
      for (const [n, arena] of row.entries()) nodes.push({ id: arena.id, x: side + room * (n + 0.5) - nodeWidth / 2 + aside, y, width: nodeWidth, height, lines: written[n] ?? [] })
      y += height + rowGap
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const taken: Box[] = [...nodes]
  const edges = connections.flatMap((connection): Edge[] => {
    const [one, other] = [byId.get(connection.one), byId.get(connection.other)]
    if (!one || !other) return []
    const [from, bend, to] = curveBetween(one, other)
    const text = wordOf(connection)
    const label = text ? placeLabel(text, from, bend, to, taken) : null
    if (label) taken.push(label)
    return [{ connection, path: `M${at(from)}Q${at(bend)} ${at(to)}`, label, ...arrows(connection) }]
  })
  return { width, height: Math.max(y - rowGap + 16, 60), rows, nodes, edges }
}

const at = ([x, y]: Point) => `${x.toFixed(1)},${y.toFixed(1)}`
const middle = ({ x, y, width: w, height: h }: Box): Point => [x + w / 2, y + h / 2]

/** By the middle of those above that they are connected with; those with none where there is room. */
function ordered(row: readonly Arena[], above: readonly Node[], connections: readonly Connection[]): Arena[] {
  const placed = new Map(above.map((node) => [node.id, middle(node)[0]]))
  const weight = (arena: Arena): number => {
    const found = connections.flatMap(({ one, other }) => (one === arena.id ? (placed.get(other) ?? []) : other === arena.id ? (placed.get(one) ?? []) : []))
    return found.length > 0 ? found.reduce((sum, x) => sum + x, 0) / found.length : width / 2
  }
  return [...row].toSorted((a, b) => weight(a) - weight(b))
}

/** From edge to edge of two boxes; side by side it hangs below what stands between, and past a row it bends around it. */
function curveBetween(one: Box, other: Box): [Point, Point, Point] {
  const [a, b] = [middle(one), middle(other)]
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const flat = Math.abs(dy) < 1
  const far = Math.abs(dx) > nodeWidth * 2 && flat
  const past = Math.abs(dy) > rowGap * 2.4
  const bend: Point = [(a[0] + b[0]) / 2 + (past ? (a[0] + b[0] > width + side ? -1 : 1) * 120 : 0), (a[1] + b[1]) / 2 + (far ? 90 : flat ? 30 : 0)]
  return [leaving(one, bend), bend, leaving(other, bend)]
}

/** Where the line from the middle of a box towards a point leaves it. */
function leaving(box: Box, [x, y]: Point): Point {
  const [cx, cy] = middle(box)
  const [dx, dy] = [x - cx, y - cy]
  const scale = Math.min(dx === 0 ? Infinity : box.width / 2 / Math.abs(dx), dy === 0 ? Infinity : box.height / 2 / Math.abs(dy), 1)
  return [cx + dx * scale, cy + dy * scale]
}

const along = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, t: number): Point => [(1 - t) ** 2 * ax + 2 * t * (1 - t) * bx + t ** 2 * cx, (1 - t) ** 2 * ay + 2 * t * (1 - t) * by + t ** 2 * cy]
const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** On the line, in its middle if there is room there, and never outside the picture. */
function placeLabel(text: string, from: Point, bend: Point, to: Point, taken: readonly Box[]): Box & { text: string } {
  const size = { width: textWidth(text, typeSize) + 26, height: 20 }
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((t): Box => {
    const [x, y] = along(from, bend, to, t)
    return { ...size, x: Math.max(0, Math.min(width - size.width, x - size.width / 2)), y: y - size.height / 2 }
  })
  const free = places.find((place) => !taken.some((box) => meet(place, box)))
  return { ...(free ?? places[0] ?? { ...size, x: 0, y: 0 }), text }
}

/** Arrows where something is agreed to go, or, where nothing is agreed, where matters have gone. */
function arrows({ one, other, ties, out, back }: Connection): { arrowAtOne: boolean; arrowAtOther: boolean } {
  if (ties.length === 0) return { arrowAtOne: back !== null, arrowAtOther: out !== null }
  const both = ties.some((tie) => tie.type === 'exchanges')
  return { arrowAtOne: both || ties.some((tie) => tie.itemId === other), arrowAtOther: both || ties.some((tie) => tie.itemId === one) }
}
