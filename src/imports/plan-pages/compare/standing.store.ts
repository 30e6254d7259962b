import { sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { type Item, type ItemHead, readHeads, withFields } from '../../../platform/item/item.store.ts'
import { parseKroner } from '../../../platform/text/format.ts'
import { linksIn, type Link } from '../../../modules/thread/index.ts'
import { goal, instrumentsOf, measure, plannedCostNote, priorityArea } from '../../../modules/plans/index.ts'
import { type Again, nothingSaid, type PlanKind, type Said } from './said.ts'
import { placedBy } from './shape.ts'
import type { Standing } from './proposal.ts'

/** The plan as it stands, in the same words as a file says it. */
export type StandingPlan = {
  readonly all: readonly Standing[]
  readonly items: ReadonlyMap<string, Item>
  readonly links: readonly Link[]
  readonly goalsOfArea: ReadonlyMap<string, readonly string[]>
}

const kinds = { goal, priority_area: priorityArea, measure } as const

/** Everything in the plan that a viewer may read, and what earlier files said of it. */
export async function readStanding(db: Reader, viewer: Viewer, workspace: { id: string; areasAboveGoals: boolean }): Promise<StandingPlan> {
  const names = Object.keys(kinds)
  const [live, removed, links, base] = await Promise.all([
    readHeads(db, viewer, { workspaceId: workspace.id, kinds: names }),
    readHeads(db, viewer, { workspaceId: workspace.id, kinds: names, removed: true }),
    linksIn(db, viewer, workspace.id),
    lastSaid(db, workspace.id),
  ])
  // Of what is removed only what came from a file can come again in one.
  const heads = [...live, ...removed.filter((head) => base.has(head.id))]
  const of = (kind: PlanKind) => heads.filter((head) => head.kind === kind)
  const [goals, areas, measures] = await Promise.all([withFields(db, goal, of('goal')), withFields(db, priorityArea, of('priority_area')), withFields(db, measure, of('measure'))])
  const costs = Map.groupBy(await instrumentsOf(db, measures.map((each) => each.id)), (instrument) => instrument.measureId)
  const order = { goals: goals.map((each) => each.id), areas: areas.map((each) => each.id) }
  const ends = (relation: string, toKind: string) => Map.groupBy(links.filter((link) => link.relation === relation && link.to_kind === toKind), (link) => link.from_id)
  const [pursued, toGoals, toAreas] = [ends('pursues', 'goal'), ends('delivers', 'goal'), ends('delivers', 'priority_area')]
  const idsOf = (ties: ReadonlyMap<string, readonly Link[]>, id: string) => (ties.get(id) ?? []).map((link) => link.to_id)
  const goalsOfArea = new Map(order.areas.map((id) => [id, order.goals.filter((each) => idsOf(pursued, id).includes(each))]))
  const standing = (item: Item, kind: PlanKind, rest: Partial<Said>, costByOthers = false): Standing => ({
    id: item.id, kind, number: item.number, removed: item.removed_at !== null, base: base.get(item.id) ?? null, costByOthers,
    said: { ...nothingSaid, title: wholeTitle(item), number: item.code, ...rest },
  })
  return {
    links, goalsOfArea,
    items: new Map([...goals, ...areas, ...measures].map((item) => [item.id, item])),
    all: [
      ...goals.map((item) => standing(item, 'goal', {})),
      ...areas.map((item) => standing(item, 'priority_area', { goals: goalsOfArea.get(item.id) ?? [] })),
      ...measures.map((item) => {
        const money = (costs.get(item.id) ?? []).filter((instrument) => instrument.type === 'money')
        const placed = placedBy({ goals: idsOf(toGoals, item.id), areas: idsOf(toAreas, item.id) }, goalsOfArea, order, workspace.areasAboveGoals)
        return standing(item, 'measure', { ...placed, ...contentsOf(item), cost: costOf(item, money) }, money.some((each) => each.note !== plannedCostNote))
      }),
    ],
  }
}

/** A measure's own fields in the words of a file. */
function contentsOf(item: Item): Omit<Partial<Said>, 'cost'> {
  const text = (field: string): string => (typeof item.fields[field] === 'string' ? item.fields[field] : '')
  const list = (field: string): readonly string[] => (Array.isArray(item.fields[field]) ? (item.fields[field] as readonly string[]) : [])
  const again = text('recurrence')
  return {
    owners: list('owner'),
    partners: list('partner'),
    period: { text: text('period_text'), start: text('starts_on') || null, end: text('ends_on') || null, again: again === '' || again === 'once' ? null : (again as Again) },
    status: { state: item.state, note: text('status_note') || null },
    indicators: text('indicator_text'),
    anchoring: text('anchoring_text'),
    notes: text('notes'),
  }
}

function costOf(item: Item, money: readonly { year: number | null; amount: number | null }[]): Said['cost'] {
  const byYear: Record<string, number> = {}
  for (const { year, amount } of money) if (year !== null && amount !== null) byYear[year] = (byYear[year] ?? 0) + amount
  const written = typeof item.fields.cost_text === 'string' ? parseKroner(item.fields.cost_text) : null
  const total = written?.ok ? written.value : null
  return { byYear, total: total === Object.values(byYear).reduce((all, each) => all + each, 0) ? null : total }
}

/** The longest title that a form takes; what is longer begins in the title and stands whole in the description. */
export const longestTitle = 300

export const cutTitle = (title: string): string => (title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title)

/** The title as the file had it, also where it was too long for one. */
function wholeTitle(item: ItemHead & { fields: Item['fields'] }): string {
  const { description } = item.fields
  if (!item.title.endsWith('…') || typeof description !== 'string') return item.title
  const [first = ''] = description.split('\n')
  return cutTitle(first) === item.title ? first : item.title
}

/** What the last file said of each item in this workspace. */
async function lastSaid(db: Reader, workspaceId: string): Promise<Map<string, Said>> {
  const { rows } = await sql<{ item_id: string; said: Said }>`
    select distinct on (imported_row.item_id) imported_row.item_id, imported_row.said
    from imported_row join plan_import on plan_import.id = imported_row.import_id
    where plan_import.workspace_id = ${workspaceId}
    order by imported_row.item_id, plan_import.done_at desc, plan_import.id desc`.execute(db)
  return new Map(rows.map((row) => [row.item_id, row.said]))
}
