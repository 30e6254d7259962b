import { describe, expect, test } from 'vitest'
import type { Difference, PlanItem } from '../../modules/plans/index.ts'
import { clip, few, lateFirst, monthOf } from './sheet.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const measure = (id: string, more: Partial<PlanItem>): PlanItem => ({
  id, kind: 'measure', number: 1, title: id, code: null, state: 'in_progress', language: 'nb', owners: [], partners: [], startsOn: null, endsOn: null, periodText: null, needsDecision: null, money: null, ...more,
})
type Body = NonNullable<Difference['added'][number]['after']>
const body = (kind: string, title: string, more: Partial<Body> = {}): Body => ({ kind, number: 1, title, code: null, state: null, place: 1, removed: false, fields: {}, owner: [], partner: [], ...more })

test('what is late: longest overdue first, then what only says so', () => {
  const items = [measure('says so', { state: 'delayed' }), measure('a week', { endsOn: '2026-11-13' }), measure('a year', { endsOn: '2025-11-20', state: 'delayed' }), measure('done', { endsOn: '2025-01-01', state: 'completed' })]
  expect(lateFirst(items, now).map((item) => item.id)).toEqual(['a year', 'a week', 'says so'])
})

describe('the month', () => {
  test('tells what became completed or decided, not what was so before', () => {
    const month = monthOf({
      added: [{ id: '1', before: null, after: body('result', 'Kurs holdt') }, { id: '2', before: null, after: body('measure', 'Nytt') }, { id: '6', before: null, after: body('decision', 'Ja', { state: 'decided' }) }],
      gone: [{ id: '3', before: body('measure', 'Borte'), after: null }],
      changed: [
        { id: '4', before: body('measure', 'A', { state: 'in_progress', fields: { ends_on: '2026-12-01' } }), after: body('measure', 'A', { state: 'completed', fields: { ends_on: '2027-02-01' } }) },
        { id: '5', before: body('measure', 'B', { state: 'completed', fields: { ends_on: '2026-12-01' } }), after: body('measure', 'B2', { state: 'completed', fields: { ends_on: '2026-11-01' } }) },
      ],
    })
    expect(month).toEqual({ completed: ['A'], results: ['Kurs holdt'], decided: ['Ja'], newMeasures: 1, gone: 1, postponed: 1 })
  })
})

test('long texts are cut between words, and what there is no room for is counted', () => {
  expect(clip('kort', 10)).toBe('kort')
  expect(clip('Etablere felles rekrutteringsportal', 20)).toBe('Etablere felles…')
  expect(clip('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`)
  expect(few([1, 2, 3], 2)).toEqual({ shown: [1, 2], more: 1 })
})
