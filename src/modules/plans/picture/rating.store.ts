import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { type Importance, isEmpty, type Rating, type Recognition } from './rating.ts'

const ratings = (db: Reader) => db.selectFrom('picture_rating as r').select(['r.answer_id', 'r.item_id', 'r.importance', 'r.unsure', 'r.recognised', 'r.comment'])
const toRating = (row: Awaited<ReturnType<ReturnType<typeof ratings>['executeTakeFirstOrThrow']>>): Rating => ({
  itemId: row.item_id, importance: row.importance as Importance | null, unsure: row.unsure, recognised: row.recognised as Recognition | null, comment: row.comment,
})

/** What is being written in an answer. For those who write it, and nobody else. */
export const draftOf = async (db: Reader, answerId: string): Promise<Rating[]> => (await ratings(db).where('r.answer_id', '=', answerId).where('r.sent', '=', false).execute()).map(toRating)

/** What was sent in an answer. */
export const sentOf = async (db: Reader, answerId: string): Promise<Rating[]> => (await ratings(db).where('r.answer_id', '=', answerId).where('r.sent', '=', true).execute()).map(toRating)

/** All that was sent in a round, with who said it. Only for rounds whose picture is shown. */
export async function sentIn(db: Reader, roundId: string): Promise<(Rating & { organisation: string; type: string })[]> {
  const found = await ratings(db)
    .innerJoin('picture_answer as a', 'a.id', 'r.answer_id')
    .innerJoin('organisation', 'organisation.id', 'a.organisation_id')
    .select(['organisation.name as organisation', 'organisation.kind as type'])
    .where('a.round_id', '=', roundId).where('r.sent', '=', true)
    .orderBy('organisation.name').orderBy('r.id')
    .execute()
  return found.map((row) => ({ ...toRating(row), organisation: row.organisation, type: row.type }))
}

/** Puts this in place of what was written in an answer, or of what was sent in it. */
export async function writeRatings(tx: Tx, answerId: string, said: readonly Rating[], sent: boolean): Promise<void> {
  await tx.deleteFrom('picture_rating').where('answer_id', '=', answerId).where('sent', '=', sent).execute()
  const rest = said.filter((one) => !isEmpty(one))
  if (rest.length === 0) return
  await tx
    .insertInto('picture_rating')
    .values(rest.map((one) => ({ id: v7(), answer_id: answerId, item_id: one.itemId, sent, importance: one.importance, unsure: one.unsure, recognised: one.recognised, comment: one.comment })))
    .execute()
}
