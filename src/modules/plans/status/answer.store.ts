import { sql } from 'kysely'
import type { Channel } from '../../workspaces/index.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Said } from './merge.ts'
import type { Answer } from './status.ts'

/** An answer as it was sent. */
export type Sending = Answer & {
  id: string
  askedId: string | null
  channel: Channel
  person: string | null
  personId: string | null
  organisationId: string | null
  organisation: string | null
  toldBy: string | null
  toldOn: string | null
  sentAt: Temporal.Instant
  answerVersion: number
  itemVersion: number | null
  kept: Partial<Said> | null
  resultItemId: string | null
}

/** The one answer about a measure in a round: what is being written, and the latest that was sent. */
export type RoundAnswer = {
  id: string
  roundId: string
  itemId: string
  title: string
  /** Still in the plan, and for all in the workspace: what may be named in a mail. */
  nameable: boolean
  place: number
  askedState: string | null
  draft: Answer
  version: number
  seenVersion: number
  savedAt: Temporal.Instant | null
  savedBy: string | null
  sending: Sending | null
}

const sendingColumns = [
  's.id as sending_id', 's.asked_id', 's.state as sent_state', 's.note as sent_note', 's.result as sent_result', 's.decision as sent_decision', 's.not_ours as sent_not_ours', 's.why_not as sent_why_not',
  's.answer_version', 's.channel', 's.person_id', 's.organisation_id', 's.told_by', 's.told_on', 's.sent_at', 's.item_version', 's.kept', 's.result_item_id',
  'sender.name as sender', 'organisation.name as organisation',
] as const

const answers = (db: Reader) =>
  db
    .selectFrom('status_answer as a')
    .innerJoin('item', 'item.id', 'a.item_id')
    .leftJoin('status_sending as s', 's.id', 'a.sending_id')
    .leftJoin('person as sender', 'sender.id', 's.person_id')
    .leftJoin('person as saver', 'saver.id', 'a.saved_by')
    .leftJoin('organisation', 'organisation.id', 's.organisation_id')
    .select([
      'item.title', 'item.audience', 'item.removed_at', 'a.id', 'a.round_id', 'a.item_id', 'a.place', 'a.asked_state', 'a.state', 'a.note', 'a.result', 'a.decision', 'a.not_ours', 'a.why_not', 'a.version', 'a.seen_version', 'a.saved_at', 'saver.name as saver',
      ...sendingColumns,
    ])

type AnswerRow = Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>
type SendingRow = Pick<AnswerRow, 'sending_id' | 'asked_id' | 'sent_state' | 'sent_note' | 'sent_result' | 'sent_decision' | 'sent_not_ours' | 'sent_why_not' | 'answer_version' | 'channel' | 'person_id' | 'organisation_id' | 'told_by' | 'told_on' | 'sent_at' | 'item_version' | 'kept' | 'result_item_id' | 'sender' | 'organisation'>

const toSending = (row: SendingRow): Sending | null =>
  row.sending_id === null || row.sent_at === null || row.channel === null ? null : {
    id: row.sending_id, askedId: row.asked_id, state: row.sent_state, note: row.sent_note, result: row.sent_result, decision: row.sent_decision, notOurs: row.sent_not_ours ?? false, whyNot: row.sent_why_not,
    channel: row.channel as Channel, person: row.sender, personId: row.person_id, organisationId: row.organisation_id, organisation: row.organisation,
    toldBy: row.told_by, toldOn: row.told_on, sentAt: row.sent_at, answerVersion: row.answer_version ?? 0, itemVersion: row.item_version, kept: (row.kept ?? null) as Partial<Said> | null, resultItemId: row.result_item_id,
  }

const toAnswer = (row: AnswerRow): RoundAnswer => ({
  id: row.id, roundId: row.round_id, itemId: row.item_id, title: row.title, nameable: row.removed_at === null && (row.audience === 'workspace' || row.audience === 'public'), place: row.place, askedState: row.asked_state,
  draft: { state: row.state, note: row.note, result: row.result, decision: row.decision, notOurs: row.not_ours, whyNot: row.why_not },
  version: row.version, seenVersion: row.seen_version, savedAt: row.saved_at, savedBy: row.saver, sending: toSending(row),
})

/** The answers of these rounds, in the plan's order. */
export async function answersIn(db: Reader, roundIds: readonly string[]): Promise<RoundAnswer[]> {
  if (roundIds.length === 0) return []
  return (await answers(db).where('a.round_id', '=', sql<string>`any(${[...roundIds]}::uuid[])`).orderBy('a.place').orderBy('a.id').execute()).map(toAnswer)
}

/** An answer as it stands, held until the transaction ends: of two who send at once the other waits and sees what was sent. */
export async function lockAnswer(tx: Tx, id: string): Promise<RoundAnswer | null> {
  await tx.selectFrom('status_answer').select('id').where('id', '=', id).forUpdate().execute()
  const row = await answers(tx).where('a.id', '=', id).executeTakeFirst()
  return row ? toAnswer(row) : null
}

/** All sendings of an answer but the one that counts, newest first: what was said before it was changed. */
export async function earlierSendings(db: Reader, roundId: string): Promise<Map<string, Sending[]>> {
  const rows = await db
    .selectFrom('status_sending as s')
    .innerJoin('status_answer as a', 'a.id', 's.answer_id')
    .leftJoin('person as sender', 'sender.id', 's.person_id')
    .leftJoin('organisation', 'organisation.id', 's.organisation_id')
    .select(['a.id as answer', ...sendingColumns])
    .where('a.round_id', '=', roundId)
    .where((eb) => eb.or([eb('a.sending_id', 'is', null), eb('s.id', '<>', eb.ref('a.sending_id'))]))
    .orderBy('s.sent_at', 'desc')
    .execute()
  const found = new Map<string, Sending[]>()
  for (const row of rows) {
    const sending = toSending(row)
    if (sending) found.set(row.answer, [...(found.get(row.answer) ?? []), sending])
  }
  return found
}

/** One empty answer for each measure that is asked about; the ids come back in the order given. */
export async function insertAnswers(tx: Tx, roundId: string, measures: readonly { itemId: string; version: number; state: string | null }[]): Promise<string[]> {
  const made = measures.map((one, place) => ({ id: v7(), round_id: roundId, item_id: one.itemId, place, asked_state: one.state, seen_version: one.version }))
  if (made.length > 0) await tx.insertInto('status_answer').values(made).execute()
  return made.map((one) => one.id)
}

/** Compare and swap: keeps what is being written if the answer still has this version. Returns its new version, or null. */
export async function saveDraft(tx: Tx, id: string, version: number, draft: Answer, by: { personId: string | null; at: string; seenVersion: number }): Promise<number | null> {
  const saved = await tx
    .updateTable('status_answer')
    .set({
      state: draft.state, note: draft.note, result: draft.result, decision: draft.decision, not_ours: draft.notOurs, why_not: draft.whyNot,
      version: version + 1, saved_by: by.personId, saved_at: by.at, seen_version: by.seenVersion,
    })
    .where('id', '=', id).where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return saved?.version ?? null
}

export type NewSending = {
  answerId: string; askedId: string | null; answer: Answer; answerVersion: number; channel: Channel; personId: string | null; organisationId: string | null
  toldBy: string | null; toldOn: string | null; at: string; itemVersion: number | null; kept: Partial<Said> | null
}

/** Adds an answer to those that were sent, and makes it the one that counts. */
export async function insertSending(tx: Tx, sending: NewSending): Promise<void> {
  const id = v7()
  const { answer } = sending
  await tx
    .insertInto('status_sending')
    .values({
      id, answer_id: sending.answerId, asked_id: sending.askedId, state: answer.state, note: answer.note, result: answer.result, decision: answer.decision, not_ours: answer.notOurs, why_not: answer.whyNot,
      answer_version: sending.answerVersion, channel: sending.channel, person_id: sending.personId, organisation_id: sending.organisationId, told_by: sending.toldBy, told_on: sending.toldOn,
      sent_at: sending.at, item_version: sending.itemVersion, kept: sending.kept === null ? null : JSON.stringify(sending.kept),
    })
    .execute()
  await tx.updateTable('status_answer').set({ sending_id: id, ...(sending.itemVersion !== null && { seen_version: sending.itemVersion }) }).where('id', '=', sending.answerId).execute()
}

/** Ties a sending to the result that was made of it, once. */
export async function setResultItem(tx: Tx, sendingId: string, itemId: string): Promise<boolean> {
  const done = await tx.updateTable('status_sending').set({ result_item_id: itemId }).where('id', '=', sendingId).where('result_item_id', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What a measure said of its status in one of its versions, read from the event of that version. */
export async function saidInVersion(db: Reader, workspaceId: string, itemId: string, version: number): Promise<Said | null> {
  const row = await db
    .selectFrom('event')
    .select([sql<string | null>`body->>'state'`.as('state'), sql<string | null>`body->'fields'->>'status_note'`.as('note'), sql<string | null>`body->'fields'->>'needs_decision'`.as('decision')])
    .where('workspace_id', '=', workspaceId).where('item_id', '=', itemId).where('item_version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

export type LastAnswer = { at: Temporal.Instant; channel: Channel; person: string | null; toldBy: string | null; toldOn: string | null; state: string | null; notOurs: boolean; round: number; roundTitle: string }

/** When each measure of a workspace was last answered about in a round, and by whom. */
export async function lastAnswers(db: Reader, workspaceId: string, itemIds?: readonly string[]): Promise<Map<string, LastAnswer>> {
  let query = db
    .selectFrom('status_answer as a')
    .innerJoin('status_round as r', 'r.id', 'a.round_id')
    .innerJoin('status_sending as s', 's.id', 'a.sending_id')
    .leftJoin('person', 'person.id', 's.person_id')
    .modifyFront(prepared)
    .distinctOn('a.item_id')
    .select(['a.item_id', 's.sent_at', 's.channel', 's.told_by', 's.told_on', 's.state', 's.not_ours', 'person.name', 'r.number', 'r.title'])
    .where('r.workspace_id', '=', workspaceId)
  if (itemIds) query = query.where('a.item_id', '=', sql<string>`any(${[...itemIds]}::uuid[])`)
  const rows = await query.orderBy('a.item_id').orderBy('s.sent_at', 'desc').execute()
  return new Map(rows.map((row) => [row.item_id, {
    at: row.sent_at, channel: row.channel as Channel, person: row.name, toldBy: row.told_by, toldOn: row.told_on, state: row.state, notOurs: row.not_ours, round: row.number, roundTitle: row.title,
  }]))
}

/** What was last said of a measure in an earlier round, and in which. */
export type EarlierWord = { state: string | null; disowned: boolean; round: number }

/** The last answer about each of these measures in a round before this one. One statement. */
export async function earlierWords(db: Reader, workspaceId: string, before: number, itemIds: readonly string[]): Promise<Map<string, EarlierWord>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('status_answer as a')
    .innerJoin('status_sending as s', 's.id', 'a.sending_id')
    .innerJoin('status_round as r', 'r.id', 'a.round_id')
    .distinctOn('a.item_id')
    .select(['a.item_id', 's.state', 's.not_ours', 'r.number'])
    .where('r.workspace_id', '=', workspaceId)
    .where('r.number', '<', before)
    .where('a.item_id', '=', sql<string>`any(${[...itemIds]}::uuid[])`)
    .orderBy('a.item_id')
    .orderBy('r.number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.item_id, { state: row.state, disowned: row.not_ours, round: row.number }]))
}

export type RoundCount = { asked: number; answered: number; people: number; waiting: number; decisions: number; disowned: number }

/** How far rounds have come: measures asked and answered, people asked and those who have something left. By round. */
export async function countsOf(db: Reader, roundIds: readonly string[]): Promise<Map<string, RoundCount>> {
  if (roundIds.length === 0) return new Map()
  const { rows } = await sql<RoundCount & { id: string }>`
    select round.id,
      (select count(*) from status_answer a where a.round_id = round.id)::int as asked,
      (select count(*) from status_answer a where a.round_id = round.id and a.sending_id is not null)::int as answered,
      (select count(*) from status_asked q where q.round_id = round.id)::int as people,
      (select count(distinct q.id) from status_asked q join status_share h on h.asked_id = q.id and h.handed_to is null join status_answer a on a.id = h.answer_id and a.sending_id is null where q.round_id = round.id)::int as waiting,
      (select count(*) from status_answer a join status_sending s on s.id = a.sending_id where a.round_id = round.id and s.decision is not null)::int as decisions,
      (select count(*) from status_answer a join status_sending s on s.id = a.sending_id where a.round_id = round.id and s.not_ours)::int as disowned
    from status_round round where round.id = any(${[...roundIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...count }) => [id, count]))
}
