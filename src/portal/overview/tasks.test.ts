import { expect, test } from 'vitest'
import type { PlanItem } from '../../modules/plans/index.ts'
import { toDo } from './tasks.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const owner = [{ id: 'o', name: 'Lia kommune' }]
const measure = (id: string, more: Partial<PlanItem>): PlanItem => ({
  id, kind: 'measure', number: 1, title: id, code: null, state: 'in_progress', language: 'nb', owners: owner, partners: [], startsOn: null, endsOn: null, periodText: null, needsDecision: null, money: null, ...more,
})

test('what must be decided comes before what is late, and loose threads last; what there is none of is not said', () => {
  const items = [measure('a', { owners: [] }), measure('b', { endsOn: '2026-01-01' }), measure('c', { needsDecision: 'Hvem betaler?' }), measure('d', { state: 'delayed' })]
  expect(toDo(items, 0, 7, now).map(({ what, count, only }) => [what, count, only?.id ?? null])).toEqual([['decide', 1, 'c'], ['late', 2, null], ['unowned', 1, 'a'], ['loose', 7, null]])
  expect(toDo([measure('ok', {})], 0, 0, now)).toEqual([])
})

test('what is over asks for nothing', () => {
  expect(toDo([measure('a', { state: 'completed', owners: [], needsDecision: 'x', endsOn: '2020-01-01' })], 0, 0, now)).toEqual([])
})
