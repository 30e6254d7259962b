import { scaleLinear } from 'd3-scale'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { plainDate } from '../../../platform/time/oslo.ts'
import { StateShape, type StateKind } from '../../../ui/index.ts'
import type { MilestoneState } from '../measure/milestone.ts'
import { alongAxis, type Axis, type Span } from './timeline.ts'
import { timelineWords } from './timeline.words.ts'

export type Row = {
  href: string
  title: string
  shape: StateKind
  /** Everything the row says, in one sentence, for a pointer and a screen reader. */
  said: string
  span: Span
  open: boolean
  milestones: readonly { title: string; day: string; state: MilestoneState }[]
}

const width = 1080
const labels = 400
const right = 14
const head = 38
const rowHeight = 30
/** About what the label column has room for. */
const letters = 50

/** The beginning of a title that there is room for, in whole words: what is seen is then part of what the link is called. */
const short = (text: string) => (text.length > letters ? text.slice(0, letters).replace(/\s+\S*$/, '') : text)
const round = (n: number) => n.toFixed(1)

export const diamond = (x: number, y: number, r = 6) => `M${round(x)} ${round(y - r)}L${round(x + r)} ${round(y)}L${round(x)} ${round(y + r)}L${round(x - r)} ${round(y)}Z`

/** One group of measures over time. Each row is a link; the same stands in the table below. */
export const TimelinePicture = ({ lang, id, title, axis, rows, today }: { lang: Lang; id: string; title: string; axis: Axis; rows: readonly Row[]; today: Temporal.PlainDate }) => {
  const w = timelineWords[lang]
  const height = head + rows.length * rowHeight + 4
  const x = scaleLinear([0, 1], [labels, width - right])
  const at = (day: Temporal.PlainDate) => x(alongAxis(axis, day))
  const now = at(today)
  const room = (width - right - labels) / axis.ticks.length
  return (
    <svg class="timeline" viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby={`${id}-tittel ${id}-om`}>
      <title id={`${id}-tittel`}>{title}</title>
      <desc id={`${id}-om`}>{w.desc(title, rows.length, formatDate(axis.from, lang), formatDate(axis.to.subtract({ days: 1 }), lang))}</desc>
      <g class="axis" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <>
            <path class={tick.quarter === null ? 'grid year' : 'grid'} d={`M${round(at(tick.day))} ${head - 8}V${height}`} />
            {tick.quarter === null || room > 44 ? <text class={tick.quarter === null ? 'year' : undefined} x={round(at(tick.day) + 4)} y={head - 12}>{tick.quarter === null ? tick.day.year : w.quarter(tick.quarter)}</text> : null}
          </>
        ))}
      </g>
      {rows.map((row, i) => {
        const top = head + i * rowHeight
        const middle = top + rowHeight / 2
        return (
          <a href={row.href} aria-label={row.said}>
            <title>{row.said}</title>
            <rect class="row" x="0" y={top} width={width} height={rowHeight} />
            <svg x="2" y={middle - 7} width="14" height="14" viewBox="0 0 16 16"><StateShape kind={row.shape} /></svg>
            <text x="24" y={middle} dy=".35em">{short(row.title)}</text>
            <Bar span={row.span} open={row.open} at={at} middle={middle} />
            {row.milestones.map((m) => <path class={`milestone ${m.state}`} d={diamond(at(plainDate(m.day)), middle)} />)}
          </a>
        )
      })}
      <g class="today" aria-hidden="true">
        <path d={`M${round(now)} ${head - 8}V${height}`} />
        <text x={round(Math.min(now, width - 40))} y="12" text-anchor="middle">{w.today}</text>
      </g>
    </svg>
  )
}

const bar = 12

/** What is over is drawn thin; what has no end runs out in dots; a deadline alone is a flag on its day. */
const Bar = ({ span, open, at, middle }: { span: Span; open: boolean; at: (day: Temporal.PlainDate) => number; middle: number }) => {
  const thick = open ? bar : bar / 2
  const end = width - right
  switch (span.kind) {
    case 'period': {
      const [from, to] = [at(span.from), at(span.to.add({ days: 1 }))]
      return <rect class="bar" x={round(from)} y={middle - thick / 2} width={round(Math.max(3, to - from))} height={thick} rx="2" />
    }
    case 'open': {
      const from = at(span.from)
      return (
        <>
          <rect class="bar" x={round(from)} y={middle - thick / 2} width={round(Math.max(3, (end - from) * 0.75))} height={thick} rx="2" />
          <path class="runs-on" d={`M${round(from + (end - from) * 0.75 + 4)} ${middle}H${end}`} />
        </>
      )
    }
    case 'ongoing':
      return <path class="runs-on" d={`M${labels} ${middle}H${end}`} />
    case 'deadline': {
      const to = at(span.to.add({ days: 1 }))
      return <path class="deadline" d={`M${round(to)} ${middle - 10}V${middle + 10}M${round(to)} ${middle - 9}H${round(to - 12)}L${round(to - 8)} ${middle - 4.5}L${round(to - 12)} ${middle}H${round(to)}Z`} />
    }
    case 'undated':
      return null
  }
}
