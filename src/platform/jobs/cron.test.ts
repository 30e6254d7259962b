import { expect, test } from 'vitest'
import { nextRun } from './cron.ts'

// Seen to fail in UTC.
test('check 47: when work that comes by itself comes next, in Oslo, summer time too', () => {
  const next = (cron: string, now: string) => nextRun(cron, Temporal.Instant.from(now))?.toString()
  expect(next('15 3 * * *', '2026-11-20T10:00:00Z')).toBe('2026-11-21T02:15:00Z')
  expect(next('*/5 * * * *', '2026-11-20T10:01:30Z')).toBe('2026-11-20T10:05:00Z')
  expect(next('0 6 * * 1', '2026-11-20T10:00:00Z')).toBe('2026-11-23T05:00:00Z')
  expect(next('0 7-9,12 * * *', '2026-11-20T09:00:00Z')).toBe('2026-11-20T11:00:00Z')
  // At half past two on the night when the clock skips that hour, it comes the night after.
  expect(next('15 2 * * *', '2026-03-28T23:00:00Z')).toBe('2026-03-30T00:15:00Z')
  expect(next('0 0 31 2 *', '2026-11-20T10:00:00Z')).toBeUndefined()
})
