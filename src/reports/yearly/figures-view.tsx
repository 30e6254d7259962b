import type { Block, Cell, Line, Row } from '../../platform/document/index.ts'
import { plainText } from '../../platform/document/index.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { type Column, DataTable, Progress, State } from '../../ui/index.ts'

type Props = { lang: Lang; figures: readonly Block[] }
type Cells = readonly Cell[]

const isCells = (row: Row): row is Cells => !('group' in row)
/** The shape that goes with a word of status. */
const markOf = (line: Line) => (typeof line === 'string' ? undefined : line.flatMap((piece) => (typeof piece === 'string' || !piece.mark ? [] : [piece.mark]))[0])

const Said = ({ lang, line }: { lang: Lang; line: Line }) => {
  const mark = markOf(line)
  return mark ? <State lang={lang} kind={mark}>{plainText(line)}</State> : plainText(line)
}

/** The figures of a section on its page, as the document has them: tables, bars with their numbers, and the source. */
export const Figures = ({ lang, figures }: Props) => (
  <>
    {figures.map((block) => {
      if (block.is === 'table') {
        const columns = block.columns.map((column, i): Column<Cells> => ({ key: String(i), header: column.header, ...(i === 0 && { rowHeader: true }), ...(column.align && { align: column.align }), cell: (row) => <Said lang={lang} line={row[i]?.line ?? ''} /> }))
        const more = block.rows.flatMap((row) => (isCells(row) ? [] : [plainText(row.group)]))
        return (
          <>
            <DataTable lang={lang} caption={block.caption ?? ''} columns={columns} rows={block.rows.filter(isCells)} />
            {more.map((text) => <p class="hint">{text}</p>)}
          </>
        )
      }
      if (block.is === 'bars') {
        const all = block.bars.reduce((sum, bar) => sum + bar.count, 0)
        return (
          <figure>
            <figcaption>{block.caption}</figcaption>
            {block.bars.map((bar) => <Progress lang={lang} label={bar.label.text} value={bar.count} max={all} />)}
          </figure>
        )
      }
      return block.is === 'source' ? <p class="hint">{block.text}</p> : null
    })}
  </>
)
