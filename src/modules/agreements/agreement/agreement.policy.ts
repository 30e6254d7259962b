import { membershipsIn, partnerFor, type Viewer } from '../../../platform/access/viewer.ts'
import { mayChange, type Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { agreement } from './agreement.ts'

const isOpen = (workspace: Place) => workspace.state === 'active'

/** Members see what is being written and what is said about it. The political body, and those who are no members, see what was agreed. */
export const seesDraft = (viewer: Viewer, workspaceId: string): boolean => membershipsIn(viewer, workspaceId).some((one) => one.role !== 'political')

/** Names of people are for members. */
export const seesPeople = (viewer: Viewer, workspaceId: string): boolean => membershipsIn(viewer, workspaceId).length > 0

/** Those who lead write the text, say that it is agreed, and take down signatures. */
export const mayWrite = (viewer: Viewer, workspace: Place, item: Item): boolean => mayChange(viewer, workspace, agreement, item)

export const mayComment = (viewer: Viewer, workspace: Place): boolean => isOpen(workspace) && viewer.person !== null && seesDraft(viewer, workspace.id)

/** That it is anchored with a party is said by those who lead, or by the party's own representative. */
export const mayAnchor = (viewer: Viewer, workspace: Place, item: Item, party: { organisationId: string }): boolean =>
  mayWrite(viewer, workspace, item) || (isOpen(workspace) && partnerFor(viewer, workspace.id) === party.organisationId)
