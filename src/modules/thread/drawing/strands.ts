import { area, curveBumpX, line } from 'd3-shape'

export type Point = readonly [x: number, y: number]

const bump = line<Point>()
  .x((point) => point[0])
  .y((point) => point[1])
  .curve(curveBumpX)
  .digits(1)

/** A smooth thread through its points, level where it meets an item. */
export const threadPath = (points: readonly Point[]): string => bump(points as Point[]) ?? ''

type Slice = readonly [x: number, upper: number, lower: number]
const band = area<Slice>()
  .x(([x]) => x)
  .y0(([, upper]) => upper)
  .y1(([, , lower]) => lower)
  .curve(curveBumpX)
  .digits(1)

/** Many threads as one ribbon that goes from one width to another, so that one sees where they grow few. */
export const ribbonPath = (points: readonly Point[], from: number, to: number): string => {
  const last = Math.max(points.length - 1, 1)
  const slices = points.map(([x, y], i): Slice => {
    const half = (from + ((to - from) * i) / last) / 2
    return [x, y - half, y + half]
  })
  return band(slices) ?? ''
}

/** A tie between two items in the same column bows out to the right and back. */
export const bowPath = ([x1, y1]: Point, [x2, y2]: Point): string => `M${x1},${y1}C${x1 + 26},${y1} ${x2 + 26},${y2} ${x2},${y2}`

/** A frayed end: three strands that part from the line's end. `way` is −1 to the left, 1 to the right. */
export const frayedPath = ([x, y]: Point, way: -1 | 1): string =>
  [
    `M${x},${y}c${5 * way},0 ${9 * way},-1 ${12 * way},-4s${4 * way},-4 ${6 * way},-4`,
    `M${x},${y}c${6 * way},0 ${11 * way},1 ${15 * way},-0.5s${4 * way},1 ${7 * way},0.5`,
    `M${x},${y}c${5 * way},0 ${8 * way},1.5 ${11 * way},4.5s${3 * way},2.5 ${5 * way},4`,
  ].join('')

/** An end that stops for now: a short dotted way on. */
export const openPath = ([x, y]: Point, way: -1 | 1): string => `M${x},${y}h${16 * way}`

/** A loose overhand knot about 16 pixels wide, lying on the line at its middle. */
export const knotPath = ([x, y]: Point): string =>
  `M${x - 8},${y}c5,0 10,-1.5 10,-6c0,-3.6 -5,-3.6 -5,0c0,4.5 6,6 11,6M${x - 1.5},${y + 0.5}c0,3 4,4.5 5,1.5`
