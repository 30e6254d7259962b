import type { Field } from '../../../platform/item/field.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { readSort, type Sort } from '../../../ui/index.ts'
import type { Names } from './context.ts'
import { valueText } from './field-view.tsx'

/** The fields that a list of this kind shows. */
export const shownInLists = (kind: Kind): [string, Field][] => Object.entries(kind.fields).filter(([, field]) => field.inLists)

/** A field of an item as text; empty when there is none. */
export function textOf(kind: Kind, item: Item, name: string, lang: Lang, names: Names): string {
  const field = kind.fields[name]
  return field ? valueText(field, item.fields[name] ?? null, lang, names) : ''
}

/** The items as the address has chosen and ordered them (`ord`, `status`, and the sort): the same on the page and in what one takes with one. */
export function listed(kind: Kind, items: readonly Item[], names: Names, query: URLSearchParams, lang: Lang): { items: Item[]; sort: Sort | null } {
  const wanted = query.get('ord')?.trim().toLocaleLowerCase(lang) ?? ''
  const state = query.get('status') ?? ''
  const found = items.filter((item) => (!wanted || item.title.toLocaleLowerCase(lang).includes(wanted)) && (!state || item.state === state))
  const sort = readSort(query, ['title', 'code', 'state', ...shownInLists(kind).map(([name]) => name)]) ?? null
  return { sort, items: sort ? found.toSorted(comparing(sort, kind, (item, name) => textOf(kind, item, name, lang, names))) : found }
}

const collator = new Intl.Collator('nb', { numeric: true })

/** Empty values last whichever way; states in the order that their kind declares; dates and numbers by value. */
function comparing(sort: Sort, kind: Kind, text: (item: Item, name: string) => string) {
  const field = kind.fields[sort.key]
  const states = Object.keys(kind.states ?? {})
  const valueOf = (item: Item): string | number => {
    if (sort.key === 'title') return item.title
    if (sort.key === 'code') return item.code ?? ''
    if (sort.key === 'state') return item.state === null ? '' : states.indexOf(item.state) + 1
    if (field?.type === 'date' || field?.type === 'number' || field?.type === 'kroner') return (item.fields[sort.key] as string | number | null) ?? ''
    return text(item, sort.key)
  }
  const turn = sort.direction === 'up' ? 1 : -1
  return (a: Item, b: Item): number => {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1
    return turn * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)))
  }
}
