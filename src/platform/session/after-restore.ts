import type { Reader } from '../db/database.ts'

/**
 * After a restore nobody is logged in, and no link lets anybody in: a log-in that was ended, or a link that was used, after the backup was made
 * would hold again. Says how many log-ins ended.
 */
export async function forgetLogIns(db: Reader): Promise<number> {
  for (const table of ['login_link', 'login_attempt', 'stranger'] as const) await db.deleteFrom(table).execute()
  return Number((await db.deleteFrom('session').executeTakeFirst()).numDeletedRows)
}
