import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'

const instant = (at: Temporal.Instant) => sql<Temporal.Instant>`${at.toString()}::timestamptz`
const removed = (result: { numDeletedRows: bigint }): number => Number(result.numDeletedRows)

/** Takes away sessions that ended before an instant; says how many. */
export const sweepSessions = async (db: Reader, before: Temporal.Instant): Promise<number> => removed(await db.deleteFrom('session').where('expires_at', '<', instant(before)).executeTakeFirst())

/** Takes away log-in links that stopped working before an instant; says how many. */
export const sweepLoginLinks = async (db: Reader, before: Temporal.Instant): Promise<number> => removed(await db.deleteFrom('login_link').where('expires_at', '<', instant(before)).executeTakeFirst())

/** Takes away keys of forms that nobody will send again; says how many. */
export const sweepSubmissions = async (db: Reader, before: Temporal.Instant): Promise<number> => removed(await db.deleteFrom('submission').where('at', '<', instant(before)).executeTakeFirst())
