import { workspacePath } from '../../modules/workspaces/index.ts'

export const webhooksPath = (workspace: { slug: string }, rest = ''): string => workspacePath(workspace, `innstillinger/beskjeder${rest}`)
