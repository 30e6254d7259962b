import { scaleLinear, scalePoint } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'
import { texts, type Lang } from '../../platform/text/texts.ts'
import { Details } from '../content/details.tsx'

const words = texts({
  nb: { table: 'Vis tallene som tabell', when: 'Tid', none: 'Ingen tall ennå.', cut: 'Skalaen begynner ikke på null.', source: 'Kilde' },
  nn: { table: 'Vis tala som tabell', when: 'Tid', none: 'Ingen tal enno.', cut: 'Skalaen byrjar ikkje på null.', source: 'Kjelde' },
  en: { table: 'Show the figures as a table', when: 'Time', none: 'No figures yet.', cut: 'The scale does not begin at zero.', source: 'Source' },
})
const locales: Record<Lang, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** One point in time; `value` null when nothing was measured, drawn as a gap. */
export type TrendPoint = { label: string; value: number | null }
/** `main` is drawn with the thread; others with ink, each with its own dash and its name at the end of the line. */
export type TrendSeries = { name: string; points: readonly TrendPoint[]; main?: boolean }
export type TrendProps = {
  lang: Lang
  /** A unique id on the page. */
  id: string
  title: string
  /** What the picture shows, in a sentence, for those who do not see it. */
  description: string
  series: readonly TrendSeries[]
  unit?: string
  source?: string
}

const width = 640
const height = 260
const margin = { top: 20, right: 20, bottom: 36, left: 72 }
const dashes = [undefined, '6 4', '2 4', '10 4 2 4']

const labelsOf = (series: readonly TrendSeries[]) => [...new Set(series.flatMap(one => one.points.map(point => point.label)))]

const valueAt = (one: TrendSeries, label: string) => one.points.find(point => point.label === label)?.value ?? null

/** A line over time with its numbers in a table below. The same points always give the same picture. */
export const TrendChart = ({ lang, id, title, description, series, unit, source }: TrendProps) => {
  const w = words[lang]
  const number = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 2 })
  const labels = labelsOf(series)
  const values = series.flatMap(one => one.points.flatMap(point => (point.value === null ? [] : [point.value])))
  if (values.length === 0) return <p class="hint">{w.none}</p>

  const x = scalePoint(labels, [margin.left, width - margin.right]).padding(0.2)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // Small changes in large numbers would be a flat line from zero; then the scale is cut, and it is said.
  const cut = low > 0 && high - low < high / 2
  const y = scaleLinear([cut ? low : Math.min(0, low), cut && high > low ? high : Math.max(high, 0) || 1], [height - margin.bottom, margin.top]).nice(4)
  const path = line<TrendPoint>(
    point => x(point.label) ?? 0,
    point => y(point.value ?? 0),
  )
    .defined(point => point.value !== null)
    .curve(curveMonotoneX)
    .digits(1)
  const every = Math.ceil(labels.length / 8)
  const round = (n: number) => n.toFixed(1)
  return (
    <figure class="chart">
      <figcaption>
        <strong>{title}</strong>
        {unit ? <span class="hint"> {unit}</span> : null}
        {series.length > 1 ? (
          <ul class="legend">
            {series.map((one, index) => (
              <li>
                <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" focusable="false">
                  <path class={one.main ? 'red-thread' : 'ink-line'} d="M0 4h28" fill="none" stroke-width="2.4" stroke-dasharray={dashes[index % dashes.length]} />
                </svg>{' '}
                {one.name}
              </li>
            ))}
          </ul>
        ) : null}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-tittel ${id}-om`}>
        <title id={`${id}-tittel`}>{title}</title>
        <desc id={`${id}-om`}>{description}</desc>
        {y.ticks(4).map(tick => (
          <g>
            <path class="grid" d={`M${margin.left} ${round(y(tick))}H${width - margin.right}`} />
            <text x={margin.left - 10} y={round(y(tick))} dy=".35em" text-anchor="end">
              {number.format(tick)}
            </text>
          </g>
        ))}
        {labels.map((label, index) =>
          index % every === 0 ? (
            <text x={round(x(label) ?? 0)} y={height - 8} text-anchor="middle">
              {label}
            </text>
          ) : null,
        )}
        {series.map((one, index) => (
          <g class={one.main ? 'red-thread' : 'ink-line'}>
            <path d={path([...one.points]) ?? ''} fill="none" stroke-width="2.4" stroke-linecap="round" stroke-dasharray={dashes[index % dashes.length]} />
            {one.points.map(point => (point.value === null ? null : <circle cx={round(x(point.label) ?? 0)} cy={round(y(point.value))} r="3.2" />))}
          </g>
        ))}
      </svg>
      <Details summary={w.table}>
        <table class="table">
          <caption class="ds-sr-only">{unit ? `${title}, ${unit}` : title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.when}</th>
              {series.map(one => (
                <th scope="col" class="number">
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map(label => (
              <tr>
                <th scope="row">{label}</th>
                {series.map(one => {
                  const value = valueAt(one, label)
                  return (
                    <td class="number" data-label={one.name}>
                      <div>{value === null ? '–' : number.format(value)}</div>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
      {cut || source ? (
        <p class="hint">
          {cut ? `${w.cut} ` : ''}
          {source ? `${w.source}: ${source}` : ''}
        </p>
      ) : null}
    </figure>
  )
}
