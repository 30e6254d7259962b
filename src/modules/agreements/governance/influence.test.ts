import { expect, test } from 'vitest'
import { influenceState, missingMeans, type Influence } from './influence.ts'

const row = (means: Influence['means'], dueOn: string | null, doneOn: string | null): Influence => ({ id: means, means, body: 'Fylkestinget', dueOn, doneOn, note: null })

// Seen to fail when a deadline was late on its own day, and when what was done two years ago still counted.
test('each means of influence is planned, or was used within a year; a mandate holds until there is another', () => {
  expect(influenceState(row('report', '2026-11-20', null), '2026-11-20')).toBe('planned')
  expect(influenceState(row('report', '2026-11-19', null), '2026-11-20')).toBe('overdue')
  expect(missingMeans([], '2026-11-20')).toEqual(['mandate', 'consultation', 'orientation', 'report'])
  const rows = [row('mandate', null, '2020-01-01'), row('consultation', '2027-03-01', null), row('orientation', null, '2024-11-20'), row('report', '2025-12-01', '2025-12-01')]
  expect(missingMeans(rows, '2026-11-20')).toEqual(['orientation'])
})
