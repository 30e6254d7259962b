import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

export const successorAnswers = ['taken_over', 'renegotiated', 'not'] as const
export type SuccessorAnswer = (typeof successorAnswers)[number]

/** A party that became another on a day: does the other take over the agreement? */
export type SuccessorQuestion = { agreementId: string; number: number; title: string; fromId: string; from: string; toId: string; to: string; on: string }

/** What was answered. */
export type Answered = { fromId: string; from: string; toId: string; to: string; answer: SuccessorAnswer; note: string | null; on: string; who: string | null }

/**
 * Questions that nobody has answered: of agreements that are not over, about parties that were there to the last, and were succeeded by others on a day that has come.
 * `ids` are agreements that the viewer may read.
 */
export async function successorQuestions(db: Reader, ids: readonly string[], today: string): Promise<SuccessorQuestion[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SuccessorQuestion>`
    select item.id as "agreementId", item.number, item.title, s.from_id as "fromId", f.name as "from", s.to_id as "toId", t.name as "to", s.on_date as "on"
    from agreement_party p join item on item.id = p.item_id join succession s on s.from_id = p.organisation_id join organisation f on f.id = s.from_id join organisation t on t.id = s.to_id
    where p.item_id = any(${[...ids]}::uuid[]) and item.removed_at is null and item.state is distinct from 'ended' and (p.left_on is null or p.left_on >= s.on_date - 1) and s.on_date <= ${today}::date
      and not exists (select from agreement_succession a where a.item_id = p.item_id and a.from_id = s.from_id and a.to_id = s.to_id)
    order by item.number, s.on_date, f.name, t.name`.execute(db)
  return rows
}

export const successorAnswersOf = async (db: Reader, agreementId: string): Promise<Answered[]> =>
  (await db.selectFrom('agreement_succession as a').innerJoin('organisation as f', 'f.id', 'a.from_id').innerJoin('organisation as t', 't.id', 'a.to_id').leftJoin('person', 'person.id', 'a.answered_by')
    .select(['a.from_id as fromId', 'f.name as from', 'a.to_id as toId', 't.name as to', 'a.answer', 'a.note', 'a.answered_on as on', 'person.name as who'])
    .where('a.item_id', '=', agreementId).orderBy('a.answered_on').orderBy('a.id').execute()).map((row) => ({ ...row, answer: row.answer as SuccessorAnswer }))

export async function insertAnswer(tx: Tx, agreementId: string, one: { fromId: string; toId: string; answer: SuccessorAnswer; note: string | null; on: string; by: string | null }): Promise<void> {
  await tx.insertInto('agreement_succession').values({ id: v7(), item_id: agreementId, from_id: one.fromId, to_id: one.toId, answer: one.answer, note: one.note, answered_on: one.on, answered_by: one.by }).execute()
}
