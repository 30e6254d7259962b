import { hasRole, type Viewer } from '../../../platform/access/viewer.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { leading } from '../../../platform/item/kind.ts'

/**
 * Whether somebody who may see the meeting sees its minutes: those who lead see them as they are written, those in the workspace when they are
 * sent for approval, and others when they are approved. A draft is nobody else's.
 */
export function seesMinutes(viewer: Viewer, workspace: { id: string }, item: Item): boolean {
  if (hasRole(viewer, workspace.id, ...leading) || item.state === 'approved') return true
  return item.fields.approval_asked_on !== null && viewer.memberships.some((one) => one.workspaceId === workspace.id && one.role !== 'political')
}
