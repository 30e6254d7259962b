import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item, ItemHead } from '../../../platform/item/item.store.ts'
import type { Structure } from '../structure/structure.ts'
import { focusOf, hasLimits } from './focus.ts'

const head = (id: string, kind: string): ItemHead => ({ id, kind, title: id, state: null } as ItemHead)
type M = { id: string; areas: string[]; goals?: string[]; owners?: string[]; state?: string }
const structure = (measures: M[], areas = ['a1', 'a2'], goals = ['g1']): Structure => ({
  goals: goals.map((g) => head(g, 'goal')),
  areas: areas.map((a) => head(a, 'priority_area')),
  measures: measures.map((m) => ({ ...head(m.id, 'measure'), state: m.state ?? 'in_progress', fields: { owner: m.owners ?? [] } }) as unknown as Item),
  placement: new Map(measures.map((m) => [m.id, { areas: m.areas, goals: m.goals ?? [] }])),
  goalsOfArea: new Map([['a1', ['g1']]]),
  organisations: new Map(),
})
const free = { areas: null, measuresPerArea: null, measuresPerOrganisation: null }

describe('focus', () => {
  it('counts what is still to be done, under each area, by each owner and for each goal', () => {
    const focus = focusOf(structure([
      { id: 'm1', areas: ['a1', 'a2'], goals: ['g1'], owners: ['o1', 'o2'] },
      { id: 'm2', areas: ['a1'], owners: ['o1'] },
      { id: 'm3', areas: [], owners: [] },
      { id: 'm4', areas: ['a1'], owners: ['o1'], state: 'completed' },
    ]), free)
    expect(focus.byArea.map((l) => [l.id, l.count])).toEqual([['a1', 2], ['a2', 1], [null, 1]])
    expect(focus.byOrganisation.map((l) => [l.id, l.count])).toEqual([['o1', 2], ['o2', 1], [null, 1]])
    expect(focus.byGoal).toEqual([{ id: 'g1', areas: 1, measures: 1 }])
    expect(focus.open).toBe(3)
    expect(focus.over).toBe(false)
  })
  it('is over only above the limit that the workspace has set, and never where none is set', () => {
    const measures = ['m1', 'm2'].map((id) => ({ id, areas: ['a1'], owners: ['o1'] }))
    expect(focusOf(structure(measures), { areas: 2, measuresPerArea: 2, measuresPerOrganisation: 2 }).over).toBe(false)
    expect(focusOf(structure(measures), { ...free, areas: 1 }).areas.over).toBe(true)
    expect(focusOf(structure(measures), { ...free, measuresPerArea: 1 }).byArea[0]?.over).toBe(true)
    expect(focusOf(structure(measures), { ...free, measuresPerOrganisation: 1 }).byOrganisation[0]?.over).toBe(true)
    expect(hasLimits(free)).toBe(false)
    expect(hasLimits({ ...free, areas: 5 })).toBe(true)
  })
  it('never warns about what hangs under nothing, which is a loose thread and not a load', () => {
    const many = fc.array(fc.record({ id: fc.uuid(), areas: fc.constant<string[]>([]), owners: fc.constant<string[]>([]) }), { maxLength: 20 })
    fc.assert(fc.property(many, fc.nat(3), (measures, limit) => {
      expect(focusOf(structure(measures), { areas: null, measuresPerArea: limit, measuresPerOrganisation: limit }).over).toBe(false)
    }))
  })
})
