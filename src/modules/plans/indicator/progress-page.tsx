import { page } from '../../../platform/http/page.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { formatDate, formatNumber, formatPercent } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Heading, Lead, State } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { indicator } from './indicator.ts'
import { indicatorWords } from './indicator.words.ts'
import { measurementsOf } from './measurement.store.ts'
import { standingShapes, tell, type Told } from './telling.ts'
import type { Standing } from './progress.ts'

type Row = { item: Item; told: Told; lastWords: string | null }
const urgency: readonly Standing[] = ['behind', 'unknown', 'onCourse', 'ahead', 'reached']

/** All indicators on one page, those behind first. */
export const progressPage = page({
  path: '/arbeidsrom/:workspace/plan/framgang',
  access: workspaceReaders,
  load: async (request, { workspace }: InWorkspace) => {
    const items = await readItems(request.db, request.viewer, indicator, { workspaceId: workspace.id })
    const measurements = Map.groupBy(await measurementsOf(request.db, items.map((item) => item.id)), (m) => m.itemId)
    const today = osloDate(request.now)
    const rows = items.map((item): Row => {
      const own = measurements.get(item.id) ?? []
      return { item, told: tell(item, own, today), lastWords: own.findLast((m) => m.text !== null)?.text ?? null }
    })
    return rows.toSorted((a, b) => urgency.indexOf(a.told.standing) - urgency.indexOf(b.told.standing))
  },
  title: (_, { lang }) => indicatorWords[lang].overview,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: 'Plan', href: workspacePath(workspace, 'plan') }],
  view: (rows, { lang }, { workspace }) => {
    const w = indicatorWords[lang]
    const list = itemPath(workspace, indicator)
    if (rows.length === 0) {
      return (
        <>
          <Heading level={1}>{w.overview}</Heading>
          <EmptyState picture="start" title={indicator.words[lang].new} actions={<ButtonLink href={list}>{w.allIndicators}</ButtonLink>}><p>{indicator.words[lang].empty}</p></EmptyState>
        </>
      )
    }
    const share = (part: number | null) => (part === null ? w.none : formatPercent(part, lang, { decimals: 0 }))
    const columns: Column<Row>[] = [
      { key: 'title', header: w.indicator, rowHeader: true, cell: ({ item }) => <a href={itemPath(workspace, indicator, item)}>{item.title}</a> },
      {
        key: 'latest', header: w.latestColumn,
        cell: ({ told, lastWords }) => told.latest
          ? <>{formatNumber(told.latest.value, lang)}{told.unit ? ` ${told.unit}` : ''} <span class="hint">{formatDate(told.latest.onDate, lang)}</span></>
          : (lastWords ?? w.none),
      },
      { key: 'target', header: w.target, align: 'number', cell: ({ told }) => (told.course.target === null ? w.none : formatNumber(told.course.target, lang)) },
      { key: 'progress', header: w.progress, align: 'number', cell: ({ told }) => share(told.progress) },
      { key: 'expected', header: w.expected, align: 'number', cell: ({ told }) => (told.inWords ? w.none : share(told.expected)) },
      { key: 'standing', header: w.status, cell: ({ told }) => (told.inWords ? w.inWords : <State lang={lang} kind={standingShapes[told.standing]}>{w.standing[told.standing]}</State>) },
    ]
    return (
      <>
        <Heading level={1}>{w.overview}</Heading>
        <Lead>{w.overviewLead} {w.summary(rows.length, rows.filter((row) => row.told.standing === 'behind').length)}</Lead>
        <DataTable lang={lang} caption={w.overview} captionHidden columns={columns} rows={rows} />
        <p class="hint">{w.rule}</p>
        <p class="no-print"><a href={list}>{w.allIndicators}</a></p>
      </>
    )
  },
})
