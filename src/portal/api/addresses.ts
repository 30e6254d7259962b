import { z } from 'zod'
import { apiRoot } from '../../platform/api/operation.ts'
import type { Access, Params, Request } from '../../platform/http/page.ts'
import type { Addresses } from '../../platform/item/item-json.ts'
import { readHeads } from '../../platform/item/item.store.ts'
import type { Kind } from '../../platform/item/kind.ts'
import { isId } from '../../platform/item/id.ts'
import { itemPath } from '../../modules/thread/index.ts'
import { findWorkspace, type InWorkspace } from '../../modules/workspaces/index.ts'

/** Where an item is: its page, and itself in the API. */
export const addressesOf = ({ platform }: Request, workspace: { slug: string }, kind: Kind, item: { number: number }): Addresses => ({
  page: `${platform.config.baseUrl}${itemPath(workspace, kind, item)}`,
  self: `${platform.config.baseUrl}${apiRoot}/workspaces/${workspace.slug}/items/${kind.name}/${item.number}`,
})


/** A number or an id, as a program has it at hand. */
export const numberOrId = z.union([z.int().min(1), z.guid()])

/** The policy of a page whose address has an item's number, for an address that may have its id instead. */
export const byNumberOrId = <S extends InWorkspace>(access: Access<S>): Access<S> => ({
  name: access.name,
  async check(request: Request, params: Params) {
    const { number = '' } = params
    if (!isId(number)) return /^[1-9]\d{0,8}$/.test(number) ? access.check(request, params) : { denied: 'missing' }
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    const [head] = workspace ? await readHeads(request.db, request.viewer, { workspaceId: workspace.id, ids: [number] }) : []
    return head ? access.check(request, { ...params, number: String(head.number) }) : { denied: 'missing' }
  },
})

/** How many on a page, and where it begins: `after` is what the page before told, and nothing to be made up. */
export const paging = (limit = { most: 200, usual: 50 }) => ({
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.number().min(1).max(limit.most)).default(limit.usual).meta({ description: `How many on a page: 1–${limit.most}, ${limit.usual} when nothing is said.` }),
})
export const afterNumber = z.string().regex(/^\d{1,9}$/).transform(Number).default(0).meta({ description: 'Where the page begins: what `next` of the page before says.' })
export const afterId = z.guid().optional().meta({ description: 'Where the page begins: what `next` of the page before says.' })

/** A list as it is answered: the page, and the address of the next; null on the last one. */
export const listOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.url().nullable() })
