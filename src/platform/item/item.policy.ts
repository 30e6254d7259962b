import { hasRole, keyWrites, partnerFor, type Viewer } from '../access/viewer.ts'
import type { Item } from './item.store.ts'
import type { Kind } from './kind.ts'

/** What these rules need to know of a workspace. */
export type Place = { id: string; state: string }

/** What a viewer may do with an item. It travels with the item, so that a page never restates a rule. */
export type Abilities = { change: boolean; remove: boolean; link: boolean }

const isOpen = (workspace: Place) => workspace.state === 'active'

export const mayAdd = (viewer: Viewer, workspace: Place, kind: Kind): boolean => isOpen(workspace) && hasRole(viewer, workspace.id, ...kind.writers) && keyWrites(viewer, kind.name)

/** A partner's representative may keep up to date what its organisation owns: the one they act for, when they have several. */
const ownsForOrganisation = (viewer: Viewer, workspace: Place, item: Item): boolean => {
  const [owners, organisation] = [item.fields.owner, partnerFor(viewer, workspace.id)]
  return Array.isArray(owners) && organisation !== null && owners.includes(organisation)
}

export const mayChange = (viewer: Viewer, workspace: Place, kind: Kind, item: Item): boolean =>
  mayAdd(viewer, workspace, kind) || (isOpen(workspace) && ownsForOrganisation(viewer, workspace, item))

export const mayRemove = (viewer: Viewer, workspace: Place, kind: Kind): boolean => mayAdd(viewer, workspace, kind)

export const mayLink = mayChange

export const abilities = (viewer: Viewer, workspace: Place, kind: Kind, item: Item): Abilities => ({
  change: mayChange(viewer, workspace, kind, item),
  remove: mayRemove(viewer, workspace, kind),
  link: mayLink(viewer, workspace, kind, item),
})
