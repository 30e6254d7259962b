import type { Role } from '../../platform/access/viewer.ts'
import { workspaceRoles } from '../../modules/workspaces/index.ts'

/** Who may take a whole workspace out: it holds the names and addresses of all its members. */
export const exporters: readonly Role[] = ['leader', 'secretariat']

export const workspaceExporters = workspaceRoles('workspace-exporters', exporters)
