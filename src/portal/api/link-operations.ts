import { z } from 'zod'
import { changing, type Operation, reading } from '../../platform/api/operation.ts'
import { pointerTo } from '../../platform/api/issues.ts'
import { inputWords } from '../../platform/api/problem.words.ts'
import type { Access } from '../../platform/http/page.ts'
import { mayLink } from '../../platform/item/item.policy.ts'
import { type Item, readHeads, withFields } from '../../platform/item/item.store.ts'
import type { Kind } from '../../platform/item/kind.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { findLink, type Link, linksAfter, tie, untie } from '../../modules/thread/index.ts'
import { type InWorkspace, workspaceMembers } from '../../modules/workspaces/index.ts'
import { afterId, listOf, numberOrId, paging } from './addresses.ts'
import { apiWords as w } from './api.words.ts'

const end = z.object({ id: z.guid(), kind: z.string() })
const linkSchema = z.object({ id: z.guid(), relation: z.string(), from: end, to: end, note: z.string().nullable() }).meta({ id: 'link' })
const linkJson = (link: Link) => ({ id: link.id, relation: link.relation, from: { id: link.from_id, kind: link.from_kind }, to: { id: link.to_id, kind: link.to_kind }, note: link.note })

type LinkQuery = { item?: string; relation?: string; after?: string; limit: number }
type LinkBody = { relation: string; from: number | string; to: number | string; note?: string | null }
type End = { kind: Kind; item: Item }

/** The end of a link, as the key may see it. */
async function endOf(db: Reader, viewer: Viewer, catalogue: Catalogue, workspaceId: string, which: number | string): Promise<End | null> {
  const [head] = await readHeads(db, viewer, { workspaceId, ...(typeof which === 'number' ? { numbers: [which] } : { ids: [which] }) })
  const kind = head && catalogue.kinds.get(head.kind)
  const [item] = head && kind ? await withFields(db, kind, [head]) : []
  return kind && item ? { kind, item } : null
}

/** Members, and the link between two things that both can be seen. */
const linkReaders: Access<InWorkspace & { link: Link }> = {
  name: 'workspace-members',
  async check(request, params) {
    const found = await workspaceMembers.check(request, params)
    if ('denied' in found) return found
    const link = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(params.link ?? '') ? await findLink(request.db, request.viewer, found.workspace.id, params.link ?? '') : null
    return link ? { ...found, link } : { denied: 'missing' }
  },
}

export const linkOperations = (catalogue: Catalogue): Operation[] => [
  reading<InWorkspace, LinkQuery>({
    id: 'listLinks', path: '/workspaces/:workspace/links', group: 'links', summary: w.links, about: w.linksAbout, access: workspaceMembers, paged: true,
    query: z.strictObject({
      item: z.guid().optional().meta({ description: 'The id of an item: only what it is tied to.' }),
      relation: z.enum([...new Set(catalogue.relations.map((one) => one.name))] as [string, ...string[]]).optional(), after: afterId, ...paging({ most: 500, usual: 100 }),
    }) as unknown as z.ZodType<LinkQuery>,
    answer: { status: 200, schema: listOf(linkSchema) },
    async read(request, { workspace }, { query: { item, relation, after, limit } }) {
      const links = await linksAfter(request.db, request.viewer, workspace.id, { ...(item && { itemId: item }), ...(relation && { relation }), after: after ?? null, limit: limit + 1 })
      const page = links.slice(0, limit)
      return { body: { items: page.map(linkJson) }, next: links.length > limit ? (page.at(-1)?.id ?? null) : null }
    },
  }),
  changing<InWorkspace, LinkBody>({
    id: 'addLink', method: 'post', path: '/workspaces/:workspace/links', group: 'links', summary: w.addLink, about: w.addLinkAbout, access: workspaceMembers,
    body: z.strictObject({
      relation: z.enum([...new Set(catalogue.relations.map((one) => one.name))] as [string, ...string[]]), from: numberOrId, to: numberOrId, note: z.string().max(500).nullable().optional(),
    }).meta({ id: 'link-new' }) as unknown as z.ZodType<LinkBody>,
    example: { body: { relation: 'delivers', from: 42, to: 12 } },
    answer: { status: 201, schema: linkSchema },
    async change(work, { request, scope: { workspace }, body }) {
      const [from, to] = [await endOf(work.tx, work.viewer, catalogue, workspace.id, body.from), await endOf(work.tx, work.viewer, catalogue, workspace.id, body.to)]
      const missing = [...(from ? [] : ['from']), ...(to ? [] : ['to'])]
      if (!from || !to) return { refused: { errors: missing.map((name) => ({ pointer: pointerTo(name), detail: inputWords[request.lang].id })) } }
      // One name may be declared for several kinds; the one that fits is meant.
      const relation = catalogue.relations.find((one) => one.name === body.relation && one.from.includes(from.kind.name) && one.to.includes(to.kind.name)) ?? catalogue.relations.find((one) => one.name === body.relation)
      if (!relation) return { refused: 'not-allowed' }
      const tied = await tie(work, workspace, relation, from, to, body.note?.trim() || null)
      return 'refused' in tied ? tied : { done: { body: linkJson(tied.done), status: 201 } }
    },
  }),
  changing<InWorkspace & { link: Link }>({
    id: 'removeLink', method: 'delete', path: '/workspaces/:workspace/links/:link', group: 'links', summary: w.removeLink, access: linkReaders, answer: { status: 204 },
    async change(work, { scope: { workspace, link } }) {
      const ends = [await endOf(work.tx, work.viewer, catalogue, workspace.id, link.from_id), await endOf(work.tx, work.viewer, catalogue, workspace.id, link.to_id)]
      if (!ends.some((one) => one && mayLink(work.viewer, workspace, one.kind, one.item))) return { refused: 'forbidden' }
      const untied = await untie(work, workspace.id, link.id)
      return 'refused' in untied ? { refused: 'missing' } : { done: { body: null, status: 204 } }
    },
  }),
]
