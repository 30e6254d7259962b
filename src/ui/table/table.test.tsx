import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tagsOf } from '../markup.ts'
import { DataTable } from './data-table.tsx'
import { pagesToShow } from './pagination.tsx'
import { readPage, readSort, withQuery } from './query.ts'

describe('the address of a list', () => {
  test('sorting keeps the filter and starts over at page one', () => {
    const query = new URLSearchParams('status=sen&side=3&sorter=frist')
    const html = String(
      <DataTable
        lang="nb"
        caption="Tiltak"
        columns={[{ key: 'frist', header: 'Frist', cell: (row: string) => row, sortable: true }]}
        rows={['a']}
        path="/tiltak"
        query={query}
        sort={readSort(query, ['frist'])}
      />,
    )
    expect(tagsOf(html).find(tag => tag.name === 'a')?.attributes.href).toBe('/tiltak?status=sen&sorter=-frist')
    expect(html).toContain('aria-sort="ascending"')
  })

  test('only known columns may be sorted by, and only whole page numbers are read', () => {
    expect(readSort(new URLSearchParams('sorter=-kostnad'), ['kostnad'])).toEqual({ key: 'kostnad', direction: 'down' })
    expect(readSort(new URLSearchParams('sorter=id;drop'), ['kostnad'])).toBeUndefined()
    for (const side of ['0', '-1', '1e9', '٣', '', '99999999']) expect(readPage(new URLSearchParams({ side }))).toBe(1)
    expect(readPage(new URLSearchParams('side=12'))).toBe(12)
  })

  test('changing one parameter leaves every other one as it was', () => {
    const query = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([key]) => key })
    fc.assert(
      fc.property(query, pairs => {
        const before = new URLSearchParams(pairs.filter(([key]) => key !== 'side'))
        const after = new URL(withQuery('/x', before, { side: '2' }), 'http://x').searchParams
        expect(after.get('side')).toBe('2')
        after.delete('side')
        expect([...after]).toEqual([...before])
      }),
    )
  })

  test('the pages shown are in order, with first, last and current, and a gap hides at least two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [page, last] = [Math.min(a, b), Math.max(a, b)]
        const shown = pagesToShow(page, last)
        const numbers = shown.filter(n => n !== null)
        expect(numbers).toEqual([...new Set(numbers)].sort((x, y) => x - y))
        for (const n of [1, page, last]) expect(numbers).toContain(n)
        for (const [index, n] of shown.entries()) if (n === null) expect((shown[index + 1] ?? 0) - (shown[index - 1] ?? 0)).toBeGreaterThan(2)
      }),
    )
  })
})
