import { randomFillSync } from 'node:crypto'

/**
 * A uuid of version 7 (RFC 9562): 48 bits of milliseconds, then chance. New rows lie together in their index,
 * and an id says nothing that the row's own time does not say.
 */
export function v7(now: number = Date.now()): string {
  const bytes = randomFillSync(Buffer.alloc(16))
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
