import { page, type Request, type View, type WorkspaceHead } from '../../../platform/http/page.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { ButtonLink, type Column, DataTable, Downloads, EmptyState, Filters, Heading, Lead, readPage, Select, TextInput } from '../../../ui/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { itemPath, namesFor } from './context.ts'
import { roomCrumbs } from './crumbs.ts'
import { ItemState } from './field-view.tsx'
import { itemWords } from './item.words.ts'
import { newTitle } from './item-form.tsx'
import { listed, shownInLists, textOf } from './listed.ts'

const pageSize = 50

/** Where the list of a kind is had to take with one: PDF, Word or spreadsheet. */
export const listDownload = (workspace: { slug: string }, kind: Kind): string => workspacePath(workspace, `last-ned/${kind.segment.replaceAll('/', '-')}`)

/** All items of a kind that one may see, to sort, filter and page in; the choice is in the address. `above` is what the room that it stands in has on every page. */
export const listItemsPage = (kind: Kind, above: (workspace: WorkspaceHead, request: Request) => View = () => null) => {
  const shown = shownInLists(kind)
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
    crumbs: (_, { lang }, { workspace }) => roomCrumbs(workspace, kind, lang),
    view: ({ items, names, mayAdd: add }, request, { workspace }) => {
      const { lang, query, pathname } = request
      const w = itemWords[lang]
      const words = kind.words[lang]
      const here = itemPath(workspace, kind)
      const button = add ? <ButtonLink href={`${here}/ny`} variant="primary">{newTitle(kind, lang)}</ButtonLink> : null
      if (items.length === 0) {
        return (
          <>
            <Heading level={1}>{words.title}</Heading>
            {above(workspace, request)}
            <EmptyState picture="start" title={newTitle(kind, lang)} actions={button}><p>{words.empty}</p></EmptyState>
          </>
        )
      }
      const text = (item: Item, name: string) => textOf(kind, item, name, lang, names)
      const wanted = query.get('ord')?.trim() ?? ''
      const state = query.get('status') ?? ''
      const { sort, items: sorted } = listed(kind, items, names, query, lang)
      const current = readPage(query)
      const columns: Column<Item>[] = [
        ...(items.some((item) => item.code) ? [{ key: 'code', header: w.number, cell: (item: Item) => item.code ?? '', sortable: true }] : []),
        { key: 'title', header: w.title, rowHeader: true, sortable: true, cell: (item) => <a href={itemPath(workspace, kind, item)} lang={item.language === lang ? undefined : item.language}>{item.title}</a> },
        ...(kind.states ? [{ key: 'state', header: kind.stateLabel?.[lang] ?? w.state, sortable: true, cell: (item: Item) => <ItemState kind={kind} state={item.state} fields={item.fields} lang={lang} /> }] : []),
        ...shown.map(([name, field]): Column<Item> => ({ key: name, header: field.label[lang], sortable: true, align: field.type === 'number' || field.type === 'kroner' ? 'number' : undefined, cell: (item) => text(item, name) })),
      ]
      const filterState = { values: { ord: query.get('ord') ?? '', status: state }, errors: {} }
      return (
        <>
          <Heading level={1}>{words.title}</Heading>
          {above(workspace, request)}
          <Lead>{w.count(items.length, words.one, words.many)}.</Lead>
          <div class="actions">{button}{add ? <ButtonLink href={`${here}/fjernet`} variant="quiet">{w.removedItems}</ButtonLink> : null}</div>
          <DataTable
            lang={lang} caption={words.title} captionHidden columns={columns} path={pathname} query={query} {...(sort && { sort })}
            rows={sorted.slice((current - 1) * pageSize, current * pageSize)}
            paging={{ page: current, pageSize, total: sorted.length }}
            filters={
              <Filters lang={lang} path={pathname} query={query} active={wanted !== '' || state !== ''}>
                <TextInput lang={lang} state={filterState} name="ord" label={w.search} type="search" />
                {kind.states ? <Select lang={lang} state={filterState} name="status" label={kind.stateLabel?.[lang] ?? w.state} blank={w.allStates} options={Object.entries(kind.states).map(([value, s]) => ({ value, label: s.text[lang] }))} /> : null}
              </Filters>
            }
          />
          <Downloads lang={lang} path={listDownload(workspace, kind)} query={query} />
        </>
      )
    },
  })
}
