import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../db/database.ts'

/** An answer to a change, as it is given again. */
export type KeptAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string }

/** A key belongs to the one who sent it. */
const stored = (holder: string, key: string): Buffer => createHash('sha256').update(`${holder}:${key}`).digest()

/** What tells two requests apart: the same key with another of these is a mistake of the sender's. */
export const fingerprintOf = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()

/** The answer that was given to this key; `other` when it came with another request. */
export async function findAnswer(db: Reader, holder: string, key: string, fingerprint: Buffer): Promise<KeptAnswer | 'other' | null> {
  const row = await db.selectFrom('api_answer').select(['fingerprint', 'status', 'headers', 'body']).where('key', '=', stored(holder, key)).executeTakeFirst()
  if (!row) return null
  return row.fingerprint.equals(fingerprint) ? { status: row.status, headers: row.headers as Record<string, string>, body: row.body } : 'other'
}

/** Unique in the transaction of the change itself: sent twice is one change. */
export async function keepAnswer(tx: Tx, holder: string, key: string, fingerprint: Buffer, answer: KeptAnswer, now: Temporal.Instant): Promise<void> {
  await tx.insertInto('api_answer').values({ key: stored(holder, key), fingerprint, status: answer.status, headers: JSON.stringify(answer.headers), body: answer.body, at: now.toString() }).execute()
}

/** Takes away answers that nobody will ask for again. Says how many. */
export async function sweepAnswers(db: Database, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('api_answer').where('at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).executeTakeFirst()
  return Number(numDeletedRows)
}
