import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { PartnerType } from './form.ts'

/** One who is asked in an evaluation, with a link of their own. Nothing here leads to what they answered. */
export type Asked = {
  id: string
  itemId: string
  personId: string
  name: string
  email: string | null
  language: Lang
  organisationId: string | null
  organisation: string | null
  type: PartnerType
  leftOn: string | null
  passId: string | null
  /** The link was taken back. */
  revoked: boolean
  mailId: string | null
  mailedAt: Temporal.Instant | null
  reminders: number
  fromAskedId: string | null
  depth: number
  handedOn: boolean
  answeredOn: string | null
  told: boolean
}

const emailOf = sql<string | null>`(select subject from identity where person_id = q.person_id and provider = 'email' order by created_at, subject limit 1)`

const rows = (db: Reader) =>
  db
    .selectFrom('evaluation_asked as q')
    .innerJoin('person', 'person.id', 'q.person_id')
    .leftJoin('organisation', 'organisation.id', 'q.organisation_id')
    .leftJoin('pass', 'pass.id', 'q.pass_id')
    .select([
      'q.id', 'q.item_id', 'q.person_id', 'person.name', 'person.language', 'q.organisation_id', 'organisation.name as organisation', 'q.partner_type', 'q.left_on', 'q.pass_id', 'pass.revoked_at', 'q.mail_id', 'q.mailed_at',
      'q.reminders', 'q.from_asked_id', 'q.depth', 'q.handed_on_at', 'q.answered_on', 'q.told', emailOf.as('email'),
    ])

const toAsked = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Asked => ({
  id: row.id, itemId: row.item_id, personId: row.person_id, name: row.name, email: row.email, language: row.language as Lang, organisationId: row.organisation_id, organisation: row.organisation,
  type: row.partner_type as PartnerType, leftOn: row.left_on, passId: row.pass_id, revoked: row.revoked_at !== null, mailId: row.mail_id, mailedAt: row.mailed_at, reminders: row.reminders, fromAskedId: row.from_asked_id,
  depth: row.depth, handedOn: row.handed_on_at !== null, answeredOn: row.answered_on, told: row.told,
})

/** Everybody who is asked, by organisation and name. */
export const askedIn = async (db: Reader, itemId: string): Promise<Asked[]> => (await rows(db).where('q.item_id', '=', itemId).orderBy('organisation.name').orderBy('q.depth').orderBy('person.name').orderBy('q.id').execute()).map(toAsked)

export async function askedById(db: Reader, id: string): Promise<Asked | null> {
  const row = await rows(db).where('q.id', '=', id).executeTakeFirst()
  return row ? toAsked(row) : null
}

export type NewAsked = { personId: string; organisationId: string | null; type: PartnerType; leftOn: string | null; from?: { askedId: string; depth: number } }

/** Writes down who is asked; those who are so already are left as they are. */
export async function insertAsked(tx: Tx, itemId: string, people: readonly NewAsked[]): Promise<void> {
  if (people.length === 0) return
  await tx
    .insertInto('evaluation_asked')
    .values(people.map(({ personId, organisationId, type, leftOn, from }) => ({
      id: v7(), item_id: itemId, person_id: personId, organisation_id: organisationId, partner_type: type, left_on: leftOn, from_asked_id: from?.askedId ?? null, depth: from ? from.depth + 1 : 0,
    })))
    .onConflict((c) => c.columns(['item_id', 'person_id']).doNothing())
    .execute()
}

/** Notes that somebody has answered, on a day and without the time of it; once. */
export async function markAnswered(tx: Tx, id: string, on: string, told: boolean): Promise<boolean> {
  const done = await tx.updateTable('evaluation_asked').set({ answered_on: on, told }).where('id', '=', id).where('answered_on', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export type Count = { asked: number; answered: number }

/** How many of how many have answered: a colleague who was asked instead counts as the one who asked them. */
export async function countsOf(db: Reader, itemIds: readonly string[]): Promise<Map<string, Count>> {
  if (itemIds.length === 0) return new Map()
  const { rows: found } = await sql<Count & { id: string }>`
    select item_id as id, count(*) filter (where handed_on_at is null or answered_on is not null)::int as asked, count(answered_on)::int as answered
    from evaluation_asked where item_id = any(${[...itemIds]}::uuid[]) group by 1`.execute(db)
  return new Map(found.map(({ id, ...count }) => [id, count]))
}
