import type { Document, Line, Row } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { readHeads } from '../../platform/item/item.store.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { answersIn, findRound, measure, roundWords, toldBy } from '../../modules/plans/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from './about.ts'
import { documentWords } from './documents.words.ts'
import { said, stateOf } from './says.ts'

/** A status round for members: what was answered about each measure that they may see. Null for one that is not sent yet. */
export async function roundDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, viewer, lang } = request
  const w = documentWords[lang]
  const rw = roundWords[lang]
  const round = await findRound(db, workspace.id, number)
  if (!round || round.state === 'draft') return null
  const answers = await answersIn(db, [round.id])
  const heads = new Map((await readHeads(db, viewer, { workspaceId: workspace.id, ids: answers.map((one) => one.itemId) })).map((head) => [head.id, head]))
  const seen = answers.filter((one) => heads.has(one.itemId))
  const rows = seen.map(({ itemId, title, sending }): Row => {
    const language = heads.get(itemId)?.language ?? lang
    const name: Line = [said(title, language, lang, { strong: true })]
    if (!sending) return [{ line: name }, { line: [{ text: w.notAnswered, mark: 'not_started' }] }, { line: '' }, { line: '' }, { line: '' }]
    return [
      { line: name }, { line: sending.notOurs ? rw.disowned : stateOf(measure, sending.state, lang) }, { line: [sending.note, sending.whyNot, sending.result].filter(Boolean).join('\n') }, { line: sending.decision ?? '' },
      { line: [[toldBy({ ...sending, at: sending.sentAt }, lang), sending.organisation].filter(Boolean).join(', '), '\n', { text: formatDate(osloDate(sending.sentAt), lang), quiet: true }] },
    ]
  })
  return documentOf(request, workspace, w.round(round.title), [
    { is: 'paragraph', tone: 'lead', text: `${w.answeredOf(seen.filter((one) => one.sending).length, seen.length)} ${w.dueBy(formatDate(round.dueOn, lang))}` },
    { is: 'table', name: w.answers, columns: [{ header: w.measures, width: 2.6 }, { header: w.state, width: 1.2 }, { header: w.said, width: 3 }, { header: w.decide, width: 1.8 }, { header: w.how, width: 1.8 }], rows },
  ], { landscape: true })
}
