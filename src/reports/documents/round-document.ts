import { type Block, type Document, type Line, type Mark, prose, type Row } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { formatDate } from '../../platform/text/format.ts'
import { decisionsIn, glanceOf, measure, putsText, readRoundReport, reportWords, type RoundReport, type RoundReportRow, saidBy, stoppedIn, type Verdict, verdicts } from '../../modules/plans/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from './about.ts'
import { documentWords } from './documents.words.ts'
import { said, stateOf } from './says.ts'

/** The report of a status round for members, as its page: what matters most, what needs a decision, then measure by measure. Null for one that is not sent yet. */
export async function roundDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, viewer, lang } = request
  const w = reportWords[lang]
  const report = await readRoundReport(db, viewer, workspace.id, number)
  if (!report) return null
  const { round, introductions, rows, tally } = report
  const introduction = introductions[0]?.text ?? ''
  const decisions = decisionsIn(rows)
  return documentOf(request, workspace, documentWords[lang].round(round.title), [
    { is: 'paragraph', tone: 'lead', text: glanceOf(report, lang).join(' ') },
    ...(introduction === '' ? [] : [{ is: 'heading' as const, level: 2 as const, text: w.introduction }, ...prose(introduction)]),
    { is: 'bars', caption: w.glance, of: w.verdict, number: w.count, bars: verdicts.filter((one) => tally[one] > 0).map((one) => ({ label: { text: w.verdicts[one], mark: marks[one] }, count: tally[one] })) },
    ...toTakeUp(w.decide, decisions, lang), ...toTakeUp(w.stopped, stoppedIn(rows).filter((row) => !decisions.includes(row)), lang),
    ...measures(rows, lang), ...milestones(rows, lang), ...elsewhere(report, lang), { is: 'source', text: w.source(round.title) },
  ], { landscape: true })
}

/** The shape before each word, as on the page. */
const marks: Record<Verdict, Mark> = { better: 'completed', same: 'neutral', worse: 'watch', stopped: 'cancelled', new: 'in_progress', disowned: 'watch', silent: 'not_started' }

const named = ({ item }: RoundReportRow, lang: Lang): Line => [said(item.title, item.language, lang, { strong: true })]

function toTakeUp(title: string, rows: readonly RoundReportRow[], lang: Lang): Block[] {
  const items = rows.map(({ item, answer: { sending } }): Line => [
    said(sending?.decision ?? item.title, item.language, lang, { strong: true }), ...(sending?.decision ? [{ text: ` (${item.title})` }] : []), ...(sending?.note ? [`. ${sending.note}`] : []), ...(sending ? [{ text: `\n${saidBy(sending, lang)}`, quiet: true }] : []),
  ])
  return items.length === 0 ? [] : [{ is: 'heading', level: 2, text: title }, { is: 'list', items }]
}

function measures(rows: readonly RoundReportRow[], lang: Lang): Block[] {
  const w = reportWords[lang]
  const cells = (row: RoundReportRow): Row => {
    const { answer: { sending }, last, verdict, puts } = row
    return [
      { line: named(row, lang) }, { line: sending ? (sending.notOurs ? w.verdicts.disowned : stateOf(measure, sending.state, lang)) : [{ text: w.verdicts.silent, mark: 'not_started' }] },
      { line: last === null ? [{ text: w.never, quiet: true }] : last.disowned ? w.verdicts.disowned : stateOf(measure, last.state, lang) }, { line: verdict === 'silent' || verdict === 'disowned' ? '' : w.verdicts[verdict] },
      {
        line: sending ? [
          [sending.note, sending.whyNot, sending.result && `${w.result}: ${sending.result}`, sending.decision && `${w.decide}: ${sending.decision}`].filter(Boolean).join('\n'), { text: `\n${saidBy(sending, lang)}`, quiet: true },
        ] : '',
      },
      { line: putsText(puts, lang) },
    ]
  }
  return [
    { is: 'heading', level: 2, text: w.measures },
    {
      is: 'table', name: w.measures, rows: rows.map(cells),
      columns: [{ header: w.measure, width: 2.6 }, { header: w.now, width: 1.3 }, { header: w.last, width: 1.3 }, { header: w.verdict, width: 1.3 }, { header: w.said, width: 3.4 }, { header: w.puts, width: 1.4 }],
    },
  ]
}

function milestones(rows: readonly RoundReportRow[], lang: Lang): Block[] {
  const w = reportWords[lang]
  const found = rows.flatMap((row) => [...row.milestones.passed, ...row.milestones.missed].map((milestone): Row => [
    { line: milestone.title }, { line: named(row, lang) }, { line: milestone.doneOn ? w.reached(formatDate(milestone.doneOn, lang)) : milestone.dueOn ? w.missed(formatDate(milestone.dueOn, lang)) : '' },
  ]))
  return [
    { is: 'heading', level: 2, text: w.passed },
    found.length === 0 ? { is: 'paragraph', text: w.passedNone } : { is: 'table', name: w.passed, columns: [{ header: w.milestone, width: 2 }, { header: w.measure, width: 2 }, { header: w.when }], rows: found },
  ]
}

function elsewhere({ elsewhere: kept }: RoundReport, lang: Lang): Block[] {
  const w = reportWords[lang]
  return kept.length === 0 ? [] : [
    { is: 'heading', level: 2, text: w.elsewhere }, { is: 'paragraph', text: w.elsewhereLead(kept.length) },
    { is: 'list', items: kept.map((one): Line => [said(one.title, one.language, lang), ' (', { text: one.system, ...(one.href && { href: one.href }) }, ')']) },
  ]
}
