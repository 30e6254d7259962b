import { sql } from 'kysely'
import type { Reader, Tx } from '../../../../platform/db/database.ts'
import { prepared } from '../../../../platform/db/prepared.ts'
import { v7 } from '../../../../platform/item/id.ts'
import type { Channel } from '../asking.ts'
import { type RoundName, tablesOf } from './kind.ts'

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

const rows = (db: Reader, name: RoundName) =>
  db
    .selectFrom(`${tablesOf(name).answer} as a` as const)
    .innerJoin('organisation', 'organisation.id', 'a.organisation_id')
    .leftJoin('person as saver', 'saver.id', 'a.saved_by')
    .modifyFront(prepared)
    .select([
      'a.id', 'a.round_id', 'a.organisation_id', 'organisation.name as organisation', 'organisation.kind as type', 'a.version', 'a.saved_at', 'saver.name as saver', 'a.sent_at', 'a.channel', 'a.told_by',
      'a.told_on',
    ])

const toAnswer = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): Answer => ({
  id: row.id, roundId: row.round_id, organisationId: row.organisation_id, organisation: row.organisation, type: row.type, version: row.version, savedAt: row.saved_at, savedBy: row.saver,
  sentAt: row.sent_at, channel: row.channel as Channel | null, toldBy: row.told_by, toldOn: row.told_on,
})

/** Those who are asked in these rounds, in Norwegian order. */
export const answersInRounds = async (db: Reader, name: RoundName, roundIds: readonly string[]): Promise<Answer[]> =>
  (await rows(db, name).where('a.round_id', '=', sql<string>`any(${[...roundIds]}::uuid[])`).orderBy('organisation.name').orderBy('a.id').execute()).map(toAnswer)

/** Those who are asked in a round, in Norwegian order. */
export const answersIn = (db: Reader, name: RoundName, roundId: string): Promise<Answer[]> => answersInRounds(db, name, [roundId])

export async function answerById(db: Reader, name: RoundName, id: string): Promise<Answer | null> {
  const row = await rows(db, name).where('a.id', '=', id).executeTakeFirst()
  return row ? toAnswer(row) : null
}

/** The ids of those that have not answered. */
export const unanswered = (answers: readonly Answer[]): ReadonlySet<string> => new Set(answers.filter((one) => one.sentAt === null).map((one) => one.id))

/** An answer held until the transaction ends: of two who send at once the other waits and sees what was sent. */
export async function lockAnswer(tx: Tx, name: RoundName, id: string): Promise<Answer | null> {
  await tx.selectFrom(tablesOf(name).answer).select('id').where('id', '=', id).forUpdate().execute()
  return answerById(tx, name, id)
}

/** Asks organisations; those that are asked already stay as they are. Returns those that were added. */
export async function insertAnswers(tx: Tx, name: RoundName, roundId: string, organisationIds: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
  if (organisationIds.length === 0) return []
  const made = await tx
    .insertInto(tablesOf(name).answer)
    .values([...new Set(organisationIds)].map((organisation_id) => ({ id: v7(), round_id: roundId, organisation_id })))
    .onConflict((c) => c.columns(['round_id', 'organisation_id']).doNothing())
    .returning(['id', 'organisation_id'])
    .execute()
  return made.map((row) => ({ id: row.id, organisationId: row.organisation_id }))
}

/** Takes an organisation out of a round that has asked nobody yet. */
export async function deleteAnswer(tx: Tx, name: RoundName, id: string): Promise<boolean> {
  const { answer, round } = tablesOf(name)
  const { numAffectedRows } = await sql`delete from ${sql.table(answer)} a using ${sql.table(round)} r where a.id = ${id} and r.id = a.round_id and r.state = 'draft'`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** Compare and swap: notes that what is being written in an answer is saved anew, if it still has this version. Returns its new version, or null. */
export async function markSaved(tx: Tx, name: RoundName, id: string, version: number, by: { personId: string | null; at: string }): Promise<number | null> {
  const saved = await tx
    .updateTable(tablesOf(name).answer).set({ version: version + 1, saved_by: by.personId, saved_at: by.at }).where('id', '=', id).where('version', '=', version).returning('version').executeTakeFirst()
  return saved?.version ?? null
}

/** How an answer came, and when. */
export type Sender = { channel: Channel; personId: string | null; toldBy: string | null; toldOn: string | null; at: string }

/** Notes that an organisation has answered. */
export async function markSent(tx: Tx, name: RoundName, id: string, by: Sender): Promise<void> {
  await tx.updateTable(tablesOf(name).answer).set({ sent_by: by.personId, sent_at: by.at, channel: by.channel, told_by: by.toldBy, told_on: by.toldOn }).where('id', '=', id).execute()
}

export type RoundCount = { asked: number; answered: number; people: number }

/** How far rounds have come: organisations asked and answered, and people asked. By round; one statement. */
export async function countsOf(db: Reader, name: RoundName, roundIds: readonly string[]): Promise<Map<string, RoundCount>> {
  if (roundIds.length === 0) return new Map()
  const { answer, asked } = tablesOf(name)
  const { rows: found } = await sql<RoundCount & { id: string }>`
    select round.id, (select count(*) from ${sql.table(answer)} a where a.round_id = round.id)::int as asked, (select count(*) from ${sql.table(answer)} a where a.round_id = round.id and a.sent_at is not null)::int as answered,
      (select count(distinct q.person_id) from ${sql.table(asked)} q join ${sql.table(answer)} a on a.id = q.answer_id where a.round_id = round.id)::int as people
    from unnest(${[...roundIds]}::uuid[]) round (id)`.execute(db)
  return new Map(found.map(({ id, ...count }) => [id, count]))
}
