import { z } from 'zod'
import { membershipsIn } from '../../platform/access/viewer.ts'
import { changing, type Operation, reading } from '../../platform/api/operation.ts'
import { pointerTo } from '../../platform/api/issues.ts'
import type { FieldProblem } from '../../platform/api/problem.ts'
import type { Work } from '../../platform/db/work.ts'
import type { Request, WorkspaceHead } from '../../platform/http/page.ts'
import { addItems, changeItem, differing, removeItem, restoreItem } from '../../platform/item/item.actions.ts'
import { changedItemSchema, headJson, headSchema, type ItemBody, itemJson, itemSchema, newItemSchema, readItemJson } from '../../platform/item/item-json.ts'
import { childRowsOf, type Item, readHeadsPaged, readItem, readItems, withFields } from '../../platform/item/item.store.ts'
import type { Kind } from '../../platform/item/kind.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { words as parseWords } from '../../platform/item/parse.ts'
import { itemChangers, itemReaders, strangersIn } from '../../modules/thread/index.ts'
import { type InWorkspace, workspaceMembers, workspaceRoles } from '../../modules/workspaces/index.ts'
import { addressesOf, afterNumber, byNumberOrId, listOf, paging } from './addresses.ts'
import { apiWords as w } from './api.words.ts'

const filters = {
  title: z.string().max(300).optional().meta({ description: 'Part of the title, whatever its case.' }),
  organisation: z.guid().optional().meta({ description: 'An organisation that owns it or takes part.' }),
  changedSince: z.iso.datetime({ offset: true }).optional().meta({ description: 'Changed at this moment or later.' }),
  after: afterNumber,
  ...paging(),
}
const removedFilter = { removed: z.enum(['true', 'false']).optional().meta({ description: 'Those that were removed, for keys that may bring them back.' }) }
type Filters = { title?: string; organisation?: string; changedSince?: string; after: number; limit: number; state?: string; removed?: 'true' | 'false' }

/** A page of a list, and where the next begins: one more than asked for is read, to see whether there is one. */
const cut = <T>(rows: readonly T[], limit: number, place: (row: T) => string): { page: T[]; next: string | null } => {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last ? place(last) : null }
}

const narrowed = ({ removed, limit, changedSince, ...rest }: Filters) => ({ ...rest, removed: removed === 'true', limit: limit + 1, ...(changedSince && { changedSince }) })

/** Everything of every kind, heads only: for those who keep a copy and ask what has changed. */
const listAll = (catalogue: Catalogue): Operation =>
  reading<InWorkspace, Filters & { kind?: string }>({
    id: 'listItems', path: '/workspaces/:workspace/items', group: 'items', summary: w.listAll, about: w.listAllAbout, access: workspaceMembers, paged: true,
    query: z.strictObject({ kind: z.enum([...catalogue.kinds.keys()] as [string, ...string[]]).optional(), ...filters }) as unknown as z.ZodType<Filters & { kind?: string }>,
    answer: { status: 200, schema: listOf(headSchema) },
    async read(request, { workspace }, { query: { kind, ...query } }) {
      const { page, next } = cut(await readHeadsPaged(request.db, request.viewer, { workspaceId: workspace.id, ...narrowed(query), kinds: kind ? [kind] : [...catalogue.kinds.keys()] }), query.limit, (head) => String(head.number))
      return { body: { items: page.flatMap((head) => { const of = catalogue.kinds.get(head.kind); return of ? [headJson(head, addressesOf(request, workspace, of, head))] : [] }) }, next }
    },
  })

async function whole(request: Request, workspace: WorkspaceHead, kind: Kind, items: readonly Item[], db = request.db as Work['tx'] | Request['db']): Promise<Record<string, unknown>[]> {
  const sees = membershipsIn(request.viewer, workspace.id).some((one) => !kind.rowsHiddenFrom?.includes(one.role))
  const rows = kind.children && sees ? await childRowsOf(db, kind, items.map((item) => item.id)) : new Map()
  const none = Object.fromEntries(Object.keys(kind.children ?? {}).map((table) => [table, []]))
  return items.map((item) => itemJson(kind, item, rows.get(item.id) ?? none, addressesOf(request, workspace, kind, item)))
}

/** The people and organisations that may not be named: they are not in this workspace, and were not named before. */
async function strangers(request: Request, workspace: WorkspaceHead, kind: Kind, fields: Item['fields'], item: Item | null): Promise<FieldProblem[]> {
  const found = await strangersIn(request, workspace, kind, fields, item)
  return found.map((name) => ({ pointer: pointerTo('fields', name), detail: kind.fields[name]?.type === 'organisations' ? w.notHere[request.lang] : parseWords[request.lang].choose }))
}

/** The operations of one kind, from its declaration alone. */
const ofKind = (kind: Kind): Operation[] => {
  const list = `/workspaces/:workspace/items/${kind.name}`
  const one = `${list}/:number`
  const name = kind.name[0]?.toUpperCase() + kind.name.slice(1).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  const common = { group: kind.name, kind: kind.name }
  const words = (key: 'list' | 'get' | 'add' | 'change' | 'remove' | 'restore') => ({ nb: w[key].nb(kind.words.nb), nn: w[key].nn(kind.words.nn), en: w[key].en(kind.words.en) })
  const answer = itemSchema(kind)
  return [
    reading<InWorkspace, Filters>({
      ...common, id: `list${name}`, path: list, summary: words('list'), access: workspaceMembers, paged: true,
      query: z.strictObject({ ...filters, ...removedFilter, ...(kind.states && { state: z.enum(Object.keys(kind.states) as [string, ...string[]]).optional() }) }) as unknown as z.ZodType<Filters>,
      answer: { status: 200, schema: listOf(answer) },
      async read(request, { workspace }, { query }) {
        // What is removed is for those who may bring it back, as on the pages.
        if (query.removed === 'true') {
          const may = await workspaceRoles('', kind.writers).check(request, { workspace: workspace.slug })
          if ('denied' in may) return null
        }
        const heads = await readHeadsPaged(request.db, request.viewer, { workspaceId: workspace.id, kinds: [kind.name], ...narrowed(query) })
        const { page, next } = cut(heads, query.limit, (head) => String(head.number))
        return { body: { items: await whole(request, workspace, kind, await withFields(request.db, kind, page)) }, next }
      },
    }),
    reading<InWorkspace & { item: Item }>({
      ...common, id: `get${name}`, path: one, summary: words('get'), access: byNumberOrId(itemReaders(kind)), answer: { status: 200, schema: answer },
      async read(request, { workspace, item }) {
        const [body] = await whole(request, workspace, kind, [item])
        return { body, version: item.version }
      },
    }),
    changing<InWorkspace, ItemBody>({
      ...common, method: 'post', id: `add${name}`, path: list, summary: words('add'), access: workspaceRoles(`${kind.name}-writers`, kind.writers), body: newItemSchema(kind), example: { body: { title: kind.words.nb.new, fields: {} } }, answer: { status: 201, schema: answer },
      async change(work, { request, scope: { workspace }, body }) {
        const read = readItemJson(kind, body, request.lang, null)
        if ('errors' in read) return { refused: read }
        const { title = '', ...change } = read.change
        const unknown = await strangers(request, workspace, kind, change.fields, null)
        if (unknown.length > 0) return { refused: { errors: unknown } }
        const added = await addItems(work, workspace, kind, [{ title, ...change, language: body.language ?? workspace.language }])
        return 'refused' in added ? { refused: 'forbidden' } : answered(work, request, workspace, kind, added.done, 201)
      },
    }),
    changing<InWorkspace & { item: Item }, ItemBody>({
      ...common, method: 'patch', id: `change${name}`, path: one, summary: words('change'), about: w.changeAbout, access: byNumberOrId(itemChangers(kind)), versioned: true, body: changedItemSchema(kind), example: { body: { title: kind.words.nb.new } }, answer: { status: 200, schema: answer },
      async change(work, { request, scope: { workspace, item }, body, version }) {
        const read = readItemJson(kind, body, request.lang, item)
        if ('errors' in read) return { refused: read }
        const unknown = await strangers(request, workspace, kind, read.change.fields, item)
        if (unknown.length > 0) return { refused: { errors: unknown } }
        const changed = await changeItem(work, workspace, kind, item, version, { ...read.change, fields: differing(item, read.change.fields) })
        return 'refused' in changed ? changed : answered(work, request, workspace, kind, [item.id], 200)
      },
    }),
    changing<InWorkspace & { item: Item }>({
      ...common, method: 'delete', id: `remove${name}`, path: one, summary: words('remove'), about: w.removeAbout, versioned: true, answer: { status: 204 },
      access: withItem(kind),
      async change(work, { scope: { workspace, item }, version }) {
        const removed = await removeItem(work, workspace, kind, item, version)
        return 'refused' in removed ? removed : { done: { body: null, status: 204 } }
      },
    }),
    changing<InWorkspace>({
      ...common, method: 'post', id: `restore${name}`, path: `${one}/restore`, summary: words('restore'), access: workspaceRoles(`${kind.name}-writers`, kind.writers), answer: { status: 200, schema: answer },
      async change(work, { request, scope: { workspace }, params }) {
        const item = /^[1-9]\d{0,8}$/.test(params.number ?? '') ? await readItem(work.tx, work.viewer, kind, workspace.id, Number(params.number), true) : null
        if (!item) return { refused: 'missing' }
        const restored = await restoreItem(work, workspace, kind, item)
        return 'refused' in restored ? restored : answered(work, request, workspace, kind, [item.id], 200)
      },
    }),
  ]
}

/** Writers of a kind, with the item that they are to remove. */
const withItem = (kind: Kind) =>
  byNumberOrId<InWorkspace & { item: Item }>({
    name: `${kind.name}-writers`,
    async check(request, params) {
      const found = await itemReaders(kind).check(request, params)
      if ('denied' in found) return found
      const may = await workspaceRoles('', kind.writers).check(request, params)
      return 'denied' in may ? may : found
    },
  })

/** What stands after the change, read in the same transaction. */
async function answered(work: Work, request: Request, workspace: WorkspaceHead, kind: Kind, ids: readonly string[], status: 200 | 201) {
  const items = await readItems(work.tx, work.viewer, kind, { workspaceId: workspace.id, ids })
  const [body] = await whole(request, workspace, kind, items, work.tx)
  const [item] = items
  // One may make what one may not see: it is made, and that is all that is told.
  if (!item) return { done: { body: {}, status } }
  const { self } = addressesOf(request, workspace, kind, item)
  return { done: { body, status, version: item.version, ...(status === 201 && { location: new URL(self).pathname }) } }
}

export const itemOperations = (catalogue: Catalogue): Operation[] => [listAll(catalogue), ...[...catalogue.kinds.values()].flatMap(ofKind)]
