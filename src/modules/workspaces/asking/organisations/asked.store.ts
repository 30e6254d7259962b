import { sql } from 'kysely'
import type { Reader, Tx } from '../../../../platform/db/database.ts'
import { prepared } from '../../../../platform/db/prepared.ts'
import { v7 } from '../../../../platform/item/id.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { type RoundName, tablesOf } from './kind.ts'

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

const rows = (db: Reader, name: RoundName) => {
  const { asked, answer } = tablesOf(name)
  return db
    .selectFrom(`${asked} as q` as const)
    .innerJoin(`${answer} as a` as const, 'a.id', 'q.answer_id')
    .innerJoin('organisation', 'organisation.id', 'a.organisation_id')
    .innerJoin('person', 'person.id', 'q.person_id')
    .leftJoin('pass', 'pass.id', 'q.pass_id')
    .modifyFront(prepared)
    .select([
      'q.id', 'q.answer_id', 'a.round_id', 'a.organisation_id', 'organisation.name as organisation', 'q.person_id', 'person.name', 'person.language', 'q.pass_id', 'pass.revoked_at', 'q.mail_id', 'q.mailed_at',
      'q.reminders', 'q.from_asked_id', 'q.depth', 'q.handed_on_at', emailOf.as('email'),
    ])
}

const toAsked = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Asked => ({
  id: row.id, answerId: row.answer_id, roundId: row.round_id, organisationId: row.organisation_id, organisation: row.organisation, personId: row.person_id, name: row.name, email: row.email,
  language: row.language as Lang, passId: row.pass_id, revoked: row.revoked_at !== null, mailId: row.mail_id, mailedAt: row.mailed_at, reminders: row.reminders, fromAskedId: row.from_asked_id, depth: row.depth,
  handedOn: row.handed_on_at !== null,
})

/** Everybody who is asked in a round, by organisation, those who were asked by a colleague last. */
export const askedIn = async (db: Reader, name: RoundName, roundId: string): Promise<Asked[]> =>
  (await rows(db, name).where('a.round_id', '=', roundId).orderBy('organisation.name').orderBy('q.depth').orderBy('person.name').orderBy('q.id').execute()).map(toAsked)

export async function askedById(db: Reader, name: RoundName, id: string): Promise<Asked | null> {
  const row = await rows(db, name).where('q.id', '=', id).executeTakeFirst()
  return row ? toAsked(row) : null
}

/** Those who can be written to. */
export const reached = <A extends { email: string | null }>(one: A): one is A & { email: string } => one.email !== null

export type NewAsked = { answerId: string; personId: string; from?: { askedId: string; depth: number } }

/** Writes down who is asked; those who are so already are left as they are. Returns the ids of those that were added. */
export async function insertAsked(tx: Tx, name: RoundName, people: readonly NewAsked[]): Promise<string[]> {
  if (people.length === 0) return []
  const made = await tx
    .insertInto(tablesOf(name).asked)
    .values(people.map(({ answerId, personId, from }) => ({ id: v7(), answer_id: answerId, person_id: personId, from_asked_id: from?.askedId ?? null, depth: from ? from.depth + 1 : 0 })))
    .onConflict((c) => c.columns(['answer_id', 'person_id']).doNothing())
    .returning('id')
    .execute()
  return made.map((row) => row.id)
}

/** Takes somebody out of a round that has asked nobody yet. */
export async function deleteAsked(tx: Tx, name: RoundName, id: string): Promise<boolean> {
  const done = await tx.deleteFrom(tablesOf(name).asked).where('id', '=', id).where('mailed_at', 'is', null).executeTakeFirst()
  return done.numDeletedRows > 0n
}
