import { sql } from 'kysely'
import type { Channel } from '../../workspaces/index.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Reply } from './match.ts'

/** What was said to an expectation, by whom and how it came. */
export type Replied = {
  statementId: string
  reply: Reply
  word: string | null
  version: number
  at: Temporal.Instant
  person: string | null
  channel: Channel
  toldBy: string | null
  toldOn: string | null
}

/** All replies in these rounds, by the statement that they are to. */
export async function repliesIn(db: Reader, roundIds: readonly string[]): Promise<Map<string, Replied>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('expectation_reply as r')
    .innerJoin('expectation_statement as s', 's.id', 'r.statement_id')
    .innerJoin('expectation_answer as a', 'a.id', 's.answer_id')
    .leftJoin('person', 'person.id', 'r.person_id')
    .select(['r.statement_id', 'r.reply', 'r.word', 'r.version', 'r.replied_at', 'r.channel', 'r.told_by', 'r.told_on', 'person.name'])
    .where('a.round_id', '=', sql<string>`any(${[...roundIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.statement_id, {
    statementId: row.statement_id, reply: row.reply as Reply, word: row.word, version: row.version, at: row.replied_at, person: row.name, channel: row.channel as Channel, toldBy: row.told_by, toldOn: row.told_on,
  }]))
}

export type NewReply = { statementId: string; reply: Reply; word: string | null; personId: string | null; organisationId: string | null; channel: Channel; toldBy: string | null; toldOn: string | null; at: string }

/** Compare and swap: `version` 0 is that nobody had replied. Says whether it was so. */
export async function writeReply(tx: Tx, version: number, one: NewReply): Promise<boolean> {
  const row = {
    reply: one.reply, word: one.word, replied_at: one.at, person_id: one.personId, organisation_id: one.organisationId, channel: one.channel, told_by: one.toldBy, told_on: one.toldOn, version: version + 1,
  }
  if (version === 0) {
    const made = await tx.insertInto('expectation_reply').values({ id: v7(), statement_id: one.statementId, ...row }).onConflict((c) => c.column('statement_id').doNothing()).executeTakeFirst()
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const done = await tx.updateTable('expectation_reply').set(row).where('statement_id', '=', one.statementId).where('version', '=', version).executeTakeFirst()
  return done.numUpdatedRows > 0n
}
