import { hasRole, type Viewer } from '../../platform/access/viewer.ts'
import { leading } from '../../platform/item/kind.ts'
import { onlyIn, type Use } from '../../modules/actors/index.ts'

/** Where a merge is done: in a workspace by those who lead it, or (null) anywhere by an administrator. */
export type Where = { id: string; state: string } | null

/**
 * Those who lead a workspace may merge away an organisation that nothing outside it points at. Everything else, and people always, is for
 * administrators: an e-mail address alone never says that two accounts are one.
 */
export const mayMerge = (viewer: Viewer, where: Where, uses: readonly Use[], fromId: string): boolean =>
  where === null ? viewer.person?.administrator === true : where.state === 'active' && hasRole(viewer, where.id, ...leading) && onlyIn(uses, fromId, where.id)

/** A name that others use too is not for one workspace to change. */
export const mayRename = (where: Where, uses: readonly Use[], toId: string): boolean => where === null || onlyIn(uses, toId, where.id)
