import type { Child } from 'hono/jsx'
import type { Request, WorkspaceHead } from '../../../../platform/http/page.ts'
import { formatNumber } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { TakenUp } from '../../../arenas/index.ts'
import { finding } from '../../../analysis/index.ts'
import { registerWords } from '../../../actors/index.ts'
import { itemPath } from '../../../thread/index.ts'
import { type Column, DataTable, Details, Heading, State, type StateKind } from '../../../../ui/index.ts'
import { challenge } from '../../challenge/challenge.ts'
import type { Picture, PictureRow } from '../shown.store.ts'
import { type Agreement, agreementOf, fewest, type Order, ordered, orders, type Spread } from '../spread.ts'
import { pictureWords } from './picture.words.ts'
import { Strip } from './strip.tsx'

export const shapes: Record<Agreement, StateKind> = { agreed: 'completed', mixed: 'in_progress', split: 'watch' }

const number = (value: number, lang: Lang) => formatNumber(value, lang, { decimals: 1 })
export const typeText = (type: string, lang: Lang): string => { const { kinds } = registerWords[lang]; return kinds[type as keyof typeof kinds] ?? kinds.other }

export const orderIn = (query: URLSearchParams): Order => orders.find((one) => one === query.get('vis')) ?? 'importance'

/** What they agree most on, and least, in two sentences. Empty when nothing can be shown. */
export function inShort(rows: readonly PictureRow[], lang: Lang): string {
  const w = pictureWords[lang]
  const shown = rows.flatMap((row) => (row.spread ? [{ row, d: row.spread.dispersion }] : [])).toSorted((a, b) => a.d - b.d)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return ''
  if (agreementOf(last.d) === 'agreed') return w.allAgreed
  return first === last ? w.mostSplit(last.row.item.title) : `${w.mostAgreed(first.row.item.title)} ${w.mostSplit(last.row.item.title)}`
}

type Props = { picture: Picture; request: Request; workspace: WorkspaceHead; /** Those who take part here are led to what it stands on. */ linked: boolean; take: ((row: PictureRow) => Child) | null }

/** The common picture: each challenge with how the answers are spread, what is known, and what was said of it; then all of it in a table. */
export const PictureParts = ({ picture, request: { lang, query, pathname }, workspace, linked, take }: Props) => {
  const w = pictureWords[lang]
  const by = orderIn(query)
  const rows = ordered(picture.rows.map((row) => ({ ...row, row })), by).map(({ row }) => row)
  return (
    <>
      <nav class="choices-line no-print" aria-label={w.order}>
        <span>{w.order}:</span>
        {orders.map((one) => <a href={`${pathname}?vis=${one}`} aria-current={one === by ? 'true' : undefined}>{w.orders[one]}</a>)}
      </nav>
      <section>
        <Heading level={2} id="bilde">{w.picture}</Heading>
        <p class="hint">{w.pictureText}</p>
        <ol class="picture-list">{rows.map((row) => <li id={`utfordring-${row.item.number}`}><One row={row} lang={lang} workspace={workspace} linked={linked} />{take?.(row) ?? null}</li>)}</ol>
      </section>
      <AsTable rows={rows} lang={lang} workspace={workspace} linked={linked} />
      <p class="hint">{w.scale}</p>
    </>
  )
}

type OneProps = { row: PictureRow; lang: Lang; workspace: WorkspaceHead; linked: boolean }

const Title = ({ row: { item }, lang, workspace, linked }: OneProps) => {
  const own = item.language === lang ? undefined : item.language
  return linked ? <a href={itemPath(workspace, challenge, item)} lang={own}>{item.title}</a> : <span lang={own}>{item.title}</span>
}

const One = (props: OneProps) => {
  const { row, lang, workspace, linked } = props
  const w = pictureWords[lang]
  const { spread, recognised, evidence, comments, byType, matters, before } = row
  const agreement = spread && agreementOf(spread.dispersion)
  return (
    <>
      <Heading level={3}><Title {...props} /></Heading>
      {spread && agreement ? (
        <div class="picture-one">
          <Strip spread={spread} />
          <div>
            <p><State lang={lang} kind={shapes[agreement]}>{w.agreement[agreement]}</State></p>
            <p>{w.summary(number(spread.median, lang), spread.n)} {before === null ? '' : w.before(number(before, lang))} {spread.unsure > 0 ? `${w.unsure}: ${spread.unsure}.` : ''}</p>
            {recognised ? <p>{w.recognised(recognised.yes, recognised.partly, recognised.no)}</p> : null}
          </div>
        </div>
      ) : <p>{w.tooFew(fewest)}</p>}
      {byType.size > 0 ? <Types byType={byType} lang={lang} /> : null}
      <p class="picture-evidence">
        <strong>{w.evidence}:</strong> {evidence.length === 0 ? <span class="hint">{w.noEvidence}</span> : evidence.map((one, i) => (
          <>{i > 0 ? '; ' : ''}{linked ? <a href={itemPath(workspace, finding, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a> : <span lang={one.language === lang ? undefined : one.language}>{one.title}</span>} ({w[one.relation]})</>
        ))}
      </p>
      {comments.length > 0 ? <Details summary={`${w.comments} (${comments.length})`}><ul>{comments.map((one) => <li><strong>{one.organisation}:</strong> <span class="status-said">{one.text}</span></li>)}</ul></Details> : null}
      {linked ? <TakenUp lang={lang} workspace={workspace} matters={matters} /> : null}
    </>
  )
}

const middle = (spread: Spread, lang: Lang) => pictureWords[lang].between(number(spread.lower, lang), number(spread.upper, lang))

const Types = ({ byType, lang }: { byType: ReadonlyMap<string, Spread>; lang: Lang }) => {
  const w = pictureWords[lang]
  const columns: Column<[string, Spread]>[] = [
    { key: 'type', header: w.type, rowHeader: true, cell: ([type]) => typeText(type, lang) },
    { key: 'median', header: w.median, align: 'number', cell: ([, one]) => number(one.median, lang) },
    { key: 'middle', header: w.middle, cell: ([, one]) => middle(one, lang) },
    { key: 'n', header: w.n, align: 'number', cell: ([, one]) => one.n },
  ]
  return <Details summary={w.types}><DataTable lang={lang} caption={w.types} captionHidden columns={columns} rows={[...byType]} /></Details>
}

const AsTable = ({ rows, lang, workspace, linked }: { rows: readonly PictureRow[]; lang: Lang; workspace: WorkspaceHead; linked: boolean }) => {
  const w = pictureWords[lang]
  const columns: Column<PictureRow>[] = [
    { key: 'challenge', header: w.challenge, rowHeader: true, cell: (row) => <Title row={row} lang={lang} workspace={workspace} linked={linked} /> },
    { key: 'median', header: w.median, align: 'number', cell: ({ spread }) => (spread ? number(spread.median, lang) : '') },
    { key: 'middle', header: w.middle, cell: ({ spread }) => (spread ? middle(spread, lang) : '') },
    ...[1, 2, 3, 4, 5].map((step): Column<PictureRow> => ({ key: `svar-${step}`, header: String(step), align: 'number', cell: ({ spread }) => (spread ? (spread.counts[step - 1] ?? 0) : '') })),
    { key: 'unsure', header: w.unsure, align: 'number', cell: ({ spread }) => (spread ? spread.unsure : '') },
    { key: 'spread', header: w.spread, cell: ({ spread }) => (spread ? `${formatNumber(spread.dispersion, lang)} (${w.agreement[agreementOf(spread.dispersion)].toLocaleLowerCase(lang)})` : w.tooFew(fewest)) },
  ]
  return <section><Heading level={2} id="tabell">{w.asTable}</Heading><DataTable lang={lang} caption={w.asTable} captionHidden columns={columns} rows={rows} /></section>
}
