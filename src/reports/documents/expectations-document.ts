import type { Block, Document, Line, Row } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { type ExpectationRow, expectationShape, expectationWords, findExpectationRound, kindWords, readShown, type Said, standings } from '../../modules/agreements/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from './about.ts'
import { said } from './says.ts'

/**
 * What organisations expect of each other, for a meeting: what contradicts and what nobody has answered first, since that is what the meeting is for.
 * Null for a round whose answers are not shown.
 */
export async function expectationsDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, lang } = request
  const [w, k] = [expectationWords[lang], kindWords[lang]]
  const round = await findExpectationRound(db, workspace.id, number)
  const shown = round && (await readShown(db, round))
  if (!round || !shown) return null
  const name = (id: string | null) => (id === null ? k.partnership : (shown.names.get(id) ?? ''))
  const [answered, asked] = [shown.answers.filter((one) => one.sentAt !== null).length, shown.answers.length]
  const offers = (row: ExpectationRow): Line => row.offers.map((one) => `${name(one.fromId)}: ${one.text}`).join('\n')
  const expectation = (row: ExpectationRow): Row => [
    { line: [said(name(row.said.fromId), lang, lang, { strong: true })] }, { line: name(row.said.aboutId) },
    { line: [row.said.text, ...(row.said.kind ? [{ text: `\n${k.kinds[row.said.kind]}`, quiet: true }] : [])] },
    { line: [k.whys[row.match.why], ...(row.replied ? [`\n${k.replies[row.replied.reply]}${row.replied.word ? `: ${row.replied.word}` : ''}`] : [])] }, { line: offers(row) },
  ]
  const columns = [{ header: w.expects, width: 1.6 }, { header: w.ofWhom, width: 1.6 }, { header: w.what, width: 3 }, { header: w.stands, width: 2.2 }, { header: w.offered, width: 2.6 }]
  const byStanding = standings.flatMap((standing): Block[] => {
    const rows = shown.rows.filter((row) => row.match.standing === standing)
    return rows.length === 0 ? [] : [{ is: 'heading', level: 2, text: [{ text: `${k.standings[standing]} (${rows.length})`, mark: expectationShape[standing] }] }, { is: 'table', name: k.standings[standing], columns, rows: rows.map(expectation) }]
  })
  const saidTable = (title: string, all: readonly Said[], kinds: boolean): Block[] => (all.length === 0 ? [] : [
    { is: 'heading', level: 2, text: title },
    { is: 'table', name: title, columns: [{ header: w.organisation, width: 1.6 }, { header: w.what, width: 4 }, ...(kinds ? [{ header: w.kind, width: 1.4 }] : [])], rows: all.map((one): Row => [{ line: [said(name(one.fromId), lang, lang, { strong: true })] }, { line: one.text }, ...(kinds ? [{ line: one.kind ? k.kinds[one.kind] : '' }] : [])]) },
  ])
  const moved = (shown.changes ?? []).filter((one) => one.move !== 'same')
  const changes: Block[] = shown.before ? [
    { is: 'heading', level: 2, text: w.changed(shown.before.title) },
    ...(moved.length === 0 ? [{ is: 'paragraph' as const, text: w.changedNone }] : [{
      is: 'table' as const, name: w.how, columns: [{ header: w.expects }, { header: w.ofWhom }, { header: w.kind }, { header: w.how }, { header: w.before }, { header: w.now }],
      rows: moved.map((one): Row => [{ line: name(one.fromId) }, { line: name(one.aboutId) }, { line: k.kinds[one.kind] }, { line: w.moves[one.move] }, { line: one.before ? k.standings[one.before] : '' }, { line: one.now ? k.standings[one.now] : '' }]),
    }]),
  ] : []
  return documentOf(request, workspace, round.title, [
    { is: 'paragraph', tone: 'lead', text: w.shownLead(answered, asked, formatDate(round.replyBy ?? round.dueOn, lang)) },
    ...(shown.rows.length === 0 ? [{ is: 'paragraph' as const, text: w.noExpectations }] : byStanding), ...saidTable(w.offers, shown.offers, true), ...saidTable(w.needs, shown.needs, false), ...changes,
  ], { landscape: true })
}
