import { page } from '../../../platform/http/page.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Filters, Heading, Lead, readPage, readSort, Select, TextInput } from '../../../ui/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { itemPath, namesFor } from './context.ts'
import { ItemState, valueText } from './field-view.tsx'
import { itemWords } from './item.words.ts'
import { newTitle } from './item-form.tsx'

const pageSize = 50

/** All items of a kind that one may see, to sort, filter and page in; the choice is in the address. */
export const listItemsPage = (kind: Kind) => {
  const listed = Object.entries(kind.fields).filter(([, field]) => field.inLists)
  const sortable = ['title', 'code', 'state', ...listed.map(([name]) => name)]
  return page({
    path: `/arbeidsrom/:workspace/${kind.segment}`,
    access: workspaceReaders,
    shared: true,
    listed: true,
    load: async (request, { workspace }: InWorkspace) => {
      const items = await readItems(request.db, request.viewer, kind, { workspaceId: workspace.id })
      return { items, names: await namesFor(request, kind, items), mayAdd: mayAdd(request.viewer, workspace, kind) }
    },
    title: (_, request) => kind.words[request.lang].title,
    crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, ...(kind.segment.startsWith('plan/') ? [{ text: 'Plan', href: workspacePath(workspace, 'plan') }] : [])],
    view: ({ items, names, mayAdd: add }, { lang, query, pathname }, { workspace }) => {
      const w = itemWords[lang]
      const words = kind.words[lang]
      const here = itemPath(workspace, kind)
      const button = add ? <ButtonLink href={`${here}/ny`} variant="primary">{newTitle(kind, lang)}</ButtonLink> : null
      if (items.length === 0) {
        return (
          <>
            <Heading level={1}>{words.title}</Heading>
            <EmptyState picture="start" title={newTitle(kind, lang)} actions={button}><p>{words.empty}</p></EmptyState>
          </>
        )
      }
      const text = (item: Item, name: string) => {
        const field = kind.fields[name]
        return field ? valueText(field, item.fields[name] ?? null, lang, names) : ''
      }
      const wanted = query.get('ord')?.trim().toLocaleLowerCase(lang) ?? ''
      const state = query.get('status') ?? ''
      const found = items.filter((item) => (!wanted || item.title.toLocaleLowerCase(lang).includes(wanted)) && (!state || item.state === state))
      const sort = readSort(query, sortable)
      const sorted = sort ? found.toSorted(comparing(sort, kind, text)) : found
      const current = readPage(query)
      const columns: Column<Item>[] = [
        ...(items.some((item) => item.code) ? [{ key: 'code', header: w.number, cell: (item: Item) => item.code ?? '', sortable: true }] : []),
        { key: 'title', header: w.title, rowHeader: true, sortable: true, cell: (item) => <a href={itemPath(workspace, kind, item)} lang={item.language === lang ? undefined : item.language}>{item.title}</a> },
        ...(kind.states ? [{ key: 'state', header: kind.stateLabel?.[lang] ?? w.state, sortable: true, cell: (item: Item) => <ItemState kind={kind} state={item.state} lang={lang} /> }] : []),
        ...listed.map(([name, field]): Column<Item> => ({ key: name, header: field.label[lang], sortable: true, align: field.type === 'number' || field.type === 'kroner' ? 'number' : undefined, cell: (item) => text(item, name) })),
      ]
      const filterState = { values: { ord: query.get('ord') ?? '', status: state }, errors: {} }
      return (
        <>
          <Heading level={1}>{words.title}</Heading>
          <Lead>{w.count(items.length, words.one, words.many)}.</Lead>
          <div class="actions">{button}{add ? <ButtonLink href={`${here}/fjernet`} variant="quiet">{w.removedItems}</ButtonLink> : null}</div>
          <DataTable
            lang={lang} caption={words.title} captionHidden columns={columns} path={pathname} query={query} {...(sort && { sort })}
            rows={sorted.slice((current - 1) * pageSize, current * pageSize)}
            paging={{ page: current, pageSize, total: found.length }}
            filters={
              <Filters lang={lang} path={pathname} query={query} active={wanted !== '' || state !== ''}>
                <TextInput lang={lang} state={filterState} name="ord" label={w.search} type="search" />
                {kind.states ? <Select lang={lang} state={filterState} name="status" label={kind.stateLabel?.[lang] ?? w.state} blank={w.allStates} options={Object.entries(kind.states).map(([value, s]) => ({ value, label: s.text[lang] }))} /> : null}
              </Filters>
            }
          />
        </>
      )
    },
  })
}

const collator = new Intl.Collator('nb', { numeric: true })

/** Empty values last whichever way; states in the order that their kind declares; dates and numbers by value. */
function comparing(sort: { key: string; direction: 'up' | 'down' }, kind: Kind, text: (item: Item, name: string) => string) {
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
