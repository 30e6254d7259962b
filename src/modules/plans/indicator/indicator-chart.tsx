import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { formatDate, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { plainDate } from '../../../platform/time/oslo.ts'
import { indicatorWords } from './indicator.words.ts'
import type { Course } from './progress.ts'

const size = { width: 640, height: 280 }
const margin = { top: 24, right: 24, bottom: 36, left: 72 }
const dashes = { target: '10 4', course: '3 5' }

/** Days since 1970, so that the distance between points is the distance in time. */
const dayNumber = (date: string) => plainDate('1970-01-01').until(plainDate(date), { largestUnit: 'days' }).days
const round = (n: number) => n.toFixed(1)

type Props = { lang: Lang; id: string; title: string; unit: string | null; course: Course; measured: readonly { onDate: string; value: number }[] }

/** Measurements over true time, from the baseline, with the target as a line and the even way to it dotted. Its table is the list of measurements below. */
export const IndicatorChart = ({ lang, id, title, unit, course, measured }: Props) => {
  const w = indicatorWords[lang]
  const start = course.baseline !== null && course.baselineOn !== null ? { onDate: course.baselineOn, value: course.baseline } : null
  const points = [...(start ? [start] : []), ...measured].toSorted((a, b) => a.onDate.localeCompare(b.onDate))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const until = course.targetOn && course.targetOn > last.onDate ? course.targetOn : last.onDate
  const values = [...points.map((p) => p.value), ...(course.target === null ? [] : [course.target])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = scaleLinear([dayNumber(first.onDate), Math.max(dayNumber(until), dayNumber(first.onDate) + 1)], [margin.left, size.width - margin.right])
  const y = scaleLinear([low, high > low ? high : low + 1], [size.height - margin.bottom, margin.top]).nice(4)
  const at = (p: { onDate: string; value: number }): [number, number] => [x(dayNumber(p.onDate)), y(p.value)]
  const path = line().digits(1)
  const years = Array.from({ length: Number(until.slice(0, 4)) - Number(first.onDate.slice(0, 4)) + 1 }, (_, i) => Number(first.onDate.slice(0, 4)) + i)
    .map((year) => ({ year, at: x(dayNumber(`${year}-01-01`)) }))
    .filter((tick) => tick.at >= margin.left - 1)
  const every = Math.ceil(years.length / 8)
  const towards = start && course.target !== null && course.targetOn && course.targetOn > start.onDate ? { onDate: course.targetOn, value: course.target } : null
  const legend = [
    { name: w.measured, look: 'red-thread', dash: undefined },
    ...(course.target === null ? [] : [{ name: `${w.target}: ${formatNumber(course.target, lang)}`, look: 'ink-line', dash: dashes.target }]),
    ...(towards ? [{ name: w.course, look: 'ink-line', dash: dashes.course }] : []),
  ]
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong>
        {unit ? <span class="hint"> {unit}</span> : null}
        <ul class="legend">
          {legend.map((entry) => (
            <li>
              <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" focusable="false"><path class={entry.look} d="M0 4h28" fill="none" stroke-width="2.4" stroke-dasharray={entry.dash} /></svg>{' '}
              {entry.name}
            </li>
          ))}
        </ul>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-tittel ${id}-om`}>
        <title id={`${id}-tittel`}>{title}</title>
        <desc id={`${id}-om`}>{w.chartOm(formatDate(first.onDate, lang), formatDate(last.onDate, lang), points.length)}</desc>
        {y.ticks(4).map((tick) => (
          <g>
            <path class="grid" d={`M${margin.left} ${round(y(tick))}H${size.width - margin.right}`} />
            <text x={margin.left - 10} y={round(y(tick))} dy=".35em" text-anchor="end">{formatNumber(tick, lang)}</text>
          </g>
        ))}
        {years.map((tick, i) => (i % every === 0 ? <text x={round(tick.at)} y={size.height - 8} text-anchor="middle">{tick.year}</text> : null))}
        {course.target === null ? null : <path class="ink-line" d={`M${margin.left} ${round(y(course.target))}H${size.width - margin.right}`} fill="none" stroke-width="1.8" stroke-dasharray={dashes.target} />}
        {start && towards ? <path class="ink-line" d={path([at(start), at(towards)]) ?? ''} fill="none" stroke-width="1.8" stroke-dasharray={dashes.course} /> : null}
        <g class="red-thread">
          <path d={path(points.map(at)) ?? ''} fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />
          {points.map((p) => <circle cx={round(at(p)[0])} cy={round(at(p)[1])} r="3.4" />)}
        </g>
        {start ? <text x={round(at(start)[0] + 6)} y={round(at(start)[1] + (course.target !== null && course.target > start.value ? 18 : -10))}>{w.baseline}</text> : null}
      </svg>
    </figure>
  )
}
