import { expect, test } from 'vitest'
import { housekeeping } from './housekeeping.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')
const workspace = { state: 'active', endsOn: null, legalOwnerId: 'o', dataControllerId: 'o' }

test('the end is told three months before, and when it is past', () => {
  const told = (endsOn: string | null) => housekeeping({ ...workspace, endsOn }, now)
  expect([told(null), told('2027-02-19'), told('2027-02-18'), told('2026-11-20'), told('2026-11-19')]).toEqual([[], [], ['ending'], ['ending'], ['over']])
})

test('an owner and a controller are asked for, but not in a workspace that is closed', () => {
  expect(housekeeping({ ...workspace, legalOwnerId: null, dataControllerId: null }, now)).toEqual(['noOwner', 'noController'])
  expect(housekeeping({ state: 'archived', endsOn: '2020-01-01', legalOwnerId: null, dataControllerId: null }, now)).toEqual([])
})
