import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'

export const governanceText = async (_db: Reader, _viewer: Viewer, _workspace: WorkspaceHead): Promise<string | null> => null
