import { hasRole, type Role, roles, type Viewer } from '../../../platform/access/viewer.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { leading } from '../../../platform/item/kind.ts'

/**
 * Who sees the minutes of a meeting, among those who may see the meeting: those who lead as they are written, all but the political body when they
 * are sent for approval, and everybody (null) when they are approved. What is taken down in them is seen by the same.
 */
export function minutesReaders({ state, approvalAskedOn }: { state: string | null; approvalAskedOn: string | null }): readonly Role[] | null {
  if (state === 'approved') return null
  return approvalAskedOn === null ? leading : roles.filter((one) => one !== 'political')
}

/** How far the minutes of a meeting have come. */
export const wayOf = ({ state, fields }: Pick<Item, 'state' | 'fields'>) => ({ state, approvalAskedOn: typeof fields.approval_asked_on === 'string' ? fields.approval_asked_on : null })

/** Whether somebody who may see the meeting sees its minutes. A draft is nobody else's. */
export function seesMinutes(viewer: Viewer, workspace: { id: string }, item: Item): boolean {
  const readers = minutesReaders(wayOf(item))
  return readers === null || hasRole(viewer, workspace.id, ...readers)
}
