import { formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type Column, DataTable, Details } from '../../../ui/index.ts'
import { organisationLink } from '../../actors/index.ts'
import { itemPath } from '../../thread/index.ts'
import type { Counted, Instrument } from '../measure/instrument.ts'
import { measure } from '../measure/measure.ts'
import { placeOf } from '../structure/structure.ts'
import { amountsOf, none, pivot } from './contributions.ts'
import { contributionWords } from './contributions.words.ts'
import { inShort as shortly, Puts, PutsInShort } from './puts.tsx'
import type { Contributions } from './read.ts'

type Who = string | null
const collator = new Intl.Collator('nb', { numeric: true })

/** Organisations in Norwegian order; what nobody has been named for comes last. */
export function organisationsIn({ names }: Contributions, instruments: readonly Instrument[], lang: Lang): { id: Who; name: string }[] {
  const ids = [...new Set(instruments.map((i) => i.organisationId))]
  const named = ids.flatMap((id) => (id === null ? [] : [{ id: id as Who, name: names.get(id) ?? '?' }])).toSorted((a, b) => collator.compare(a.name, b.name))
  return ids.includes(null) ? [...named, { id: null, name: contributionWords[lang].unknownWho }] : named
}

/** Whose row it is, leading to what else they do. */
const Name = ({ id, name }: { id: Who; name: string }) => (id === null ? <>{name}</> : <a href={organisationLink(id)}>{name}</a>)

/** A table that may be wider than the page: it scrolls by itself, with the keyboard too. */
const Wide = ({ label, children }: { label: string; children: unknown }) => (
  <div class="wide-table" role="region" aria-label={label} tabindex={0}>{children}</div>
)

/** Rows are organisations, columns years; the last column and the last row are sums. */
export const ByYear = ({ lang, all, type, part = 'sure' }: { lang: Lang; all: Contributions; type: Counted; part?: 'sure' | 'wished' }) => {
  const w = contributionWords[lang]
  const own = all.instruments.filter((i) => i.type === type && (i.state === 'wished') === (part === 'wished'))
  const table = pivot(own, type, (i) => i.organisationId, (i) => i.year)
  if (table.rows.size === 0) return null
  const years = [...table.columns.keys()].toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity))
  const number = (amount: number) => (amount === 0 ? '' : formatNumber(amount, lang))
  const rows = organisationsIn(all, own, lang)
  const columns: Column<{ id: Who; name: string }>[] = [
    { key: 'who', header: w.organisation, rowHeader: true, cell: Name },
    ...years.map((year): Column<{ id: Who; name: string }> => ({ key: String(year), header: year === null ? w.noYear : String(year), align: 'number', cell: (row) => number((table.rows.get(row.id)?.cells.get(year) ?? none).sure) })),
    { key: 'sum', header: w.sum, align: 'number', cell: (row) => <strong>{formatNumber((table.rows.get(row.id)?.total ?? none).sure, lang)}</strong> },
  ]
  const footer = { who: w.sum, ...Object.fromEntries([...table.columns].map(([year, sum]) => [String(year), formatNumber(sum[part], lang)])), sum: formatNumber(table.total[part], lang) }
  const caption = part === 'wished' ? w.wishedByYear[type] : w.byYear[type]
  return <Wide label={caption}><DataTable lang={lang} caption={caption} columns={columns} rows={rows} footer={footer} /></Wide>
}

type Head = { id: string | null; text: string; href?: string }

/** Rows are organisations, columns what they put something into. On a phone: one list for each organisation. */
const Matrix = ({ lang, all, caption, instruments, heads, columnOf, inShort }: { lang: Lang; all: Contributions; caption: string; instruments: readonly Instrument[]; heads: readonly Head[]; columnOf: (i: Instrument) => string | null; inShort?: boolean }) => {
  const w = contributionWords[lang]
  const Cell = inShort ? PutsInShort : Puts
  const cells = Map.groupBy(instruments, (i) => `${i.organisationId} ${columnOf(i)}`)
  const money = pivot(instruments, 'money', (i) => i.organisationId, columnOf)
  const kroner = (sure: number) => (sure === 0 ? '' : inShort ? shortly(sure, lang) : formatNumber(sure, lang))
  const columns: Column<{ id: Who; name: string }>[] = [
    { key: 'who', header: w.organisation, rowHeader: true, cell: Name },
    ...heads.map((head): Column<{ id: Who; name: string }> => ({ key: String(head.id), header: head.text, cell: (row) => <Cell lang={lang} instruments={cells.get(`${row.id} ${head.id}`) ?? []} /> })),
    { key: 'sum', header: `${w.sum} (kr)`, align: 'number', cell: (row) => kroner((money.rows.get(row.id)?.total ?? none).sure) },
  ]
  const footer = { who: `${w.sum} (kr)`, ...Object.fromEntries(heads.map((head) => [String(head.id), kroner((money.columns.get(head.id) ?? none).sure)])), sum: kroner(money.total.sure) }
  return (
    <Wide label={caption}>
      <DataTable lang={lang} caption={caption} captionHidden={inShort ?? false} columns={columns} rows={organisationsIn(all, instruments, lang)} footer={footer} />
    </Wide>
  )
}

/** Organisation × priority area, then each area opened up as organisation × measure. Every measure stands under its first area only. */
export const ByArea = ({ lang, all, instruments, workspace }: { lang: Lang; all: Contributions; instruments: readonly Instrument[]; workspace: { slug: string } }) => {
  const w = contributionWords[lang]
  const { structure, placed } = all
  const areaOf = new Map(placed.map((m) => [m.id, m.areaId]))
  const titles = new Map(structure.areas.map((area) => [area.id, area.code ? `${area.code} ${area.title}` : area.title]))
  const used = new Set(instruments.map((i) => areaOf.get(i.measureId) ?? null))
  const heads: Head[] = [...structure.areas.map((a) => a.id), null].filter((id) => used.has(id)).map((id) => ({ id, text: id === null ? w.noArea : (titles.get(id) ?? '') }))
  return (
    <>
      <Matrix lang={lang} all={all} caption={w.byArea} inShort instruments={instruments} heads={heads} columnOf={(i) => areaOf.get(i.measureId) ?? null} />
      <p class="hint no-print">{w.foldHint}</p>
      {heads.map((head) => {
        const own = instruments.filter((i) => (areaOf.get(i.measureId) ?? null) === head.id)
        const measures = structure.measures.filter((m) => own.some((i) => i.measureId === m.id))
        const elsewhere = measures.flatMap((m) => {
          const others = placeOf(structure, m.id).areas.slice(1).map((id) => titles.get(id) ?? '')
          return others.length > 0 ? [{ m, others: others.join(', ') }] : []
        })
        return (
          <Details summary={`${head.text} (${formatNumber(amountsOf(own.filter((i) => i.type === 'money')).sure, lang)} kr)`}>
            <Matrix lang={lang} all={all} caption={head.text} instruments={own} columnOf={(i) => i.measureId} heads={measures.map((m) => ({ id: m.id, text: m.code ? `${m.code} ${m.title}` : m.title }))} />
            <ul class="hint">
              {measures.map((m) => <li><a href={itemPath(workspace, measure, m, '#virkemidler')}>{m.title}</a>{elsewhere.find((e) => e.m.id === m.id) ? `: ${w.alsoUnder(elsewhere.find((e) => e.m.id === m.id)?.others ?? '')}` : ''}</li>)}
            </ul>
          </Details>
        )
      })}
    </>
  )
}
