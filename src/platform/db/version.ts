import { sql } from 'kysely'
import type { Reader } from './database.ts'
import { prepared } from './prepared.ts'

/** Which state the database is in: the same text as long as nothing whatever has been committed, whichever process or hand wrote. One cheap statement. */
export const stateOf = async (db: Reader): Promise<string> =>
  (await sql<{ version: string }>`${prepared} select pg_current_snapshot()::text as version`.execute(db)).rows[0]?.version ?? ''
