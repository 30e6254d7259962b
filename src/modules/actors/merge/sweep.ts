import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import { forgetJournals } from '../../../platform/db/journal/index.ts'

/** Forgets how merges done before an instant are undone: what was moved, and that it can be. The events still tell. Says how many merges. */
export const sweepMerges = (db: Database, before: Temporal.Instant): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('merge').where('at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).returning('id').execute()
    await forgetJournals(tx, gone.map((one) => one.id))
    return gone.length
  })
