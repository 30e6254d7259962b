import { texts, type Lang } from '../../platform/text/texts.ts'
import { pageParameter, withQuery, type Query } from './query.ts'

const words = texts({
  nb: {
    label: 'Bla i sider',
    previous: 'Forrige',
    next: 'Neste',
    page: 'Side',
    count: (from: number, to: number, all: number) => `Viser ${from}–${to} av ${all}`,
  },
  nn: { label: 'Bla i sider', previous: 'Førre', next: 'Neste', page: 'Side', count: (from: number, to: number, all: number) => `Viser ${from}–${to} av ${all}` },
  en: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: 'Page',
    count: (from: number, to: number, all: number) => `Showing ${from}–${to} of ${all}`,
  },
})

/** `page` from 1; `total` is the number of rows. */
export type Paging = { page: number; pageSize: number; total: number }

/** The pages to show: first, last, and those around the current one; null is a gap. */
export function pagesToShow(page: number, last: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter(n => n >= 1 && n <= last)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((n, index) => {
    const gap = n - (sorted[index - 1] ?? n - 1)
    return gap === 1 ? [n] : gap === 2 ? [n - 1, n] : [null, n]
  })
}

export const Pagination = ({ lang, path, query, paging }: { lang: Lang; path: string; query: Query; paging: Paging }) => {
  const w = words[lang]
  const last = Math.max(1, Math.ceil(paging.total / paging.pageSize))
  if (paging.total === 0) return null
  const page = Math.min(Math.max(1, paging.page), last)
  const to = (n: number) => withQuery(path, query, { [pageParameter]: n === 1 ? null : String(n) })
  const first = (page - 1) * paging.pageSize + 1
  return (
    <nav class="pages" aria-label={w.label}>
      <p class="hint">{w.count(first, Math.min(page * paging.pageSize, paging.total), paging.total)}</p>
      {last === 1 ? null : (
        <ul>
          {page > 1 ? (
            <li>
              <a rel="prev" href={to(page - 1)}>
                {w.previous}
              </a>
            </li>
          ) : null}
          {pagesToShow(page, last).map(n =>
            n === null ? (
              <li aria-hidden="true">…</li>
            ) : (
              <li class={n === page ? undefined : 'page-number'}>
                <a href={to(n)} aria-current={n === page ? 'page' : undefined}>
                  <span class="ds-sr-only">{w.page} </span>
                  {n}
                </a>
              </li>
            ),
          )}
          {page < last ? (
            <li>
              <a rel="next" href={to(page + 1)}>
                {w.next}
              </a>
            </li>
          ) : null}
        </ul>
      )}
    </nav>
  )
}
