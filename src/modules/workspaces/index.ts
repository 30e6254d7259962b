export { type InWorkspace, workspaceLeading, workspaceMembers, workspacePath, workspaceReaders, workspaceRoles } from './access.ts'
export { setPlanShape } from './plan-shape.store.ts'
export { setThreadSettings } from './thread-settings.store.ts'
export {
  addMember, endMember, findWorkspace, type Focus, freeSlug, insertWorkspace, membersOf, type NewWorkspace, ownWorkspaces, publicWorkspaces, slugOf, type Workspace,
} from './workspace.store.ts'
export { readSettings, type Settings, writeSettings } from './settings.store.ts'
export { asMember, type MadeWorkspace, makeWorkspace } from './make-workspace.ts'
