import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Branch, chosenPlan, everything, isLate, isOverdue, planTree, type PlanItem, type PlanKind, type PlanLink, tally } from './plan-tree.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
let number = 0
const item = (id: string, kind: PlanKind, more: Partial<PlanItem> = {}): PlanItem => ({
  id, kind, number: ++number, title: id, code: null, state: kind === 'measure' ? 'in_progress' : null, language: 'nb', owners: [], partners: [],
  startsOn: null, endsOn: null, periodText: null, needsDecision: null, money: null, ...more,
})
const tie = (from: string, relation: string, to: string): PlanLink => ({ relation, from_id: from, to_id: to })
const outline = (branches: readonly Branch[]): unknown => branches.map(({ item: { id }, again, under }) => [again ? `(${id})` : id, ...(under.length > 0 ? [outline(under)] : [])])

const items = [item('G1', 'goal'), item('G2', 'goal'), item('A', 'priority_area'), item('B', 'priority_area'), item('C', 'priority_area'), item('m1', 'measure'), item('m2', 'measure'), item('m3', 'measure'), item('m4', 'measure')]
const links = [tie('A', 'pursues', 'G1'), tie('B', 'pursues', 'G1'), tie('B', 'pursues', 'G2'), tie('m1', 'delivers', 'A'), tie('m1', 'delivers', 'G1'), tie('m2', 'delivers', 'B'), tie('m3', 'delivers', 'G2'), tie('m2', 'supports', 'G2')]

describe('the plan as a tree', () => {
  test('areas and measures stand under what they are tied to; the rest stands apart', () => {
    const tree = planTree(items, links, false)
    expect(outline(tree.tied)).toEqual([['G1', [['A', [['m1']]], ['B', [['m2']]]]], ['G2', [['(B)'], ['m3']]]])
    expect(outline(tree.untied)).toEqual([['C'], ['m4']])
  })

  test('areas stand above goals where the plan has it so', () => {
    const tree = planTree(items, links, true)
    expect(outline(tree.tied)).toEqual([['A', [['G1', [['m1']]]]], ['B', [['(G1)'], ['G2', [['m3']]], ['m2']]], ['C']])
    expect(outline(tree.untied)).toEqual([['m4']])
  })

  const kinds = fc.constantFrom<PlanKind>('goal', 'priority_area', 'measure')
  const plan = fc.array(kinds, { maxLength: 14 }).chain((list) => {
    const made = list.map((kind, i) => item(`i${i}`, kind))
    const end = fc.nat(Math.max(0, list.length - 1)).map((i) => `i${i}`)
    return fc.tuple(fc.constant(made), list.length === 0 ? fc.constant([]) : fc.array(fc.tuple(end, fc.constantFrom('pursues', 'delivers', 'supports'), end).map(([a, r, b]) => tie(a, r, b)), { maxLength: 30 }))
  })
  const walk = (branches: readonly Branch[]): Branch[] => branches.flatMap((branch) => [branch, ...walk(branch.under)])

  test('every item stands exactly once, whatever is tied to what', () => {
    fc.assert(fc.property(plan, fc.boolean(), ([made, ties], above) => {
      const tree = planTree(made, ties, above)
      const standing = walk([...tree.tied, ...tree.untied]).filter((branch) => !branch.again).map((branch) => branch.item.id)
      expect(standing.toSorted()).toEqual(made.map((one) => one.id).toSorted())
    }))
  })

  test('choosing one goal shows all that is tied to it, in full', () => {
    const g2 = items[1]?.number ?? 0
    expect(outline(chosenPlan(items, links, false, { ...everything, goal: g2 }, now).tied)).toEqual([['G2', [['B', [['m2']]], ['m3']]]])
    expect(chosenPlan(items, links, false, { ...everything, goal: g2 }, now).untied).toEqual([])
  })

  test('a choice never shows a measure that does not fit, and never hides one that does', () => {
    const states = fc.constantFrom('not_started', 'completed', 'delayed')
    fc.assert(fc.property(plan, fc.array(states, { minLength: 14, maxLength: 14 }), states, ([made, ties], given, wanted) => {
      const stated = made.map((one, i) => (one.kind === 'measure' ? { ...one, state: given[i] ?? null } : one))
      const tree = chosenPlan(stated, ties, false, { ...everything, status: wanted }, now)
      const shown = new Set(walk([...tree.tied, ...tree.untied]).filter(({ item: { kind } }) => kind === 'measure').map((branch) => branch.item.id))
      expect(shown).toEqual(new Set(stated.filter((one) => one.kind === 'measure' && one.state === wanted).map((one) => one.id)))
    }))
  })

  test('a text finds a goal with all its measures, or a measure with what it hangs under', () => {
    expect(outline(chosenPlan(items, links, false, { ...everything, text: 'g1' }, now).tied)).toEqual([['G1', [['A', [['m1']]], ['B', [['m2']]]]]])
    expect(outline(chosenPlan(items, links, false, { ...everything, text: 'M3' }, now).tied)).toEqual([['G2', [['m3']]]])
  })
})

describe('late', () => {
  test('is what says so, or what is past its deadline and not over; the deadline is the whole day', () => {
    expect(isLate(item('x', 'measure', { state: 'delayed' }), now)).toBe(true)
    expect(isLate(item('x', 'measure', { endsOn: '2026-11-19' }), now)).toBe(true)
    expect(isLate(item('x', 'measure', { endsOn: '2026-11-20' }), now)).toBe(false)
    expect(isLate(item('x', 'measure', { endsOn: '2026-01-01', state: 'completed' }), now)).toBe(false)
    expect(isOverdue(item('x', 'measure', { state: 'delayed' }), now)).toBe(false)
  })

  test('counts take each measure once, also when two goals name it', () => {
    const counts = tally(planTree([...items.slice(0, 5), item('m', 'measure', { money: 500_000, state: 'delayed' })], [tie('m', 'delivers', 'G1'), tie('m', 'delivers', 'G2')], false).tied, now)
    expect(counts).toMatchObject({ goals: 2, measures: 1, late: 1, money: 500_000 })
  })
})
