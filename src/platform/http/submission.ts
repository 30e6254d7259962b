import { createHash } from 'node:crypto'
import type { Viewer } from '../access/viewer.ts'
import type { Reader } from '../db/database.ts'
import type { Work } from '../db/work.ts'

/** A key belongs to the one who sent it: another person's key finds nothing. */
const stored = (key: string, viewer: Viewer): string => createHash('sha256').update(`${viewer.person?.id ?? ''}:${key}`).digest('hex')

/** Where an earlier sending of the same form led, if there was one. */
export async function findSubmission(db: Reader, key: string, viewer: Viewer): Promise<string | null> {
  const row = await db.selectFrom('submission').select('location').where('key', '=', stored(key, viewer)).executeTakeFirst()
  return row?.location ?? null
}

/** Unique in the transaction of the change itself: sent twice is one change. */
export async function keepSubmission(work: Work, key: string, location: string): Promise<void> {
  await work.tx.insertInto('submission').values({ key: stored(key, work.viewer), location, at: work.now.toString() }).execute()
}
