import type { Lang } from '../../../../platform/text/texts.ts'
import { StateShape } from '../../../../ui/index.ts'
import { worstOf } from '../match.ts'
import type { Row } from '../shown.store.ts'
import { roundWords } from './round.words.ts'
import { shapeOf } from './standing-shape.ts'

const [cell, left, top, longest] = [30, 190, 150, 26]
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text)

/** Who expects what of whom, drawn: a row for each that expects something, a column for each it is expected of, and the worst of what stands there. The table beside it says all of it. */
export const MatrixPicture = ({ rows, name, lang }: { rows: readonly Row[]; name: (id: string | null) => string; lang: Lang }) => {
  const w = roundWords[lang]
  const order = (ids: readonly (string | null)[]) => [...new Set(ids)].toSorted((a, b) => (a === null ? -1 : b === null ? 1 : name(a).localeCompare(name(b), 'nb')))
  const [down, across] = [order(rows.map((row) => row.said.fromId)), order(rows.map((row) => row.said.aboutId))]
  const cells = Map.groupBy(rows, (row) => `${row.said.fromId} ${row.said.aboutId ?? ''}`)
  const [width, height] = [left + across.length * cell + 90, top + down.length * cell + 4]
  return (
    <div class="expectation-picture" tabindex={0} role="group" aria-label={w.matrix}>
      <svg role="img" aria-label={`${w.matrix}. ${w.pictureText}`} viewBox={`0 0 ${width} ${height}`} width={width} height={height} font-size="13" fill="currentColor">
        {across.map((id, i) => <text transform={`translate(${left + i * cell + cell / 2 + 4} ${top - 10}) rotate(-55)`}>{short(name(id))}</text>)}
        {down.map((id, i) => (
          <g>
            <line x1="0" x2={left + across.length * cell} y1={top + i * cell} y2={top + i * cell} stroke="currentColor" stroke-opacity=".2" />
            <text x={left - 8} y={top + i * cell + cell / 2 + 4} text-anchor="end">{short(name(id))}</text>
          </g>
        ))}
        {down.flatMap((from, y) => across.flatMap((about, x) => {
          const here = cells.get(`${from} ${about ?? ''}`) ?? []
          const worst = worstOf(here.map((row) => row.match.standing))
          return worst ? [(
            <g transform={`translate(${left + x * cell + (here.length > 1 ? 2 : 7)} ${top + y * cell + 7})`}>
              <StateShape kind={shapeOf[worst]} />
              {here.length > 1 ? <text x="18" y="13" font-size="11">{here.length}</text> : null}
            </g>
          )] : []
        }))}
      </svg>
    </div>
  )
}
