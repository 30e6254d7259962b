import { hasRole, type Viewer } from '../../platform/access/viewer.ts'
import { mayChange, type Place } from '../../platform/item/item.policy.ts'
import type { Item } from '../../platform/item/item.store.ts'
import { draftReaders, yearlyReport } from './yearly-report.ts'

/** Those who take part in the work see what is being written. The political body, and those who are no members, see what is finished. */
export const seesDraft = (viewer: Viewer, workspaceId: string): boolean => hasRole(viewer, workspaceId, ...draftReaders)

export const mayWrite = (viewer: Viewer, workspace: Place, item: Item): boolean => mayChange(viewer, workspace, yearlyReport, item)
