import type { Document } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import type { Workspace } from './workspace.store.ts'

export const formats = ['pdf', 'docx', 'xlsx'] as const
export type Format = (typeof formats)[number]

/** A document that one may take with one from a workspace. It says what the pages show the same viewer, and nothing more. */
export type Printed = {
  /** The name of its file: `planen`, or `status-3` where the expression has a group for what is asked for. */
  name: RegExp
  formats: readonly Format[]
  /** Only for those who are members; others hear that it is not there. */
  membersOnly?: true
  /** Reads and tells. The language of the request is the workspace's, because that is the document's. Null reads as not found. */
  make(request: Request, workspace: Workspace, format: Format, asked: string): Promise<Document | null>
}
