import type { Child } from 'hono/jsx'
import { texts, type Lang } from '../../platform/text/texts.ts'
import { Pagination, type Paging } from './pagination.tsx'
import { pageParameter, sortParameter, withQuery, type Query, type Sort } from './query.ts'

const words = texts({
  nb: { up: 'sortert stigende', down: 'sortert synkende', none: 'Ingen rader å vise.' },
  nn: { up: 'sortert stigande', down: 'sortert synkande', none: 'Ingen rader å vise.' },
  en: { up: 'sorted ascending', down: 'sorted descending', none: 'No rows to show.' },
})

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => Child
  /** Numbers stand to the right with figures of equal width. */
  align?: 'number'
  sortable?: boolean
  /** The cell that names the row; the first column unless told. */
  rowHeader?: boolean
}

export type DataTableProps<Row> = {
  lang: Lang
  caption: string
  /** Heading right above already says it: keep the caption for screen readers only. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Needed for sorting and paging: the path without query, and the query as it came. */
  path?: string
  query?: Query
  sort?: Sort
  paging?: Paging
  filters?: Child
  empty?: Child
  /** The last row: sums, by column key. */
  footer?: Readonly<Record<string, Child>>
}

function HeaderCell<Row>({ column, table }: { column: Column<Row>; table: DataTableProps<Row> }) {
  const { sort } = table
  const active = sort?.key === column.key ? sort.direction : undefined
  const w = words[table.lang]
  const next = active === 'up' ? `-${column.key}` : column.key
  return (
    <th scope="col" class={column.align} aria-sort={active === 'up' ? 'ascending' : active === 'down' ? 'descending' : undefined}>
      {column.sortable && table.path !== undefined ? (
        <a class="sort" href={withQuery(table.path, table.query ?? new URLSearchParams(), { [sortParameter]: next, [pageParameter]: null })}>
          {column.header}
          <svg viewBox="0 0 10 14" width="10" height="14" aria-hidden="true" focusable="false">
            <path class={active === 'up' ? 'on' : undefined} d="M5 1 9 6H1Z" />
            <path class={active === 'down' ? 'on' : undefined} d="M5 13 1 8h8Z" />
          </svg>
          {active ? <span class="ds-sr-only"> ({w[active]})</span> : null}
        </a>
      ) : (
        column.header
      )}
    </th>
  )
}

/** Rows in columns with caption, sorting, filters and paging in the address; on a phone each row becomes a small list. */
export function DataTable<Row>(table: DataTableProps<Row>) {
  const w = words[table.lang]
  const named = Math.max(0, table.columns.findIndex(column => column.rowHeader))
  return (
    <div class="table-block">
      {table.filters ?? null}
      {table.rows.length === 0 ? (
        (table.empty ?? <p class="empty-rows">{w.none}</p>)
      ) : (
        <table class="table">
          <caption class={table.captionHidden ? 'ds-sr-only' : undefined}>{table.caption}</caption>
          <thead>
            <tr>
              {table.columns.map(column => (
                <HeaderCell column={column} table={table} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(row => (
              <tr>
                {table.columns.map((column, index) =>
                  index === named ? (
                    <th scope="row" class={column.align}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td class={column.align} data-label={column.header}>
                      <div>{column.cell(row)}</div>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {table.footer ? (
            <tfoot>
              <tr>
                {table.columns.map((column, index) =>
                  index === named ? (
                    <th scope="row">{table.footer?.[column.key] ?? null}</th>
                  ) : (
                    <td class={column.align} data-label={column.header}>
                      <div>{table.footer?.[column.key] ?? null}</div>
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          ) : null}
        </table>
      )}
      {table.paging ? <Pagination lang={table.lang} path={table.path ?? ''} query={table.query ?? new URLSearchParams()} paging={table.paging} /> : null}
    </div>
  )
}
