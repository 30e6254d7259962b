import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** One person who is asked on behalf of an organisation, with a link of their own. */
export type Asked = {
  id: string
  answerId: string
  roundId: string
  organisationId: string
  organisation: string
  personId: string
  name: string
  email: string | null
  language: Lang
  passId: string | null
  /** The link was taken back. */
  revoked: boolean
  /** The latest mail; what became of it is `deliveryOf`'s to say. */
  mailId: string | null
  mailedAt: Temporal.Instant | null
  reminders: number
  fromAskedId: string | null
  depth: number
  /** They let a colleague answer instead. */
  handedOn: boolean
}

const emailOf = sql<string | null>`(select subject from identity where person_id = q.person_id and provider = 'email' order by created_at, subject limit 1)`

const rows = (db: Reader) =>
  db
    .selectFrom('picture_asked as q')
    .innerJoin('picture_answer as a', 'a.id', 'q.answer_id')
    .innerJoin('organisation', 'organisation.id', 'a.organisation_id')
    .innerJoin('person', 'person.id', 'q.person_id')
    .leftJoin('pass', 'pass.id', 'q.pass_id')
    .select([
      'q.id', 'q.answer_id', 'a.round_id', 'a.organisation_id', 'organisation.name as organisation', 'q.person_id', 'person.name', 'person.language', 'q.pass_id', 'pass.revoked_at', 'q.mail_id', 'q.mailed_at',
      'q.reminders', 'q.from_asked_id', 'q.depth', 'q.handed_on_at', emailOf.as('email'),
    ])

const toAsked = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Asked => ({
  id: row.id, answerId: row.answer_id, roundId: row.round_id, organisationId: row.organisation_id, organisation: row.organisation, personId: row.person_id, name: row.name, email: row.email,
  language: row.language as Lang, passId: row.pass_id, revoked: row.revoked_at !== null, mailId: row.mail_id, mailedAt: row.mailed_at, reminders: row.reminders, fromAskedId: row.from_asked_id, depth: row.depth,
  handedOn: row.handed_on_at !== null,
})

/** Everybody who is asked in a round, by organisation, those who were asked by a colleague last. */
export const askedIn = async (db: Reader, roundId: string): Promise<Asked[]> =>
  (await rows(db).where('a.round_id', '=', roundId).orderBy('organisation.name').orderBy('q.depth').orderBy('person.name').orderBy('q.id').execute()).map(toAsked)

export async function askedById(db: Reader, id: string): Promise<Asked | null> {
  const row = await rows(db).where('q.id', '=', id).executeTakeFirst()
  return row ? toAsked(row) : null
}

export type NewAsked = { answerId: string; personId: string; from?: { askedId: string; depth: number } }

/** Writes down who is asked; those who are so already are left as they are. Returns the ids of those that were added. */
export async function insertAsked(tx: Tx, people: readonly NewAsked[]): Promise<string[]> {
  if (people.length === 0) return []
  const made = await tx
    .insertInto('picture_asked')
    .values(people.map(({ answerId, personId, from }) => ({ id: v7(), answer_id: answerId, person_id: personId, from_asked_id: from?.askedId ?? null, depth: from ? from.depth + 1 : 0 })))
    .onConflict((c) => c.columns(['answer_id', 'person_id']).doNothing())
    .returning('id')
    .execute()
  return made.map((row) => row.id)
}

/** Notes the link and the mail that went with it; without a mail the latest one stands. */
export async function setPassAndMail(tx: Tx, sent: readonly { askedId: string; passId: string; mailId: string | null }[], at: string): Promise<void> {
  if (sent.length === 0) return
  await sql`
    update picture_asked set pass_id = sent.pass_id, mail_id = coalesce(sent.mail_id, picture_asked.mail_id), mailed_at = case when sent.mail_id is null then picture_asked.mailed_at else ${at}::timestamptz end
    from (select unnest(${sent.map((one) => one.askedId)}::uuid[]) as id, unnest(${sent.map((one) => one.passId)}::uuid[]) as pass_id, unnest(${sent.map((one) => one.mailId)}::uuid[]) as mail_id) sent
    where picture_asked.id = sent.id`.execute(tx)
}

/** Marks these as reminded, unless somebody has written to them since `before`; the ids of those that were marked. */
export async function markReminders(tx: Tx, ids: readonly string[], at: string, before: string): Promise<string[]> {
  if (ids.length === 0) return []
  const marked = await tx
    .updateTable('picture_asked')
    .set((eb) => ({ mailed_at: at, reminders: eb('reminders', '+', 1) }))
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('mailed_at', '<=', sql<Temporal.Instant>`${before}::timestamptz`)
    .returning('id')
    .execute()
  return marked.map((row) => row.id)
}

/** Notes that somebody let a colleague answer instead. */
export async function setHandedOn(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('picture_asked').set({ handed_on_at: at }).where('id', '=', id).execute()
}
