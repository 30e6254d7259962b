import type { Outcome, Work } from '../../../platform/db/work.ts'
import { mayLink, type Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Relation } from '../../../platform/item/manifest.ts'
import { insertLinks, type Link, type NewLink, setLinkRemoved } from './link.store.ts'

export type LinkRefusal = 'forbidden' | 'not-allowed' | 'exists' | 'missing'

const byOf = (work: Work) => ({ personId: work.viewer.person?.id ?? null, at: work.now.toString() })

/** Whether a relation may tie these two kinds, in this direction. */
export const allows = (relation: Relation, fromKind: string, toKind: string): boolean => relation.from.includes(fromKind) && relation.to.includes(toKind)

const happened = (workspaceId: string, what: string, link: Link) => ({
  workspaceId,
  what,
  itemId: link.from_id,
  body: { link: link.id, relation: link.relation, from: link.from_id, to: link.to_id, ...(link.note && { note: link.note }) },
})

/** Ties an item that one may change to another that one may see. */
export async function tie(
  work: Work, workspace: Place, relation: Relation, from: { kind: Kind; item: Item }, to: { kind: Kind; item: Item }, note: string | null,
): Promise<Outcome<Link, LinkRefusal>> {
  if (!mayLink(work.viewer, workspace, from.kind, from.item) && !mayLink(work.viewer, workspace, to.kind, to.item)) return { refused: 'forbidden' }
  if (!allows(relation, from.kind.name, to.kind.name) || from.item.id === to.item.id) return { refused: 'not-allowed' }
  const [link] = await insertLinks(work.tx, workspace.id, byOf(work), [
    { relation: relation.name, fromId: from.item.id, fromKind: from.kind.name, toId: to.item.id, toKind: to.kind.name, note },
  ])
  if (!link) return { refused: 'exists' }
  work.record(happened(workspace.id, 'link.made', link))
  return { done: link }
}

/** Ties many at once, for an import or a start; the caller has asked whether one may. */
export async function tieAll(work: Work, workspaceId: string, links: readonly NewLink[]): Promise<Link[]> {
  const made = await insertLinks(work.tx, workspaceId, byOf(work), links)
  for (const link of made) work.record(happened(workspaceId, 'link.made', link))
  return made
}

/** Takes a link away; `mayChangeEnd` has been asked of either end by the page that shows it. */
export async function untie(work: Work, workspaceId: string, id: string): Promise<Outcome<Link, LinkRefusal>> {
  const link = await setLinkRemoved(work.tx, id, true, byOf(work))
  if (!link) return { refused: 'missing' }
  work.record(happened(workspaceId, 'link.removed', link))
  return { done: link }
}

export async function retie(work: Work, workspaceId: string, id: string): Promise<Outcome<Link, LinkRefusal>> {
  const link = await setLinkRemoved(work.tx, id, false, byOf(work))
  if (!link) return { refused: 'missing' }
  work.record(happened(workspaceId, 'link.restored', link))
  return { done: link }
}
