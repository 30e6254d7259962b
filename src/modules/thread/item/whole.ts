import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { Picture } from '../drawing/index.ts'
import { type Link, linksIn } from '../link/link.store.ts'
import { type LooseWord, pictureOf } from './picture.ts'

/** Everything that a viewer may see of a workspace's thread: two statements, whatever its size. */
export type Whole = { items: ItemHead[]; links: Link[]; loose: ReadonlyMap<string, readonly LooseWord[]> }

/** How the check tells its loose ends; handed in, so that a page can be drawn also without it. */
export type LooseWords = (request: Request, workspace: WorkspaceHead) => Promise<ReadonlyMap<string, readonly LooseWord[]>>

export async function readWhole(request: Request, workspace: WorkspaceHead, looseWords: LooseWords): Promise<Whole> {
  const [items, links, loose] = await Promise.all([
    readHeads(request.db, request.viewer, { workspaceId: workspace.id }),
    linksIn(request.db, request.viewer, workspace.id),
    looseWords(request, workspace),
  ])
  return { items, links, loose }
}

export const pictureOfWhole = (catalogue: Catalogue, workspace: WorkspaceHead, whole: Whole, request: Request, hrefFor: Picture['hrefFor'] = () => '#'): Picture =>
  pictureOf({ workspace, catalogue, ...whole, lang: request.lang, hrefFor })
