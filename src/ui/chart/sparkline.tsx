import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

/** A small line beside a number. `label` says in words what it shows (from, to, when), and is the picture's name. */
export const Sparkline = ({ values, label }: { values: readonly number[]; label: string }) => {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, 97])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = scaleLinear([low, high > low ? high : low + 1], [21, 3])
  const last = values.length - 1
  const path = line<number>((_, index) => x(index), value => y(value)).digits(1)([...values])
  return (
    <svg class="sparkline red-thread" viewBox="0 0 100 24" width="100" height="24" role="img" aria-label={label}>
      {path ? <path d={path} fill="none" stroke-width="1.8" stroke-linejoin="round" /> : null}
      {last >= 0 ? <circle cx={x(last).toFixed(1)} cy={y(values[last] as number).toFixed(1)} r="2.6" /> : null}
    </svg>
  )
}
