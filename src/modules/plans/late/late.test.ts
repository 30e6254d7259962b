import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concerns, concernsOf, groupedConcerns, type Watched } from './late.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')
const calm: Watched = { id: 'm', state: 'in_progress', ends: '2027-01-01', owners: 1, needsDecision: null, quietSince: day('2026-11-01'), milestones: [] }
const told = (over: Partial<Watched>) => concernsOf({ ...calm, ...over }, today, 6).map((f) => f.concern)

describe('what is late and what lacks an owner', () => {
  it('is nothing for work that goes well, or is over', () => {
    expect(told({})).toEqual([])
    expect(told({ state: 'completed', ends: '2020-01-01', owners: 0, needsDecision: 'Ja eller nei?' })).toEqual([])
    expect(told({ state: 'cancelled', ends: '2020-01-01' })).toEqual([])
  })
  it('is late from the day after its deadline', () => {
    expect(told({ ends: '2026-11-22' })).toEqual([])
    expect(told({ ends: '2026-11-21' })).toEqual(['overdue'])
    expect(told({ ends: null })).toEqual([])
  })
  it('says each thing once, and late before delayed', () => {
    expect(told({ state: 'delayed' })).toEqual(['delayed'])
    expect(told({ state: 'delayed', ends: '2026-01-01' })).toEqual(['overdue'])
    expect(told({ owners: 0 })).toEqual(['noOwner'])
    expect(told({ needsDecision: 'Hvem betaler?' })).toEqual(['needsDecision'])
  })
  it('names milestones that are past their day and not reached', () => {
    const milestones = [{ title: 'a', dueOn: '2026-05-01', doneOn: null }, { title: 'b', dueOn: '2026-05-01', doneOn: '2026-06-01' }, { title: 'c', dueOn: null, doneOn: null }, { title: 'd', dueOn: '2026-11-22', doneOn: null }]
    expect(concernsOf({ ...calm, milestones }, today, 6)).toEqual([{ concern: 'milestone', id: 'm', since: day('2026-05-01'), what: 'a' }])
  })
  it('is quiet when nothing is said of work under way for so many months', () => {
    expect(told({ quietSince: day('2026-05-21') })).toEqual(['quiet'])
    expect(told({ quietSince: day('2026-05-22') })).toEqual([])
    expect(told({ quietSince: day('2020-01-01'), state: 'not_started' })).toEqual([])
  })
})

it('keeps the longest wait first, loses nothing, and never finds more with more patience', () => {
  const watched = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom(null, 'not_started', 'in_progress', 'delayed', 'completed', 'cancelled'),
    ends: fc.option(fc.constantFrom('2025-01-01', '2026-06-01', '2027-01-01')),
    owners: fc.nat(2),
    needsDecision: fc.option(fc.constant('Hva nå?')),
    quietSince: fc.constantFrom(day('2025-01-01'), day('2026-03-01'), day('2026-11-01')),
    milestones: fc.array(fc.record({ title: fc.string(), dueOn: fc.option(fc.constantFrom('2026-01-01', '2027-01-01')), doneOn: fc.option(fc.constant('2026-02-01')) }), { maxLength: 3 }),
  })
  fc.assert(fc.property(fc.array(watched, { maxLength: 20 }), (list) => {
    const groups = groupedConcerns(list, today, 6)
    expect([...groups.values()].flat().length).toBe(list.flatMap((m) => concernsOf(m, today, 6)).length)
    for (const concern of concerns) {
      const since = (groups.get(concern) ?? []).flatMap((f) => f.since?.toString() ?? [])
      expect(since).toEqual(since.toSorted())
    }
    expect(groupedConcerns(list, today, 12).get('quiet')?.length).toBeLessThanOrEqual(groups.get('quiet')?.length ?? 0)
  }))
})
