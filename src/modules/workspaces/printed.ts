import type { Document } from '../../platform/document/index.ts'
import type { Access, Params, Request } from '../../platform/http/page.ts'
import type { InWorkspace } from './access.ts'
import type { Workspace } from './workspace.store.ts'

export const formats = ['pdf', 'docx', 'xlsx'] as const
export type Format = (typeof formats)[number]

/** A document that one may take with one from a workspace. It says what the pages show the same viewer, and nothing more. */
export type Printed = {
  /** Its address under `last-ned`, with `:name` for parameters, and without ending. */
  name: string
  formats: readonly Format[]
  access: Access<InWorkspace>
  /** Reads and tells. The language of the request is the workspace's, because that is the document's. Null reads as not found. */
  make(request: Request, workspace: Workspace, format: Format, params: Params): Promise<Document | null>
}
