import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { costOf } from '../../../../tests/support/cost.ts'
import { planTree, type PlanItem } from './plan-tree.ts'
import { PlanView, tallyText, whenText } from './plan-view.tsx'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const workspace = { id: 'w', slug: 'x', title: 'X', kind: 'partnership', state: 'active', language: 'nb', example: true, template: 'partnership', areasAboveGoals: false, partsInUse: [] } as const
const measure = (n: number, more: Partial<PlanItem> = {}): PlanItem => ({
  id: `m${n}`, kind: 'measure', number: n, title: `Etablere felles rekrutteringsportal for kommuner og bedrifter ${n}`, code: `T${n}`, state: 'in_progress', language: 'nb',
  owners: [{ id: 'o', name: 'Lia kommune' }], partners: [], startsOn: null, endsOn: '2027-03-01', periodText: null, needsDecision: null, money: 1_200_000, ...more,
})
const goal: PlanItem = { ...measure(1000), id: 'g', kind: 'goal', title: '<b>Mål</b>', code: '1', state: null }
const view = (items: PlanItem[]) => String(<PlanView tree={planTree(items, items.map((one) => ({ relation: 'delivers', from_id: one.id, to_id: 'g' })), false)} workspace={workspace} lang="nb" now={now} add={false} hrefOf={(one) => `/${one.number}`} open />)

test('titles are text, each measure has who, when and how much, and a missing owner is said in words', () => {
  const html = view([goal, measure(1), measure(2, { owners: [], endsOn: '2026-11-01', needsDecision: 'Hvem betaler?' })])
  expect(html).toContain('&lt;b&gt;Mål&lt;/b&gt;')
  for (const said of ['Lia kommune', 'innen 01.03.2027', '1,2\u00a0mill.\u00a0kr', 'ingen eier ennå', 'over fristen', 'trenger en avgjørelse']) expect(html).toContain(said)
})

test('300 measures are made in a moment and stay light on the wire', () => {
  const items = [goal, ...Array.from({ length: 300 }, (_, i) => measure(i + 1))]
  expect(costOf(() => view(items), 100)).toBeLessThan(250)
  expect(gzipSync(view(items)).length).toBeLessThan(20_000)
})

test('when is as the plan writes it, else from the dates', () => {
  expect(whenText(measure(1, { periodText: '1. halvår 2027' }), 'nb')).toBe('1. halvår 2027')
  expect(whenText(measure(1, { startsOn: '2026-01-01' }), 'nn')).toBe('01.01.2026–01.03.2027')
  expect(whenText(measure(1, { endsOn: null }), 'nb')).toBe('')
})

test('the counts say nothing of what there is none of', () => {
  expect(tallyText({ goals: 1, areas: 0, measures: 2, states: new Map([['completed', 2]]), late: 0, money: null }, 'nb')).toBe('2 tiltak: 2 fullført')
})
