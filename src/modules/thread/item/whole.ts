import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { type DatedHead, readDatedHeads } from '../../../platform/item/dated.store.ts'
import { type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import type { Catalogue, Relation } from '../../../platform/item/manifest.ts'
import type { Picture } from '../drawing/index.ts'
import { type Link, linksIn, linksOf } from '../link/link.store.ts'
import { idsAround, type Ways } from './around.store.ts'
import { type LooseWord, pictureOf, stepOrder } from './picture.ts'

/** Everything that a viewer may see of a workspace's thread: two statements, whatever its size. */
export type Whole = { items: ItemHead[]; links: Link[]; loose: ReadonlyMap<string, readonly LooseWord[]> }

/** The same of what hangs together with one item, with the days of what has one. */
export type Around = Omit<Whole, 'items'> & { items: DatedHead[] }

/** How the check tells its loose ends; handed in, so that a page can be drawn also without it. */
export type LooseWords = (request: Request, workspace: WorkspaceHead, itemIds?: readonly string[]) => Promise<ReadonlyMap<string, readonly LooseWord[]>>

export async function readWhole(request: Request, workspace: WorkspaceHead, looseWords: LooseWords): Promise<Whole> {
  const [items, links, loose] = await Promise.all([
    readHeads(request.db, request.viewer, { workspaceId: workspace.id }),
    linksIn(request.db, request.viewer, workspace.id),
    looseWords(request, workspace),
  ])
  return { items, links, loose }
}

/** Which way each relation of the thread runs, by the order of the steps that it ties. */
export function waysOf(catalogue: Catalogue, areasAboveGoals: boolean): Ways {
  const order = stepOrder(areasAboveGoals)
  const rank = (kind: string | undefined) => {
    const step = catalogue.kinds.get(kind ?? '')?.step
    return step ? order.indexOf(step) : -1
  }
  const inThread = catalogue.relations.filter((relation) => relation.inThread)
  const runsWith = (relation: Relation) => Math.min(...relation.from.map(rank)) < Math.max(...relation.to.map(rank))
  return { withThread: inThread.filter(runsWith).map((r) => r.name), againstThread: inThread.filter((r) => !runsWith(r)).map((r) => r.name) }
}

/** What one item hangs together with: its own thread both ways, and what it is tied to beside it. */
export async function readAround(request: Request, workspace: WorkspaceHead, catalogue: Catalogue, itemId: string, looseWords: LooseWords): Promise<Around> {
  const ids = await idsAround(request.db, itemId, waysOf(catalogue, workspace.areasAboveGoals))
  const [items, links, loose] = await Promise.all([
    readDatedHeads(request.db, request.viewer, { workspaceId: workspace.id, ids }, catalogue.kinds.values()),
    linksOf(request.db, request.viewer, ids),
    looseWords(request, workspace, ids),
  ])
  return { items, links, loose }
}

export const pictureOfWhole = (catalogue: Catalogue, workspace: WorkspaceHead, whole: Whole, request: Request, hrefFor: Picture['hrefFor'] = () => '#'): Picture =>
  pictureOf({ workspace, catalogue, ...whole, lang: request.lang, hrefFor })
