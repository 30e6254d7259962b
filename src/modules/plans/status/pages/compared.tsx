import { scaleLinear } from 'd3-scale'
import type { Request, WorkspaceHead } from '../../../../platform/http/page.ts'
import { itemPath } from '../../../thread/index.ts'
import { type Column, DataTable, Heading } from '../../../../ui/index.ts'
import { measure } from '../../measure/measure.ts'
import type { RoundAnswer } from '../answer.store.ts'
import { type Move, moves, movesBetween, type Told } from '../compare.ts'
import { stateText } from './answer-form.tsx'
import type { RoundLoaded } from './round-page.tsx'
import { roundWords } from './round.words.ts'

/** What a round says of a measure; one that says it is not theirs says nothing of its state. */
const told = (answers: readonly RoundAnswer[]): Told[] => answers.map(({ itemId, sending }) => ({ itemId, state: sending && !sending.notOurs ? sending.state : null }))

type Row = { move: Move; answers: RoundAnswer[] }
type Count = { state: string | null; now: number; last: number }
const width = 120

/** What has moved since the round before, in words, and how the states are spread in the two, as bars in the table that tells the same. */
export const Compared = ({ loaded: { round, answers, items, before }, request: { lang }, workspace }: { loaded: RoundLoaded; request: Request; workspace: WorkspaceHead }) => {
  const w = roundWords[lang]
  const [last, long] = before
  if (!last) return <section><Heading level={2} id="siden-sist">{w.compared}</Heading><p>{w.noEarlier}</p></section>
  const moved = movesBetween(told(answers), told(last.answers), told(long?.answers ?? []))
  const rows: Row[] = moves.flatMap((move) => {
    const these = answers.filter((one) => moved.get(one.itemId) === move)
    return these.length > 0 ? [{ move, answers: these }] : []
  })
  const columns: Column<Row>[] = [
    { key: 'move', header: w.move, rowHeader: true, cell: ({ move }) => w.moves[move] },
    { key: 'count', header: w.count, align: 'number', cell: (row) => row.answers.length },
    { key: 'which', header: w.measures, cell: (row) => <ul class="status-titles">{row.answers.map((one) => { const item = items.get(one.itemId); return <li>{item ? <a href={itemPath(workspace, measure, item)}>{one.title}</a> : one.title}</li> })}</ul> },
  ]
  const tally = (list: readonly Told[], state: string | null) => list.filter((one) => one.state === state).length
  const counts: Count[] = [...Object.keys(measure.states), null].map((state) => ({ state, now: tally(told(answers), state), last: tally(told(last.answers), state) })).filter((one) => one.now + one.last > 0)
  const x = scaleLinear([0, Math.max(1, ...counts.flatMap((one) => [one.now, one.last]))], [0, width])
  const bar = (n: number) => <svg class="load" viewBox={`0 0 ${width} 14`} width={width} height="14" aria-hidden="true" focusable="false"><rect x="0" y="2" width={x(n).toFixed(1)} height="10" /></svg>
  const chart: Column<Count>[] = [
    { key: 'state', header: w.status, rowHeader: true, cell: ({ state }) => (state === null ? w.noAnswer : stateText(state, lang)) },
    { key: 'last', header: last.round.title, cell: (row) => <span class="status-bar">{bar(row.last)} {row.last}</span> },
    { key: 'now', header: round.title, cell: (row) => <span class="status-bar">{bar(row.now)} {row.now}</span> },
  ]
  return (
    <section>
      <Heading level={2} id="siden-sist">{w.compared}</Heading>
      <p>{w.comparedWith(last.round.title)}</p>
      <DataTable lang={lang} caption={w.compared} captionHidden columns={columns} rows={rows} />
      <DataTable lang={lang} caption={w.chart} columns={chart} rows={counts} />
    </section>
  )
}
