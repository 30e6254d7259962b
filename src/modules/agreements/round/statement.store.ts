import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Kind, Statement, What } from './statement.ts'

/** A statement as it stands in an answer. */
export type Stated = Statement & { id: string; answerId: string }

const stated = (db: Reader) => db.selectFrom('expectation_statement').modifyFront(prepared).select(['id', 'answer_id', 'what', 'kind', 'about_id', 'text']).orderBy('answer_id').orderBy('place').orderBy('id')
const toStated = (row: Awaited<ReturnType<ReturnType<typeof stated>['executeTakeFirstOrThrow']>>): Stated => ({
  id: row.id, answerId: row.answer_id, what: row.what as What, kind: row.kind as Kind | null, aboutId: row.about_id, text: row.text,
})

/** What is being written in an answer. For those who write it, and nobody else. */
export const draftOf = async (db: Reader, answerId: string): Promise<Stated[]> => (await stated(db).where('answer_id', '=', answerId).where('sent', '=', false).execute()).map(toStated)

/** What was sent in an answer. */
export const sentOf = async (db: Reader, answerId: string): Promise<Stated[]> => (await stated(db).where('answer_id', '=', answerId).where('sent', '=', true).execute()).map(toStated)

/** All that was sent in these rounds. Only for rounds whose answers are shown. */
export const sentIn = async (db: Reader, roundIds: readonly string[]): Promise<(Stated & { roundId: string; fromId: string })[]> => {
  if (roundIds.length === 0) return []
  const found = await stated(db)
    .innerJoin('expectation_answer as a', 'a.id', 'expectation_statement.answer_id')
    .clearSelect().clearOrderBy()
    .select(['expectation_statement.id', 'expectation_statement.answer_id', 'expectation_statement.what', 'expectation_statement.kind', 'expectation_statement.about_id', 'expectation_statement.text', 'a.round_id', 'a.organisation_id'])
    .where('a.round_id', '=', sql<string>`any(${[...roundIds]}::uuid[])`)
    .where('expectation_statement.sent', '=', true)
    .orderBy('expectation_statement.answer_id').orderBy('expectation_statement.place').orderBy('expectation_statement.id')
    .execute()
  return found.map((row) => ({ ...toStated(row), roundId: row.round_id, fromId: row.organisation_id }))
}

/** Puts this in place of what was written in an answer, or of what was sent in it. */
export async function writeStatements(tx: Tx, answerId: string, statements: readonly Statement[], sent: boolean): Promise<void> {
  await tx.deleteFrom('expectation_statement').where('answer_id', '=', answerId).where('sent', '=', sent).execute()
  if (statements.length === 0) return
  await tx.insertInto('expectation_statement').values(statements.map((one, place) => ({ id: v7(), answer_id: answerId, sent, place, what: one.what, kind: one.kind, about_id: one.aboutId, text: one.text }))).execute()
}
