import type { PropsWithChildren } from 'hono/jsx'
import { texts, type Lang } from '../../platform/text/texts.ts'
import { sortParameter, type Query } from './query.ts'

const words = texts({
  nb: { show: 'Vis utvalget', clear: 'Nullstill' },
  nn: { show: 'Vis utvalet', clear: 'Nullstill' },
  en: { show: 'Show selection', clear: 'Clear' },
})

/** Fields that narrow a list, kept in the address. The sorting is kept, the page starts over. */
export const Filters = ({ lang, path, query, active, children }: PropsWithChildren<{ lang: Lang; path: string; query: Query; active?: boolean }>) => {
  const sort = query.get(sortParameter)
  return (
    <form class="filters" method="get" action={path}>
      {sort ? <input type="hidden" name={sortParameter} value={sort} /> : null}
      {children}
      <div class="filter-actions">
        <button class="ds-button" data-variant="secondary" type="submit">
          {words[lang].show}
        </button>
        {active ? <a href={path}>{words[lang].clear}</a> : null}
      </div>
    </form>
  )
}
