import { expect, test } from 'vitest'
import type { Change } from './changes.store.ts'
import { gather } from './group.ts'

const change = (sequence: number, more: Partial<Change> = {}): Change => ({
  workspaceId: 'w', sequence, at: Temporal.Instant.from('2026-11-20T10:00:00Z'), what: 'item.added', via: 'page', who: 'Sekretariatet', actingFor: null,
  item: null, other: null, relation: null, before: null, after: null, ...more,
})

test('what was done in one go stands together, and only that; the order is kept', () => {
  const later = Temporal.Instant.from('2026-11-20T11:00:00Z')
  const list = [change(9, { at: later }), change(8), change(7), change(6, { who: 'Leder' }), change(5, { what: 'link.made' }), change(4, { what: 'link.made', workspaceId: 'v' })]
  expect(gather(list).map(({ all }) => all.map((one) => one.sequence))).toEqual([[9], [8, 7], [6], [5], [4]])
  expect(gather([])).toEqual([])
})
