import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** What stands first in the report of a round, in one of its editions; empty where it was taken away. */
export type Introduction = { edition: number; text: string; by: string | null; at: Temporal.Instant }

/** All editions, the latest first: that is the one that counts. */
export async function introductionsOf(db: Reader, roundId: string): Promise<Introduction[]> {
  const rows = await db
    .selectFrom('status_introduction as i')
    .leftJoin('person', 'person.id', 'i.person_id')
    .select(['i.edition', 'i.text', 'person.name', 'i.written_at'])
    .where('i.round_id', '=', roundId)
    .orderBy('i.edition', 'desc')
    .execute()
  return rows.map((row) => ({ edition: row.edition, text: row.text, by: row.name, at: row.written_at }))
}

/** Compare and swap: writes the edition after the one that was seen; false when somebody else has written it. */
export async function insertIntroduction(tx: Tx, roundId: string, after: number, text: string, by: { personId: string | null; at: string }): Promise<boolean> {
  const made = await tx
    .insertInto('status_introduction')
    .values({ id: v7(), round_id: roundId, edition: after + 1, text, person_id: by.personId, written_at: by.at })
    .onConflict((c) => c.columns(['round_id', 'edition']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
