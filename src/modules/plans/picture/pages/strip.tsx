import { scaleLinear } from 'd3-scale'
import { scale } from '../rating.ts'
import type { Spread } from '../spread.ts'

const size = { width: 300, rowHeight: 13, base: 10 }
const margin = 24
const radius = 5

/** How the answers are spread, drawn: a dot for each organisation over its step, the middle half as a field, and the median as a line. Beside it stands the same in words, and below all of them in a table. */
export const Strip = ({ spread }: { spread: Spread }) => {
  const x = scaleLinear([scale[0], scale[scale.length - 1] ?? 5], [margin, size.width - margin])
  // Columns that would be too tall are drawn with smaller steps, so that each dot is still there.
  const tallest = Math.max(...spread.counts)
  const step = Math.min(size.rowHeight, 90 / Math.max(1, tallest))
  const height = size.base + Math.max(2, tallest) * step + 22
  const floor = height - 22
  const at = (value: number) => x(value).toFixed(1)
  return (
    <svg class="picture-strip" viewBox={`0 0 ${size.width} ${height.toFixed(0)}`} width={size.width} height={height.toFixed(0)} aria-hidden="true" focusable="false">
      <rect class="middle-half" x={(x(spread.lower) - radius).toFixed(1)} y="0" width={(x(spread.upper) - x(spread.lower) + 2 * radius).toFixed(1)} height={floor.toFixed(1)} />
      <line class="axis" x1={margin - 10} x2={size.width - margin + 10} y1={floor.toFixed(1)} y2={floor.toFixed(1)} />
      <line class="median" x1={at(spread.median)} x2={at(spread.median)} y1="0" y2={floor.toFixed(1)} />
      {spread.counts.map((count, i) => Array.from({ length: count }, (_, n) => <circle cx={at(i + 1)} cy={(floor - radius - 1 - n * step).toFixed(1)} r={radius} />))}
      {scale.map((one) => <text x={at(one)} y={(height - 6).toFixed(1)} text-anchor="middle">{one}</text>)}
    </svg>
  )
}
