import type { Block, Document, Line } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentWords } from './documents.words.ts'

/** What all documents of a workspace have in common: whose it is, of which day, in which language, and that it is an example when it is. */
export function documentOf({ lang, now }: Request, workspace: Workspace, title: Line, blocks: readonly Block[], more: Partial<Document> = {}): Document {
  const w = documentWords[lang]
  const day = osloDate(now)
  const example: Block[] = workspace.example ? [{ is: 'paragraph', tone: 'quiet', text: w.example }] : []
  return { title, lang, owner: workspace.title, on: day.toString(), foot: w.foot(workspace.title, formatDate(day, lang)), blocks: [...example, ...blocks], ...more }
}
