import { type Block, type Document, prose } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { readItem } from '../../platform/item/item.store.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from '../documents/about.ts'
import { readReport } from './read-report.ts'
import { reportWords } from './report.words.ts'
import { yearlyReport } from './yearly-report.ts'

/** A yearly report: its summary first, then each section with its figures. A finished one is of the day that it was finished. Null for one that the viewer may not read the text of. */
export async function reportDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, viewer, lang } = request
  const w = reportWords[lang]
  const item = await readItem(db, viewer, yearlyReport, workspace.id, number)
  const { shown, sections, fetched } = item ? await readReport(db, viewer, workspace.id, item.id, request.query.get('utgave')) : { shown: null, sections: [], fetched: null }
  if (!item || !shown || !fetched) return null
  const { from_on: from, to_on: to, recipient, case_number: caseNumber } = item.fields
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const facts = [
    { term: w.periodTerm, value: text(from) && text(to) ? w.period(formatDate(String(from), lang), formatDate(String(to), lang)) : null }, { term: w.recipientTerm, value: text(recipient) }, { term: w.caseNumber, value: text(caseNumber) },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))
  const blocks: Block[] = [
    { is: 'paragraph', tone: 'quiet', text: shown.agreedOn ? `${w.finishedOn(formatDate(shown.agreedOn, lang))}${shown.reason ? ` ${w.because(shown.reason)}` : ''}` : w.draftMark },
    ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : []),
    ...sections.flatMap((section): Block[] => [{ is: 'heading', level: 2, text: section.heading }, ...prose(section.body), ...(fetched.sections.get(section.key)?.figures ?? [])]),
  ]
  return documentOf(request, workspace, item.title, blocks, shown.agreedOn ? { on: shown.agreedOn, foot: `${workspace.title} · ${item.title}` } : {})
}
