import { createHmac } from 'node:crypto'

/** What one may be told of: something new, changed, removed or brought back, and ties that are made or taken away. */
export const topics = ['added', 'changed', 'removed', 'links'] as const
export type Topic = (typeof topics)[number]

/** Which of them an event belongs to; null for what other systems are not told: who is a member, and how the workspace is set up. */
export function topicOf(what: string, itemId: string | undefined): Topic | null {
  if (itemId === undefined) return null
  if (what === 'item.added') return 'added'
  if (what === 'item.removed' || what === 'item.restored') return 'removed'
  if (what.startsWith('link.')) return 'links'
  return what.startsWith('item.') || /^(milestone|instrument|measurement|arena_member|arena_tie|matter_step)\./.test(what) ? 'changed' : null
}

/** The secret of a webhook, as its receiver keeps it (Standard Webhooks). Made anew from the installation's key each time, and stored nowhere. */
export const secretOf = (key: Uint8Array, id: string, edition: number): string => `whsec_${createHmac('sha256', key).update(`webhook:${id}:${edition}`).digest('base64')}`

/** The signature over id, time and text; `secrets` are several while one is being changed for another. */
export function signatureOf(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets.map((secret) => `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ')
}

/** How long the earlier secret still signs after it was changed. */
export const hoursBothSign = 24
