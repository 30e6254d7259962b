import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'

/** Takes away sessions and links that have ended, and submission keys that nobody will send again. */
export async function sweepSessions(db: Reader, now: Temporal.Instant): Promise<void> {
  const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`
  await db.deleteFrom('session').where('expires_at', '<', instant(now)).execute()
  await db.deleteFrom('login_link').where('expires_at', '<', instant(now.subtract({ hours: 24 }))).execute()
  await db.deleteFrom('submission').where('at', '<', instant(now.subtract({ hours: 24 * 7 }))).execute()
}
