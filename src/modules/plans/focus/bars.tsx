import { scaleLinear } from 'd3-scale'
import type { Lang } from '../../../platform/text/texts.ts'
import { type Column, DataTable, Heading, State } from '../../../ui/index.ts'
import type { Load } from './focus.ts'
import { focusWords } from './focus.words.ts'

export type BarRow = Load & { text: string; href?: string; areas?: number }

const width = 160

/** A bar for each row, in the table that tells the same in numbers and words. The limit is a line across. */
export const Bars = ({ lang, id, title, of, rows }: { lang: Lang; id: string; title: string; of: string; rows: readonly BarRow[] }) => {
  const w = focusWords[lang]
  if (rows.length === 0) return null
  const limit = rows.find((row) => row.limit !== null)?.limit ?? null
  const x = scaleLinear([0, Math.max(1, limit ?? 0, ...rows.map((row) => row.count)) * 1.05], [0, width])
  const columns: Column<BarRow>[] = [
    { key: 'text', header: of, rowHeader: true, cell: (row) => (row.href ? <a href={row.href}>{row.text}</a> : row.text) },
    ...(rows.some((row) => row.areas !== undefined) ? [{ key: 'areas', header: w.areaCount, align: 'number' as const, cell: (row: BarRow) => row.areas ?? '' }] : []),
    { key: 'count', header: w.count, align: 'number', cell: (row) => row.count },
    {
      key: 'bar', header: w.bar,
      cell: (row) => (
        <svg class={row.over ? 'load over' : 'load'} viewBox={`0 0 ${width} 20`} width={width} height="20" aria-hidden="true" focusable="false">
          <rect x="0" y="5" width={x(row.count).toFixed(1)} height="10" />
          {row.limit === null ? null : <path class="limit" d={`M${x(row.limit).toFixed(1)} 0V20`} />}
        </svg>
      ),
    },
    ...(limit === null ? [] : [{
      key: 'verdict', header: `${w.verdict} (${w.atMost(limit)})`,
      cell: (row: BarRow) => (row.limit === null ? '' : <State lang={lang} kind={row.over ? 'watch' : 'holds'}>{row.over ? w.over(row.count - row.limit) : w.ok}</State>),
    }]),
  ]
  return (
    <section aria-labelledby={id}>
      <Heading level={2} id={id}>{title}</Heading>
      <DataTable lang={lang} caption={title} captionHidden columns={columns} rows={rows} />
      {limit === null ? null : <p class="hint">{w.barHint(limit)}</p>}
    </section>
  )
}
