import type { Block, Cell, Row } from '../../platform/document/index.ts'
import { formatDate, formatKroner, formatNumber } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { measure } from '../../modules/plans/index.ts'
import { completedIn, type PartKey } from './year-draft.ts'
import { draftWords } from './year-draft.words.ts'
import type { YearMaterial } from './year-material.ts'

/** Rows of one table: what is more is counted. With what a cell may hold it keeps the figures of a section within 20,000 characters. */
const mostRows = 25
const longestCell = 90

const cut = (text: string) => (text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).trimEnd()}…`)

/** The tables and bars of each section, as blocks of a document: the numbers are the workspace's, and nobody writes in them. */
export function figuresOfYear(material: YearMaterial, lang: Lang): Partial<Record<PartKey, Block[]>> {
  const w = draftWords[lang]
  const t = w.tables
  const source: Block = { is: 'source', text: t.from(material.workspace, formatDate(material.on, lang)) }
  const text = (line: string): Cell => ({ line: cut(line) })
  const count = (n: number): Cell => ({ line: formatNumber(n, lang), value: n })
  const day = (on: string | null): Cell => (on ? { line: formatDate(on, lang), value: { day: on } } : text(''))
  const table = (caption: string, columns: readonly { header: string; width?: number; align?: 'number' }[], rows: readonly Row[], also: readonly Row[] = []): Block[] => (rows.length === 0 ? [] : [
    { is: 'table', caption, columns, rows: [...rows.slice(0, mostRows), ...(rows.length > mostRows ? [{ group: w.more(rows.length - mostRows) }] : []), ...also] }, source,
  ])
  const { decisions, milestones, indicators, resources, arenas, loose } = material
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const glance: readonly [string, number][] = [
    [t.parties, material.parties.length], [t.measures, material.measures.length], [t.completed, completedIn(material).length], [t.milestones, milestones.length], [t.results, material.results.length],
    [t.decisions, decisions.length], [t.meetings, sum(arenas.map((one) => one.meetings))], [t.loose, sum(loose.map((one) => one.count))],
  ]
  const states = Object.entries(measure.states).map(([state, { text: words }]) => ({ label: { text: words[lang], mark: state as keyof typeof measure.states }, count: material.measures.filter((one) => one.state === state).length }))
  const value = (n: number | null, on: string | null, unit: string | null): Cell => text(n === null ? t.unsaid : `${formatNumber(n, lang)}${unit ? ` ${unit}` : ''}${on ? ` (${on.slice(0, 4)})` : ''}`)
  const amount = (n: number | null, write: (n: number) => string): Cell => (n === null ? text('') : { line: write(n), value: n })
  const [kroner, years] = [(n: number) => formatKroner(n, lang), (n: number) => formatNumber(n, lang)]
  const total = (of: 'money' | 'people') => sum(resources.map((one) => Math.round((one[of] ?? 0) * 100))) / 100
  return {
    summary: table(t.glance, [{ header: t.what, width: 3 }, { header: t.number, align: 'number' }], glance.map(([what, n]): Row => [text(what), count(n)])),
    agreed: table(t.decisions, [{ header: t.decision, width: 3 }, { header: t.day, width: 1.3 }, { header: t.by, width: 1.6 }, { header: t.followed }],
      decisions.map((one): Row => [text(one.title), day(one.on), text(one.by ?? t.unsaid), { line: [{ text: one.followedUp ? t.yes : t.no, mark: one.followedUp ? 'completed' : 'not_started' }] }])),
    done: [
      ...(material.measures.length === 0 ? [] : [{ is: 'bars' as const, caption: t.states, of: t.state, number: t.number, bars: states }, source]),
      ...table(t.milestonesCaption, [{ header: t.milestone, width: 2 }, { header: t.measure, width: 2 }, { header: t.reached }], milestones.map((one): Row => [text(one.title), text(one.measure), day(one.on)])),
    ],
    changed: table(t.indicatorsCaption, [{ header: t.indicator, width: 2.4 }, { header: t.baseline, width: 1.4 }, { header: t.latest, width: 1.4 }, { header: t.target, width: 1.4 }, { header: t.source, width: 1.8 }],
      indicators.map((one): Row => [text(one.title), value(one.baseline, one.baselineOn, one.unit), value(one.latest, one.latestOn, one.unit), value(one.target, one.targetOn, one.unit), text(one.source ?? t.unsaid)])),
    resources: table(t.resourcesCaption, [{ header: t.organisation, width: 2 }, { header: t.money, align: 'number' }, { header: t.people, align: 'number' }],
      resources.map((one): Row => [text(one.organisation), amount(one.money, kroner), amount(one.people, years)]), [[text(t.sum), amount(total('money'), kroner), amount(total('people'), years)]]),
    arenas: table(t.arenasCaption, [{ header: t.arena, width: 2.4 }, { header: t.held, align: 'number' }, { header: t.matters, align: 'number' }, { header: t.decisions, align: 'number' }],
      arenas.filter((one) => one.meetings + one.matters + one.decisions > 0).map((one): Row => [text(one.title), count(one.meetings), count(one.matters), count(one.decisions)])),
    loose: table(t.looseCaption, [{ header: t.what, width: 3 }, { header: t.number, align: 'number' }], loose.map((one): Row => [text(one.title), count(one.count)])),
  }
}
