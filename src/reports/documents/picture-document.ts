import type { Block, Document, Line, Row } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { formatNumber } from '../../platform/text/format.ts'
import { agreementOf, fewestRatings, findPictureRound, inShort, ordered, type PictureRow, pictureShapes, pictureWords, readPicture, typeText } from '../../modules/plans/index.ts'
import { asking, type Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from './about.ts'
import { said } from './says.ts'

/**
 * The common picture of challenges, for a meeting: what they see differently first, since that is what the meeting is for. Null for a round whose picture
 * is not shown.
 */
export async function pictureDocument(request: Request, workspace: Workspace, number: number): Promise<Document | null> {
  const { db, viewer, lang } = request
  const w = pictureWords[lang]
  const round = await findPictureRound(db, workspace.id, number)
  const picture = round && (await readPicture(db, viewer, round))
  if (!round || !picture) return null
  const count = (await asking.countsOf(db, 'picture', [round.id])).get(round.id)
  const figure = (value: number) => formatNumber(value, lang, { decimals: 1 })
  const title = ({ item }: PictureRow): Line => [said(item.title, item.language, lang, { strong: true })]
  const known = ({ evidence }: PictureRow): Line => (evidence.length === 0 ? [{ text: w.noEvidence, quiet: true }] : evidence.flatMap((one, i) => [...(i > 0 ? ['\n'] : []), said(one.title, one.language, lang), ` (${w[one.relation]})`]))
  const cells = (row: PictureRow): Row => {
    const { spread, recognised, before, byType } = row
    if (!spread) return [{ line: title(row) }, { line: [{ text: w.tooFew(fewestRatings), quiet: true }] }, ...[1, 2, 3, 4, 5, 6].map(() => ({ line: '' })), { line: known(row) }]
    return [
      { line: title(row) },
      {
        line: [
          `${w.median} ${figure(spread.median)}, ${w.middle.toLocaleLowerCase(lang)} ${w.between(figure(spread.lower), figure(spread.upper))}.`, ...(before === null ? [] : [` ${w.before(figure(before))}`]),
          ...(recognised ? [`\n${w.recognised(recognised.yes, recognised.partly, recognised.no)}`] : []),
          ...[...byType].map(([type, one]) => ({ text: `\n${typeText(type, lang)}: ${w.median.toLocaleLowerCase(lang)} ${figure(one.median)} (${one.n})`, quiet: true })),
        ],
      },
      ...spread.counts.map((n) => ({ line: String(n), value: n })), { line: String(spread.unsure), value: spread.unsure }, { line: known(row) },
    ]
  }
  const columns = [{ header: w.challenge, width: 2.6 }, { header: w.inShort, width: 3 }, ...['1', '2', '3', '4', '5', w.unsure].map((header) => ({ header, width: 0.5, align: 'number' as const })), { header: w.evidence, width: 2.8 }]
  const rowsInOrder = ordered(picture.rows, 'disagreement')
  const byAgreement = (['split', 'mixed', 'agreed', null] as const).flatMap((agreement): Block[] => {
    const rows = rowsInOrder.filter(({ spread }) => (spread ? agreementOf(spread.dispersion) : null) === agreement)
    if (rows.length === 0) return []
    const name = agreement ? w.agreement[agreement] : w.tooFew(fewestRatings)
    return [{ is: 'heading', level: 2, text: [agreement ? { text: `${name} (${rows.length})`, mark: pictureShapes[agreement] } : { text: name }] }, { is: 'table', name, columns, rows: rows.map(cells) }]
  })
  const comments = picture.rows.filter((row) => row.comments.length > 0).flatMap((row): Block[] => [
    { is: 'heading', level: 3, text: [said(row.item.title, row.item.language, lang)] }, { is: 'list', items: row.comments.map((one): Line => [{ text: one.organisation, strong: true }, `: ${one.text}`]) },
  ])
  return documentOf(request, workspace, round.title, [
    { is: 'paragraph', tone: 'lead', text: `${w.shownLead(picture.answered, count?.asked ?? picture.answered)} ${inShort(picture.rows, lang)}` },
    ...byAgreement, ...(comments.length > 0 ? [{ is: 'heading' as const, level: 2 as const, text: w.comments }, ...comments] : []), { is: 'source', text: w.scale },
  ], { landscape: true })
}
