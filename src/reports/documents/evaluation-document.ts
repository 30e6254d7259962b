import type { Block, Document, Row } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { readItem } from '../../platform/item/item.store.ts'
import { formatPercent } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { agreedIn, dontKnow, evaluation, type EvaluationResults, formWords, inWords, readEvaluation, resultWords, saidOf, scores, scoreText, sinceLast, statementText, typeName, typesIn } from '../../modules/experiences/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from './about.ts'

/**
 * What the partners think of their partnership, in figures: each statement, from time to time, and by who answered. What somebody wrote in their own words is
 * never in it: a file is passed on. Null for one whose results the viewer may not see, or that too few answered.
 */
export async function evaluationDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, viewer, lang } = request
  const w = resultWords[lang]
  const item = await readItem(db, viewer, evaluation, workspace.id, number)
  const standing = item && (await readEvaluation(request, workspace, item))
  if (!item || !standing?.results?.enough) return null
  const { round, count, results } = standing
  return documentOf(request, workspace, item.title, [
    { is: 'paragraph', tone: 'lead', text: `${w.answered(count.answered, count.asked)}${round?.publishedOn ? '' : ` ${w.notShown}`}` },
    ...answers(results, lang), ...overTime(results, lang), ...byType(results, lang), { is: 'source', text: w.anonymous },
  ], { landscape: true })
}

const percent = (share: number | null, lang: Lang): string => (share === null ? '–' : formatPercent(share, lang, { decimals: 0 }))

/** Each statement: how many chose each answer, and in words how it stands and has moved. */
function answers({ statements, over }: EvaluationResults, lang: Lang): Block[] {
  const [w, f] = [resultWords[lang], formWords[lang]]
  const choices = [...scores, dontKnow]
  const rows = statements.map((one): Row => {
    const { counts, figures } = one
    return [
      { line: [{ text: statementText(one.statement, f), strong: true }] },
      ...choices.map((score) => (counts ? { line: String(counts[score] ?? 0), value: counts[score] ?? 0 } : { line: '' })),
      { line: figures ? `${saidOf(figures, lang)} ${w.agree(percent(figures.agree, lang), sinceLast(one, over.at(-2), lang))}` : counts ? w.noStand : [{ text: w.tooFew, quiet: true }] },
    ]
  })
  return [
    { is: 'heading', level: 2, text: w.results },
    { is: 'table', name: w.results, rows, columns: [{ header: w.statement, width: 2.6 }, ...choices.map((score) => ({ header: scoreText(score, f), width: 0.8, align: 'number' as const })), { header: w.inShort, width: 3.2 }] },
  ]
}

/** The share that agrees, from one evaluation to the next; nothing when this is the first. */
function overTime({ statements, over }: EvaluationResults, lang: Lang): Block[] {
  const [w, f] = [resultWords[lang], formWords[lang]]
  return over.length < 2 ? [] : [
    { is: 'heading', level: 2, text: w.over }, { is: 'paragraph', text: w.overLead },
    {
      is: 'table', name: w.over, columns: [{ header: w.statement, width: 3 }, ...over.map(({ title }) => ({ header: title, align: 'number' as const }))],
      rows: statements.map((one): Row => [{ line: statementText(one.statement, f) }, ...over.map((then) => { const share = agreedIn(one, then); return { line: percent(share, lang), value: share ?? undefined } })]),
    },
  ]
}

/** The middle of the answers of each group that is large enough. */
function byType({ statements }: EvaluationResults, lang: Lang): Block[] {
  const [w, f] = [resultWords[lang], formWords[lang]]
  const types = typesIn(statements)
  return [
    { is: 'heading', level: 2, text: w.byType },
    ...(types.length === 0 ? [{ is: 'paragraph' as const, text: w.byTypeNone }] : [
      { is: 'paragraph' as const, text: w.byTypeLead },
      {
        is: 'table' as const, name: w.byType, columns: [{ header: w.statement, width: 3 }, ...types.map((type) => ({ header: typeName(type, f) }))],
        rows: statements.map((one): Row => [{ line: statementText(one.statement, f) }, ...types.map((type) => { const figures = one.types.get(type); return { line: figures ? `${inWords(figures.median, lang)} (${figures.answered})` : [{ text: w.hidden, quiet: true }] } })]),
      },
    ]),
  ]
}
