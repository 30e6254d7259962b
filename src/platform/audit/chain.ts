import { createHash, createHmac } from 'node:crypto'

/** What an event says; the chain covers it through a salted digest, so that the contents may be deleted by right. */
export type EventContent = {
  workspaceId: string
  sequence: number
  at: string
  what: string
  itemId: string | null
  itemVersion: number | null
  personId: string | null
  actingForId: string | null
  via: string
  body: unknown
}

/** The same text for the same contents, whatever order the keys come in: the database does not keep it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value && typeof value === 'object') {
    const record = value as Record<string, unknown>
    let text = ''
    for (const key of Object.keys(record).sort()) {
      const each = record[key]
      if (each !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(each)}`
    }
    return `{${text}}`
  }
  return JSON.stringify(value ?? null)
}

export const digestOf = (content: EventContent, salt: Uint8Array): Buffer =>
  createHash('sha256').update(salt).update(canonical(content)).digest()

/** Each link of the chain depends on all before it and on a key that is not in the database. */
export const macOf = (key: Uint8Array, previous: Uint8Array, sequence: number, digest: Uint8Array): Buffer =>
  createHmac('sha256', key).update(previous).update(String(sequence)).update(digest).digest()

export const firstMac: Buffer = Buffer.alloc(32)
