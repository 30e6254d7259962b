import { align } from './align.ts'
import type { Wish } from './align.ts'
import { orderColumns } from './order.ts'
import type { Overview, StepCount } from './overview.ts'
import { overviewOf } from './overview.ts'
import type { Picture } from './picture.ts'
import type { Scope } from './scope.ts'
import { scopeOf } from './scope.ts'
import type { Point } from './strands.ts'
import { bowPath, ribbonPath, threadPath } from './strands.ts'
import { type } from './face.ts'
import { tiesOf } from './ties.ts'
import type { Bound } from './ties.ts'
import { partition, unitsOf } from './units.ts'
import type { Unit } from './units.ts'
import { waysOf } from './ways.ts'
import type { Ways } from './ways.ts'

export type Column = StepCount & { readonly x: number; readonly width: number }
export type Box = { readonly x: number; readonly y: number; readonly width: number }
export type LaidUnit = Unit & Box
/** The place of one group across the columns; `key` is the unit that carries its name. */
export type Band = {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly href?: string
  readonly open: boolean
  readonly y: number
  readonly height: number
}
/** `ribbon` when several threads run as one; `core` is the width of those in it that hang together all the way. */
export type DrawnThread = Bound & { readonly path: string; readonly ribbon?: string; readonly core: number; readonly dim: boolean }

/** A picture with a place for everything, in pixels at 1:1. The same picture gives the same layout, whatever the input order. */
export type Layout = {
  readonly width: number
  readonly height: number
  readonly columns: readonly Column[]
  readonly bands: readonly Band[]
  readonly units: readonly LaidUnit[]
  readonly threads: readonly DrawnThread[]
  readonly overview: Overview
  readonly scope: Scope
  readonly ways: Ways
}

/** A page of 1280 pixels has this much room. With seven or eight steps in use the drawing may be wider, and scrolls. */
const comfortable = 1246
const margin = 26
const header = 62
const between = 9
const bandGap = 34
const narrow = 20
const narrowGap = 16

/** Columns in use share the width; the fullest one gets more, those not in use almost nothing. */
function columnsOf(overview: Overview, alone: readonly { column: number }[]): { columns: Column[]; width: number } {
  const used = overview.steps.filter(({ inUse }) => inUse).length
  const counts = overview.steps.map((_, c) => alone.filter(({ column }) => column === c).length)
  const most = Math.max(...counts)
  const fullest = most > 10 ? counts.indexOf(most) : -1
  const room = comfortable - 2 * margin - (overview.steps.length - used) * (narrow + narrowGap)
  const share = Math.min(Math.max(room / (used - 0.22 + (fullest < 0 ? 0 : 0.3)), 166), 250)
  const gap = Math.round(share * 0.22)
  const width = Math.round(share - gap)
  let x = margin
  const columns = overview.steps.map((step, c) => {
    const wide = !step.inUse ? narrow : c === fullest ? width + Math.round(share * 0.3) : width
    const column = { ...step, x, width: wide }
    x += wide + (step.inUse && overview.steps[c + 1]?.inUse ? gap : narrowGap)
    return column
  })
  const last = columns.at(-1)
  return { columns, width: last ? last.x + last.width + margin : 0 }
}

/** A long thread passes the columns between its ends at a place of its own, so that it never runs through a title. */
type Pass = { readonly kind: 'pass'; readonly key: string; readonly column: number; readonly band: number; readonly height: number }
type Stop = Unit | Pass
const passHeight = 8
const lineAt = (stop: Stop) => (stop.kind === 'pass' ? passHeight / 2 : stop.face.lineAt)

function passesOf(bounds: readonly Bound[], units: ReadonlyMap<string, Unit>, columns: readonly Column[]) {
  const routes = new Map<string, string[]>()
  const passes: Pass[] = []
  for (const { key, from, to } of bounds) {
    const [start, end] = [units.get(from), units.get(to)]
    if (!start || !end) continue
    const route = [from]
    for (let c = start.column + 1; c < end.column; c++) {
      if (!columns[c]?.inUse) continue
      const pass: Pass = { kind: 'pass', key: `${key}@${c}`, column: c, band: start.band, height: passHeight }
      passes.push(pass)
      route.push(pass.key)
    }
    routes.set(key, [...route, to])
  }
  return { routes, passes }
}

/** Tops of all stops, band by band: the highest column is stacked, the others drawn towards their neighbours. */
function placeBands(order: readonly (readonly Stop[])[], bands: number, neighbours: ReadonlyMap<string, readonly string[]>) {
  const tops = new Map<string, number>()
  const stops = new Map(order.flat().map((stop) => [stop.key, stop]))
  const extents: { y: number; height: number }[] = []
  let y = header
  for (let band = 0; band < bands; band++) {
    const columns = order.map((column) => column.filter((stop) => stop.band === band))
    const heights = columns.map((column) => column.reduce((sum, { height }) => sum + height + between, -between))
    const room = Math.max(...heights, 0)
    const highest = heights.indexOf(room)
    const placed = new Set<string>()
    const settle = (c: number, free: boolean) => {
      const column = columns[c] ?? []
      let stacked = 0
      const wishes = column.map((stop): Wish => {
        const own = stacked
        stacked += stop.height + between
        const seen = (neighbours.get(stop.key) ?? []).flatMap((key) => {
          const other = stops.get(key)
          return other && placed.has(key) && other.band === band ? [(tops.get(key) ?? 0) + lineAt(other)] : []
        })
        if (!seen.length || !free) return { height: stop.height, top: free ? (tops.get(stop.key) ?? own) : own, weight: 0.05 }
        return { height: stop.height, top: seen.reduce((a, b) => a + b, 0) / seen.length - lineAt(stop), weight: 1 }
      })
      align(wishes, between, room).forEach((top, i) => {
        const stop = column[i]
        if (!stop) return
        tops.set(stop.key, top)
        placed.add(stop.key)
      })
    }
    settle(highest, false)
    for (let c = highest + 1; c < columns.length; c++) settle(c, true)
    for (let c = highest - 1; c >= 0; c--) settle(c, true)
    for (let c = 0; c < columns.length; c++) if (c !== highest) settle(c, true)
    for (const stop of columns.flat()) tops.set(stop.key, (tops.get(stop.key) ?? 0) + y)
    extents.push({ y, height: room })
    y += room + bandGap
  }
  return { tops, extents, height: y - bandGap + 20 }
}

/** Lays out a picture: pure, deterministic, and about 10 ms for 300 items and 600 threads. */
export function layOut(picture: Picture): Layout {
  const ways = waysOf(picture)
  const scope = scopeOf(picture, ways)
  const overview = overviewOf(picture, ways)
  const plan = { picture, ways, scope }
  const parts = partition(plan)
  const { columns, width } = columnsOf(overview, parts.alone)
  const units = unitsOf(plan, parts, (c) => columns[c]?.width ?? 0)
  const unit = new Map(units.map((one) => [one.key, one]))
  const bounds = tiesOf(units, ways)
  const { routes, passes } = passesOf(bounds, unit, columns)
  const ties = [...routes.values()].flatMap((route) => route.slice(1).map((to, i) => ({ from: route[i] as string, to })))
  const neighbours = new Map<string, string[]>()
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b])
  for (const { from, to } of ties) {
    join(from, to)
    join(to, from)
  }
  const order = orderColumns<Stop>([...units, ...passes], ties, columns.length, columns.findIndex(({ id }) => id === 'goal'))
  const { tops, extents, height } = placeBands(order, scope.groups.length, neighbours)

  const stops = new Map<string, Stop>([...units, ...passes].map((stop) => [stop.key, stop]))
  const edge = (key: string, side: 'left' | 'right'): Point => {
    const stop = stops.get(key)
    const column = stop && columns[stop.column]
    if (!stop || !column) return [0, 0]
    return [side === 'left' ? column.x : column.x + column.width, (tops.get(key) ?? 0) + lineAt(stop)]
  }
  const threads = bounds.map((bound): DrawnThread => {
    const [from, to] = [unit.get(bound.from), unit.get(bound.to)]
    const route = routes.get(bound.key) ?? []
    const points = route.flatMap((key, i): Point[] =>
      i === 0 ? [edge(key, 'right')] : i === route.length - 1 ? [edge(key, 'left')] : [edge(key, 'left'), edge(key, 'right')],
    )
    const path = from?.column === to?.column ? bowPath(edge(bound.from, 'right'), edge(bound.to, 'right')) : threadPath(points)
    const bundled = bound.count > 1 && from?.column !== to?.column
    const scale = Math.max(...[from, to].map((end) => (end?.kind === 'bundle' ? end.rope / end.members.length : 0)))
    const full = Math.max(type.thread, bound.count * scale)
    const widthAt = (end: Unit | undefined) => Math.min(full, end?.kind === 'bundle' ? end.rope : type.thread)
    const ribbon = bundled ? ribbonPath(points, widthAt(from), widthAt(to)) : undefined
    const core = Math.max(type.thread, Math.min(bound.wholes * scale, widthAt(from), widthAt(to)))
    return { ...bound, path, ribbon, core, dim: Boolean(from?.dim || to?.dim) }
  })
  const laid = units.flatMap((one): LaidUnit[] => {
    const column = columns[one.column]
    return column ? [{ ...one, x: column.x, y: tops.get(one.key) ?? 0, width: column.width }] : []
  })
  const label = units.find(({ kind }) => kind === 'label')
  const bands = scope.groups.map(({ id, anchor, open }, i): Band => {
    const key = anchor?.id ?? label?.key ?? ''
    const own = anchor && (anchor.number === undefined ? anchor.title : `${anchor.number} ${anchor.title}`)
    const title = own ?? (label?.kind === 'label' ? label.text : '')
    return { id, open, title, href: anchor?.href, key, y: extents[i]?.y ?? header, height: extents[i]?.height ?? 0 }
  })
  const reading = laid.sort((a, b) => a.band - b.band || a.column - b.column || a.y - b.y)
  return { width, height: Math.max(height, 240), columns, bands, units: reading, threads, overview, scope, ways }
}
