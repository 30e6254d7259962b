import { hasRole, keyWrites, partnerFor, type Viewer } from '../access/viewer.ts'
import type { FieldValues } from './field.ts'
import type { Item, NewItem } from './item.store.ts'
import type { Kind } from './kind.ts'

/** What these rules need to know of a workspace. */
export type Place = { id: string; state: string }

/** What a viewer may do with an item. It travels with the item, so that a page never restates a rule. */
export type Abilities = { change: boolean; remove: boolean; link: boolean }

const isOpen = (workspace: Place) => workspace.state === 'active'

/** Those who may write every item of a kind, whoever owns it. */
export const mayWriteAll = (viewer: Viewer, workspace: Place, kind: Kind): boolean => isOpen(workspace) && hasRole(viewer, workspace.id, ...kind.writers) && keyWrites(viewer, kind.name)

/** The organisation that one raises an item for, where partners may and one may not write them all. It must be among the item's owners. */
export const raisesFor = (viewer: Viewer, workspace: Place, kind: Kind): string | null =>
  kind.raisedByPartners && isOpen(workspace) && keyWrites(viewer, kind.name) && !mayWriteAll(viewer, workspace, kind) ? partnerFor(viewer, workspace.id) : null

export const mayAdd = (viewer: Viewer, workspace: Place, kind: Kind): boolean => mayWriteAll(viewer, workspace, kind) || raisesFor(viewer, workspace, kind) !== null

const owns = (organisation: string | null, fields: FieldValues = {}): boolean => organisation !== null && Array.isArray(fields.owner) && fields.owner.includes(organisation)

/** May one add exactly these? */
export function mayAddThese(viewer: Viewer, workspace: Place, kind: Kind, items: readonly NewItem[]): boolean {
  if (mayWriteAll(viewer, workspace, kind)) return true
  const organisation = raisesFor(viewer, workspace, kind)
  return organisation !== null && items.every(({ fields }) => owns(organisation, fields))
}

/** A partner's representative may keep up to date what its organisation owns: the one they act for, when they have several. */
const ownsForOrganisation = (viewer: Viewer, workspace: Place, item: Item): boolean => owns(partnerFor(viewer, workspace.id), item.fields)

export const mayChange = (viewer: Viewer, workspace: Place, kind: Kind, item: Item): boolean =>
  mayWriteAll(viewer, workspace, kind) || (isOpen(workspace) && ownsForOrganisation(viewer, workspace, item))

export const mayRemove = (viewer: Viewer, workspace: Place, kind: Kind): boolean => mayWriteAll(viewer, workspace, kind)

export const mayLink = mayChange

export const abilities = (viewer: Viewer, workspace: Place, kind: Kind, item: Item): Abilities => ({
  change: mayChange(viewer, workspace, kind, item),
  remove: mayRemove(viewer, workspace, kind),
  link: mayLink(viewer, workspace, kind, item),
})
