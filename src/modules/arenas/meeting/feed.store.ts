import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** The calendar address that a person has, if any. */
export async function feedOf(db: Reader, personId: string): Promise<string | null> {
  return (await db.selectFrom('calendar_feed').select('id').where('person_id', '=', personId).where('revoked_at', 'is', null).executeTakeFirst())?.id ?? null
}

/** Turns off the address that a person has; it opens nothing from now on. */
export async function revokeFeed(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('calendar_feed').set({ revoked_at: now.toString() }).where('person_id', '=', personId).where('revoked_at', 'is', null).execute()
}

/** A new address for a person; the one they had is turned off. */
export async function makeFeed(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await revokeFeed(tx, personId, now)
  await tx.insertInto('calendar_feed').values({ id: randomUUID(), person_id: personId, made_at: now.toString() }).execute()
}

const macBytes = 16
const macOf = (key: Uint8Array, id: Buffer): Buffer => createHmac('sha256', key).update('calendar-feed\0').update(id).digest().subarray(0, macBytes)

/** What stands in the address: the feed's id and a code of it that only this installation can make, so that the database holds no address. */
export function feedToken(key: Uint8Array, id: string): string {
  const raw = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([raw, macOf(key, raw)]).toString('base64url')
}

/** Whose calendar an address is of; null when it was not made here, is turned off, or its person may not come in. */
export async function feedOwner(db: Reader, key: Uint8Array, token: string): Promise<{ personId: string; language: Lang } | null> {
  const raw = Buffer.from(token, 'base64url')
  if (raw.length !== 16 + macBytes || raw.toString('base64url') !== token) return null
  const id = raw.subarray(0, 16)
  if (!timingSafeEqual(raw.subarray(16), macOf(key, id))) return null
  const found = await db
    .selectFrom('calendar_feed')
    .innerJoin('person', 'person.id', 'calendar_feed.person_id')
    .select(['person.id', 'person.language'])
    .where('calendar_feed.id', '=', id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
    .where('revoked_at', 'is', null)
    .where('person.blocked_at', 'is', null)
    .executeTakeFirst()
  return found ? { personId: found.id, language: found.language as Lang } : null
}
