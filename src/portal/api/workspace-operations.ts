import { z } from 'zod'
import { apiRoot, type Operation, reading } from '../../platform/api/operation.ts'
import { headJson, headSchema } from '../../platform/item/item-json.ts'
import { readHeads } from '../../platform/item/item.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Access, Denied, Scope } from '../../platform/http/page.ts'
import { readQuery } from '../../platform/search/index.ts'
import { languages } from '../../platform/text/texts.ts'
import { organisationFacts, organisationsByNumber, partiesOf, partyRoles, suggestOrganisations } from '../../modules/actors/index.ts'
import { listLoose } from '../../modules/thread/index.ts'
import { type InWorkspace, ownWorkspaces, type Workspace, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { search } from '../search/search.store.ts'
import { addressesOf, afterNumber, listOf, paging } from './addresses.ts'
import { apiWords as w } from './api.words.ts'

const workspaceSchema = z.object({
  id: z.guid(), slug: z.string(), title: z.string(), kind: z.string(), state: z.enum(['active', 'archived']), language: z.enum(languages), public: z.boolean(), example: z.boolean(),
  funder: z.string().nullable(), endsOn: z.iso.date().nullable(), page: z.url(), self: z.url(),
}).meta({ id: 'workspace' })

const workspaceJson = (one: Workspace, baseUrl: string) => ({
  id: one.id, slug: one.slug, title: one.title, kind: one.kind, state: one.state, language: one.language, public: one.public, example: one.example, funder: one.funder, endsOn: one.endsOn,
  page: `${baseUrl}${workspacePath(one)}`, self: `${baseUrl}${apiRoot}/workspaces/${one.slug}`,
})

/** Any key: it has come past the guard, and sees what it is for. */
const anyKey: Access = { name: 'any-key', check: async (request): Promise<Scope | Denied> => (request.viewer.key ? {} : { denied: 'missing' }) }

const organisationSchema = z.object({ id: z.guid(), name: z.string(), kind: z.string(), role: z.enum(partyRoles) }).meta({ id: 'party' })
const foundSchema = z.object({ id: z.guid(), name: z.string(), kind: z.string(), number: z.string().nullable(), validFrom: z.iso.date().nullable(), validTo: z.iso.date().nullable() }).meta({ id: 'organisation' })

type ThreadQuery = { rule?: string; after: number; limit: number }
type SearchQuery = { q: string; kind?: string; after: number; limit: number }

export const workspaceOperations = (catalogue: Catalogue): Operation[] => [
  reading({
    id: 'listWorkspaces', path: '/workspaces', group: 'workspace', summary: w.workspaces, access: anyKey, answer: { status: 200, schema: z.object({ items: z.array(workspaceSchema) }) },
    read: async (request) => ({ body: { items: (await ownWorkspaces(request.db, request.viewer)).map((one) => workspaceJson(one, request.platform.config.baseUrl)) } }),
  }),
  reading<{ workspace: Workspace }>({
    id: 'getWorkspace', path: '/workspaces/:workspace', group: 'workspace', summary: w.workspace, access: workspaceMembers as Access<{ workspace: Workspace }>, answer: { status: 200, schema: workspaceSchema },
    read: async (request, { workspace }) => ({ body: workspaceJson(workspace, request.platform.config.baseUrl) }),
  }),
  reading<InWorkspace>({
    id: 'listOrganisations', path: '/workspaces/:workspace/organisations', group: 'workspace', summary: w.organisations, access: workspaceMembers, answer: { status: 200, schema: z.object({ items: z.array(organisationSchema) }) },
    read: async (request, { workspace }) => ({ body: { items: (await partiesOf(request.db, workspace.id)).map(({ id, name, kind, role }) => ({ id, name, kind, role })) } }),
  }),
  reading<InWorkspace, ThreadQuery>({
    id: 'listLooseThreads', path: '/workspaces/:workspace/loose-threads', group: 'workspace', summary: w.loose, about: w.looseAbout, access: workspaceMembers, paged: true,
    query: z.strictObject({ rule: z.string().max(60).optional(), after: afterNumber, ...paging() }) as unknown as z.ZodType<ThreadQuery>,
    answer: {
      status: 200,
      schema: listOf(z.object({ rule: z.string(), severity: z.int(), title: z.string(), why: z.string(), mend: z.string(), since: z.iso.datetime(), item: headSchema.nullable(), organisation: z.string().nullable() }))
        .extend({ counts: z.array(z.object({ rule: z.string(), title: z.string(), severity: z.int(), count: z.int() })) }),
    },
    async read(request, { workspace }, { query: { rule, after, limit } }) {
      const { counts, threads } = await listLoose(catalogue, request, workspace, rule === undefined ? { most: 50 } : { rule, after, most: limit })
      const heads = new Map((await readHeads(request.db, request.viewer, { workspaceId: workspace.id, ids: threads.flatMap((one) => one.itemId ?? []) })).map((head) => [head.id, head]))
      const more = rule !== undefined && (counts[0]?.count ?? 0) > after + threads.length
      return {
        body: {
          counts,
          items: threads.map(({ itemId, since, ...one }) => {
            const head = itemId ? heads.get(itemId) : undefined
            const kind = head && catalogue.kinds.get(head.kind)
            return { ...one, since: since.toString(), item: head && kind ? headJson(head, addressesOf(request, workspace, kind, head)) : null }
          }),
        },
        next: more ? String(after + threads.length) : null,
      }
    },
  }),
  reading<InWorkspace, SearchQuery>({
    id: 'search', path: '/workspaces/:workspace/search', group: 'workspace', summary: w.search, access: workspaceMembers, paged: true,
    query: z.strictObject({ q: z.string().min(1).max(200), kind: z.enum([...catalogue.kinds.keys()] as [string, ...string[]]).optional(), after: afterNumber, ...paging({ most: 50, usual: 20 }) }) as unknown as z.ZodType<SearchQuery>,
    answer: { status: 200, schema: listOf(headSchema).extend({ total: z.int() }) },
    async read(request, { workspace }, { query: { q, kind, after, limit } }) {
      const page = after + 1
      const { hits, total } = await search(request.db, request.viewer, readQuery(q), { workspace: workspace.slug, ...(kind && { kind }) }, { size: limit, at: page, now: request.now.toString() })
      const heads = new Map((await readHeads(request.db, request.viewer, { workspaceId: workspace.id, ids: hits.flatMap((hit) => (hit.source === 'item' ? [hit.id] : [])) })).map((head) => [head.id, head]))
      const items = hits.flatMap((hit) => {
        const head = heads.get(hit.id)
        const of = head && catalogue.kinds.get(head.kind)
        return head && of ? [headJson(head, addressesOf(request, workspace, of, head))] : []
      })
      return { body: { items, total }, next: page * limit < total ? String(page) : null }
    },
  }),
  reading<Scope, { number?: string; name?: string }>({
    id: 'lookUpOrganisation', path: '/organisations', group: 'register', summary: w.register, about: w.registerAbout, access: anyKey,
    query: z.strictObject({ number: z.string().regex(/^\d{2}(\d{2})?$/).optional(), name: z.string().min(2).max(100).optional() }) as unknown as z.ZodType<{ number?: string; name?: string }>,
    answer: { status: 200, schema: z.object({ held: z.array(foundSchema), now: z.array(foundSchema) }) },
    async read(request, _, { query: { number, name } }) {
      if (number !== undefined) {
        const { held, now } = await organisationsByNumber(request.db, number)
        const ids = [...held, ...now].map((one) => one.id)
        const numbers = ids.length > 0 ? await organisationFacts(request.db, ids) : new Map<string, string | null>()
        const told = (one: (typeof held)[number]) => ({ id: one.id, name: one.name, kind: one.kind, number: numbers.get(one.id) ?? null, validFrom: one.validFrom, validTo: one.validTo })
        return { body: { held: held.map(told), now: now.map(told) } }
      }
      const found = name === undefined ? [] : await suggestOrganisations(request.db, request.viewer, name, { limit: 20 })
      const told = found.map((one) => ({ id: one.id, name: one.name, kind: one.kind, number: one.number, validFrom: null, validTo: one.validTo }))
      return { body: { held: told, now: told.filter((one) => one.validTo === null) } }
    },
  }),
]
