import { hasRole, type Role } from '../../platform/access/viewer.ts'
import type { Access } from '../../platform/http/page.ts'
import { leading } from '../../platform/item/kind.ts'
import { findWorkspace, type Workspace } from './workspace.store.ts'

export type InWorkspace = { workspace: Workspace }

/** Whoever may know of the workspace; what they see in it is decided item by item. */
export const workspaceReaders: Access<InWorkspace> = {
  name: 'workspace-readers',
  async check(request, params) {
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    return workspace ? { workspace } : { denied: 'missing' }
  },
}

/** Members with one of these roles; other readers are told that this is not theirs to do. */
export const workspaceRoles = (name: string, wanted: readonly Role[]): Access<InWorkspace> => ({
  name,
  async check(request, params) {
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    if (!workspace) return { denied: 'missing' }
    return hasRole(request.viewer, workspace.id, ...wanted) ? { workspace } : { denied: 'forbidden' }
  },
})

/** Leader, secretariat and process leader: those who keep the plan. */
export const workspaceLeading: Access<InWorkspace> = workspaceRoles('workspace-leading', leading)

/** All members, whatever their role. */
export const workspaceMembers: Access<InWorkspace> = {
  name: 'workspace-members',
  async check(request, params) {
    const workspace = await findWorkspace(request.db, request.viewer, params.workspace ?? '')
    if (!workspace) return { denied: 'missing' }
    return request.viewer.memberships.some((m) => m.workspaceId === workspace.id) ? { workspace } : { denied: 'missing' }
  },
}

export const workspacePath = (workspace: { slug: string }, rest = ''): string => `/arbeidsrom/${workspace.slug}${rest && `/${rest}`}`
