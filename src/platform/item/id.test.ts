import { expect, test } from 'vitest'
import { v7 } from './id.ts'

// Seen to fail when the clock is followed back, and when more than 4,096 in a millisecond begin at nothing again.
test('check 47: ids of one process are in the order they were made, also many in a millisecond and when the clock goes back', () => {
  const start = Date.now() + 1_000
  const ids = [...Array.from({ length: 10_000 }, () => v7(start)), v7(start - 5_000), v7(start + 5_000)]
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
