import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** One person who is asked in a round, with one link for everything. */
export type Asked = {
  id: string
  roundId: string
  personId: string
  name: string
  email: string | null
  language: Lang
  organisationId: string | null
  organisation: string | null
  passId: string | null
  /** The link was taken back. */
  revoked: boolean
  /** The latest mail; what became of it is `deliveryOf`'s to say. */
  mailId: string | null
  /** Where that mail went; null when it is no longer kept. */
  mailedTo: string | null
  mailedAt: Temporal.Instant
  reminders: number
  fromAskedId: string | null
  depth: number
}

const emailOf = sql<string | null>`(select subject from identity where person_id = status_asked.person_id and provider = 'email' order by created_at, subject limit 1)`

const rows = (db: Reader) =>
  db
    .selectFrom('status_asked')
    .innerJoin('person', 'person.id', 'status_asked.person_id')
    .leftJoin('organisation', 'organisation.id', 'status_asked.organisation_id')
    .leftJoin('pass', 'pass.id', 'status_asked.pass_id')
    .leftJoin('mail', 'mail.id', 'status_asked.mail_id')
    .select([
      'status_asked.id', 'status_asked.round_id', 'status_asked.person_id', 'person.name', 'person.language', 'status_asked.organisation_id', 'organisation.name as organisation',
      'status_asked.pass_id', 'pass.revoked_at', 'status_asked.mailed_at', 'status_asked.reminders', 'status_asked.from_asked_id', 'status_asked.depth',
      'status_asked.mail_id', 'mail.recipient', emailOf.as('email'),
    ])

const toAsked = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Asked => ({
  id: row.id, roundId: row.round_id, personId: row.person_id, name: row.name, email: row.email, language: row.language as Lang,
  organisationId: row.organisation_id, organisation: row.organisation, passId: row.pass_id, revoked: row.revoked_at !== null,
  mailId: row.mail_id, mailedTo: row.recipient,
  mailedAt: row.mailed_at, reminders: row.reminders, fromAskedId: row.from_asked_id, depth: row.depth,
})

/** Everybody who is asked in a round, those who were handed it by a colleague last. */
export const askedIn = async (db: Reader, roundId: string): Promise<Asked[]> =>
  (await rows(db).where('status_asked.round_id', '=', roundId).orderBy('status_asked.depth').orderBy('person.name').orderBy('status_asked.id').execute()).map(toAsked)

export async function askedById(db: Reader, id: string): Promise<Asked | null> {
  const row = await rows(db).where('status_asked.id', '=', id).executeTakeFirst()
  return row ? toAsked(row) : null
}

export type NewAsked = { roundId: string; personId: string; organisationId: string | null; from?: { askedId: string; depth: number }; at: string }

/** Writes down who is asked; the ids come back in the order given. */
export async function insertAsked(tx: Tx, people: readonly NewAsked[]): Promise<string[]> {
  const made = people.map((one) => ({ ...one, id: v7() }))
  if (made.length > 0) {
    await tx
      .insertInto('status_asked')
      .values(made.map(({ id, roundId, personId, organisationId, from, at }) => ({
        id, round_id: roundId, person_id: personId, organisation_id: organisationId, mailed_at: at, from_asked_id: from?.askedId ?? null, depth: from ? from.depth + 1 : 0,
      })))
      .execute()
  }
  return made.map((one) => one.id)
}

/** Asks people for answers: which answer each of them is asked for. */
export async function insertShares(tx: Tx, shares: readonly { askedId: string; answerId: string }[]): Promise<void> {
  if (shares.length === 0) return
  await tx
    .insertInto('status_share')
    .values(shares.map((one) => ({ asked_id: one.askedId, answer_id: one.answerId })))
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Hands answers over to a colleague, or takes them back (`to` is null); which were so changed. */
export async function setHanded(tx: Tx, askedId: string, answerIds: readonly string[], to: string | null): Promise<string[]> {
  if (answerIds.length === 0) return []
  const done = await tx
    .updateTable('status_share')
    .set({ handed_to: to })
    .where('asked_id', '=', askedId)
    .where('answer_id', '=', sql<string>`any(${[...answerIds]}::uuid[])`)
    .where('handed_to', to === null ? 'is not' : 'is', null)
    .returning('answer_id')
    .execute()
  return done.map((row) => row.answer_id)
}

/** Takes answers away from somebody who had been handed them. */
export async function deleteShares(tx: Tx, askedId: string, answerIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('status_share').where('asked_id', '=', askedId).where('answer_id', '=', sql<string>`any(${[...answerIds]}::uuid[])`).execute()
}

export type Share = { askedId: string; answerId: string; handedTo: string | null }

/** Who is asked for which answer in a round. */
export async function sharesIn(db: Reader, roundId: string): Promise<Share[]> {
  const found = await db
    .selectFrom('status_share')
    .innerJoin('status_asked', 'status_asked.id', 'status_share.asked_id')
    .select(['status_share.asked_id', 'status_share.answer_id', 'status_share.handed_to'])
    .where('status_asked.round_id', '=', roundId)
    .execute()
  return found.map((row) => ({ askedId: row.asked_id, answerId: row.answer_id, handedTo: row.handed_to }))
}
