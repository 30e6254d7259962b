import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { stagedFiles } from '../../../../platform/files/file.store.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { readDraft } from '../../../../platform/draft/draft.store.ts'
import type { Request } from '../../../../platform/http/page.ts'
import { type Item, type ItemHead, readHeads } from '../../../../platform/item/item.store.ts'
import { readWord } from '../../../../platform/office/read-word.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { choicesFor, type ItemScope } from '../../../thread/index.ts'
import { followUp } from '../../follow-up/follow-up.ts'
import { readWritten, type Written } from '../../meeting/standing.ts'
import { momentOf } from '../../meeting/when.ts'
import { type Marks, type Section, sectionsOf } from './sections.ts'
import { knowing, type Outcome } from './suggest.ts'

type Options = readonly { value: string; label: string }[]

/** Minutes that were brought and are not written in yet: read anew each time from the text, so that the agenda and what was marked count as they stand. */
export type Brought = {
  whole: Written
  heads: ReadonlyMap<string, ItemHead>
  people: Options
  organisations: Options
  /** Null when nothing is brought. */
  sections: Section[] | null
  /** Tells whether what somebody looked over is what would be written. */
  edition: string
}

/** Where somebody's text waits: it is theirs alone, and goes when it is written in, or is left for long. */
export const draftOf = (item: Pick<Item, 'id'>): string => `minutes-${item.id}`
export const textField = 'tekst'
export const markField = (n: number): string => `merke-${n}`
export const personOf = (request: Pick<Request, 'viewer'>): string => request.viewer.person?.id ?? ''

const marksIn = (answers: Readonly<Record<string, string>>): Marks => new Map(Object.entries(answers).flatMap(([name, value]) => {
  const n = /^merke-(\d+)$/.exec(name)?.[1]
  return n !== undefined && ['text', 'decision', 'task'].includes(value) ? [[Number(n), value as Outcome | 'text'] as const] : []
}))

export async function loadBrought(request: Request, { workspace, item }: ItemScope): Promise<Brought> {
  const { db, viewer } = request
  const [whole, { people, organisations }, answers] = await Promise.all([readWritten(db, viewer, item), choicesFor(request, workspace, followUp), readDraft(db, personOf(request), draftOf(item))])
  const about = whole.points.flatMap((one) => one.aboutId ?? [])
  const heads = about.length > 0 ? await readHeads(db, viewer, { workspaceId: workspace.id, ids: about }) : []
  const text = answers[textField] ?? ''
  const known = knowing([...people, ...organisations].map((one) => one.label), momentOf(item).heldOn ?? osloDate(request.now).toString())
  const sections = text === '' ? null : sectionsOf(text, whole.points.map(({ number, title }, i) => ({ number, title, at: i + 1 })), known, marksIn(answers))
  return { whole, heads: new Map(heads.map((one) => [one.id, one])), people, organisations, sections, edition: createHash('sha256').update(JSON.stringify(sections)).digest('base64url').slice(0, 22) }
}

/** The text of a Word file that was just uploaded, with its headings and lists marked as text has them; or why it cannot be read. */
export async function wordText(tx: Tx, request: Request, fileId: string): Promise<{ text: string } | { refused: 'unreadable' | 'too-long' | 'empty' }> {
  const [file] = await stagedFiles(tx, [fileId], { personId: personOf(request), now: request.now })
  const content = file && (await request.platform.files.read(file.sha256))
  if (!content) return { refused: 'unreadable' }
  const read = readWord(await buffer(content))
  if ('refused' in read) return read
  const text = read.lines.map(({ text: said, is }) => (said === '' ? '' : is === 'heading' ? `# ${said}` : is === 'bullet' ? `- ${said}` : said)).join('\n').trim()
  return text === '' ? { refused: 'empty' } : { text }
}
