import { randomFillSync } from 'node:crypto'

let lastMs = 0
let count = 0
/** Chance for many ids at a time: asking for each by itself takes longer than making it. */
const chance = Buffer.alloc(16 * 256)
let used = chance.length

/**
 * A uuid of version 7 (RFC 9562, method 1): 48 bits of milliseconds, a counter of 12 bits, then chance. Ids of one process
 * come in the order they were made, new rows lie together in their index, and an id says nothing that the row's own time does not.
 */
export function v7(now: number = Date.now()): string {
  count = now > lastMs ? 0 : count + 1
  // A clock that was set back does not set the order back; more than 4,096 in a millisecond borrow from the next.
  lastMs = Math.max(now, lastMs)
  if (count > 0xfff) {
    lastMs += 1
    count = 0
  }
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  const bytes = chance.subarray(used, (used += 16))
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes[6] = 0x70 | (count >> 8)
  bytes[7] = count & 0xff
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text can be an id, so that it may be asked for. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
