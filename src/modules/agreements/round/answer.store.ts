import { sql } from 'kysely'
import type { Channel } from '../../workspaces/index.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Kind, Statement, What } from './statement.ts'

/** An organisation's one answer in a round, without what it says. */
export type Answer = {
  id: string
  roundId: string
  organisationId: string
  organisation: string
  version: number
  savedAt: Temporal.Instant | null
  savedBy: string | null
  sentAt: Temporal.Instant | null
  sentBy: string | null
  channel: Channel | null
  toldBy: string | null
  toldOn: string | null
}

const rows = (db: Reader) =>
  db
    .selectFrom('expectation_answer as a')
    .innerJoin('organisation', 'organisation.id', 'a.organisation_id')
    .leftJoin('person as saver', 'saver.id', 'a.saved_by')
    .leftJoin('person as sender', 'sender.id', 'a.sent_by')
    .modifyFront(prepared)
    .select([
      'a.id', 'a.round_id', 'a.organisation_id', 'organisation.name as organisation', 'a.version', 'a.saved_at', 'saver.name as saver', 'a.sent_at', 'sender.name as sender', 'a.channel', 'a.told_by', 'a.told_on',
    ])

const toAnswer = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Answer => ({
  id: row.id, roundId: row.round_id, organisationId: row.organisation_id, organisation: row.organisation, version: row.version, savedAt: row.saved_at, savedBy: row.saver,
  sentAt: row.sent_at, sentBy: row.sender, channel: row.channel as Channel | null, toldBy: row.told_by, toldOn: row.told_on,
})

/** Those who are asked in a round, in Norwegian order. */
export const answersIn = async (db: Reader, roundId: string): Promise<Answer[]> => (await rows(db).where('a.round_id', '=', roundId).orderBy('organisation.name').orderBy('a.id').execute()).map(toAnswer)

/** The same for several rounds. */
export const answersInRounds = async (db: Reader, roundIds: readonly string[]): Promise<Answer[]> =>
  (await rows(db).where('a.round_id', '=', sql<string>`any(${[...roundIds]}::uuid[])`).orderBy('organisation.name').orderBy('a.id').execute()).map(toAnswer)

export async function answerById(db: Reader, id: string): Promise<Answer | null> {
  const row = await rows(db).where('a.id', '=', id).executeTakeFirst()
  return row ? toAnswer(row) : null
}

/** An answer held until the transaction ends: of two who send at once the other waits and sees what was sent. */
export async function lockAnswer(tx: Tx, id: string): Promise<Answer | null> {
  await tx.selectFrom('expectation_answer').select('id').where('id', '=', id).forUpdate().execute()
  return answerById(tx, id)
}

/** Asks organisations; those that are asked already stay as they are. Returns the ids of those that were added. */
export async function insertAnswers(tx: Tx, roundId: string, organisationIds: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
  if (organisationIds.length === 0) return []
  const made = await tx
    .insertInto('expectation_answer')
    .values([...new Set(organisationIds)].map((organisation_id) => ({ id: v7(), round_id: roundId, organisation_id })))
    .onConflict((c) => c.columns(['round_id', 'organisation_id']).doNothing())
    .returning(['id', 'organisation_id'])
    .execute()
  return made.map((row) => ({ id: row.id, organisationId: row.organisation_id }))
}

/** Takes an organisation out of a round that has asked nobody yet. */
export async function deleteAnswer(tx: Tx, id: string): Promise<boolean> {
  const done = await tx.deleteFrom('expectation_answer').where('id', '=', id).where('round_id', 'in', (eb) => eb.selectFrom('expectation_round').select('id').where('state', '=', 'draft')).executeTakeFirst()
  return done.numDeletedRows > 0n
}

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

const valuesOf = (answerId: string, statements: readonly Statement[], sent: boolean) =>
  statements.map((one, place) => ({ id: v7(), answer_id: answerId, sent, place, what: one.what, kind: one.kind, about_id: one.aboutId, text: one.text }))

/** Compare and swap: keeps what is being written if the answer still has this version. Returns its new version, or null. */
export async function saveDraft(tx: Tx, id: string, version: number, statements: readonly Statement[], by: { personId: string | null; at: string }): Promise<number | null> {
  const saved = await tx.updateTable('expectation_answer').set({ version: version + 1, saved_by: by.personId, saved_at: by.at }).where('id', '=', id).where('version', '=', version).returning('version').executeTakeFirst()
  if (!saved) return null
  await tx.deleteFrom('expectation_statement').where('answer_id', '=', id).where('sent', '=', false).execute()
  if (statements.length > 0) await tx.insertInto('expectation_statement').values(valuesOf(id, statements, false)).execute()
  return saved.version
}

export type Sender = { channel: Channel; personId: string | null; toldBy: string | null; toldOn: string | null; at: string }

/** What is written becomes what is sent, in place of what was sent before. */
export async function markSent(tx: Tx, id: string, statements: readonly Statement[], by: Sender): Promise<void> {
  await tx.deleteFrom('expectation_statement').where('answer_id', '=', id).where('sent', '=', true).execute()
  await tx.insertInto('expectation_statement').values(valuesOf(id, statements, true)).execute()
  await tx.updateTable('expectation_answer').set({ sent_by: by.personId, sent_at: by.at, channel: by.channel, told_by: by.toldBy, told_on: by.toldOn }).where('id', '=', id).execute()
}

export type RoundCount = { asked: number; answered: number; people: number }

/** How far rounds have come: organisations asked and answered, and people asked. By round. */
export async function countsOf(db: Reader, roundIds: readonly string[]): Promise<Map<string, RoundCount>> {
  if (roundIds.length === 0) return new Map()
  const { rows: found } = await sql<RoundCount & { id: string }>`
    select round.id,
      (select count(*) from expectation_answer a where a.round_id = round.id)::int as asked,
      (select count(*) from expectation_answer a where a.round_id = round.id and a.sent_at is not null)::int as answered,
      (select count(distinct q.person_id) from expectation_asked q join expectation_answer a on a.id = q.answer_id where a.round_id = round.id)::int as people
    from expectation_round round where round.id = any(${[...roundIds]}::uuid[])`.execute(db)
  return new Map(found.map(({ id, ...count }) => [id, count]))
}
