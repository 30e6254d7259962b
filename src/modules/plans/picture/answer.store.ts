import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Channel } from '../../workspaces/index.ts'
import { type Importance, isEmpty, type Rating, type Recognition } from './rating.ts'

/** An organisation's one answer in a round, without what it says. */
export type Answer = {
  id: string
  roundId: string
  organisationId: string
  organisation: string
  /** What kind of organisation it is: municipality, county, business … */
  type: string
  version: number
  savedAt: Temporal.Instant | null
  savedBy: string | null
  sentAt: Temporal.Instant | null
  channel: Channel | null
  toldBy: string | null
  toldOn: string | null
}

const rows = (db: Reader) =>
  db
    .selectFrom('picture_answer as a')
    .innerJoin('organisation', 'organisation.id', 'a.organisation_id')
    .leftJoin('person as saver', 'saver.id', 'a.saved_by')
    .select([
      'a.id', 'a.round_id', 'a.organisation_id', 'organisation.name as organisation', 'organisation.kind as type', 'a.version', 'a.saved_at', 'saver.name as saver', 'a.sent_at', 'a.channel', 'a.told_by', 'a.told_on',
    ])

const toAnswer = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Answer => ({
  id: row.id, roundId: row.round_id, organisationId: row.organisation_id, organisation: row.organisation, type: row.type, version: row.version, savedAt: row.saved_at, savedBy: row.saver,
  sentAt: row.sent_at, channel: row.channel as Channel | null, toldBy: row.told_by, toldOn: row.told_on,
})

/** Those who are asked in a round, in Norwegian order. */
export const answersIn = async (db: Reader, roundId: string): Promise<Answer[]> => (await rows(db).where('a.round_id', '=', roundId).orderBy('organisation.name').orderBy('a.id').execute()).map(toAnswer)

export async function answerById(db: Reader, id: string): Promise<Answer | null> {
  const row = await rows(db).where('a.id', '=', id).executeTakeFirst()
  return row ? toAnswer(row) : null
}

/** An answer held until the transaction ends: of two who send at once the other waits and sees what was sent. */
export async function lockAnswer(tx: Tx, id: string): Promise<Answer | null> {
  await tx.selectFrom('picture_answer').select('id').where('id', '=', id).forUpdate().execute()
  return answerById(tx, id)
}

/** Asks organisations; those that are asked already stay as they are. Returns those that were added. */
export async function insertAnswers(tx: Tx, roundId: string, organisationIds: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
  if (organisationIds.length === 0) return []
  const made = await tx
    .insertInto('picture_answer')
    .values([...new Set(organisationIds)].map((organisation_id) => ({ id: v7(), round_id: roundId, organisation_id })))
    .onConflict((c) => c.columns(['round_id', 'organisation_id']).doNothing())
    .returning(['id', 'organisation_id'])
    .execute()
  return made.map((row) => ({ id: row.id, organisationId: row.organisation_id }))
}

/** Takes an organisation out of a round that has asked nobody yet. */
export async function deleteAnswer(tx: Tx, id: string): Promise<boolean> {
  const done = await tx.deleteFrom('picture_answer').where('id', '=', id).where('round_id', 'in', (eb) => eb.selectFrom('picture_round').select('id').where('state', '=', 'draft')).executeTakeFirst()
  return done.numDeletedRows > 0n
}

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

async function write(tx: Tx, answerId: string, said: readonly Rating[], sent: boolean): Promise<void> {
  await tx.deleteFrom('picture_rating').where('answer_id', '=', answerId).where('sent', '=', sent).execute()
  const rest = said.filter((one) => !isEmpty(one))
  if (rest.length === 0) return
  await tx
    .insertInto('picture_rating')
    .values(rest.map((one) => ({ id: v7(), answer_id: answerId, item_id: one.itemId, sent, importance: one.importance, unsure: one.unsure, recognised: one.recognised, comment: one.comment })))
    .execute()
}

/** Compare and swap: keeps what is being written if the answer still has this version. Returns its new version, or null. */
export async function saveDraft(tx: Tx, id: string, version: number, said: readonly Rating[], by: { personId: string | null; at: string }): Promise<number | null> {
  const saved = await tx.updateTable('picture_answer').set({ version: version + 1, saved_by: by.personId, saved_at: by.at }).where('id', '=', id).where('version', '=', version).returning('version').executeTakeFirst()
  if (!saved) return null
  await write(tx, id, said, false)
  return saved.version
}

export type Sender = { channel: Channel; personId: string | null; toldBy: string | null; toldOn: string | null; at: string }

/** What is written becomes what is sent, in place of what was sent before. */
export async function markSent(tx: Tx, id: string, said: readonly Rating[], by: Sender): Promise<void> {
  await write(tx, id, said, true)
  await tx.updateTable('picture_answer').set({ sent_by: by.personId, sent_at: by.at, channel: by.channel, told_by: by.toldBy, told_on: by.toldOn }).where('id', '=', id).execute()
}

export type RoundCount = { asked: number; answered: number; challenges: number }

/** How far rounds have come: organisations asked and answered, and challenges. By round. */
export async function countsOf(db: Reader, roundIds: readonly string[]): Promise<Map<string, RoundCount>> {
  if (roundIds.length === 0) return new Map()
  const { rows: found } = await sql<RoundCount & { id: string }>`
    select round.id,
      (select count(*) from picture_answer a where a.round_id = round.id)::int as asked,
      (select count(*) from picture_answer a where a.round_id = round.id and a.sent_at is not null)::int as answered,
      (select count(*) from picture_challenge c where c.round_id = round.id)::int as challenges
    from picture_round round where round.id = any(${[...roundIds]}::uuid[])`.execute(db)
  return new Map(found.map(({ id, ...count }) => [id, count]))
}
