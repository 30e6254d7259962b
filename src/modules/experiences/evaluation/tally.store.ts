import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { Ballot, PartnerType, StatementName, Topic } from './form.ts'
import type { Counts } from './suppress.ts'

/**
 * Counts an answer in, without leaving an answer behind. Every count of the evaluation is written again, and every word gets a new id and a new place: a row that was
 * written at the same time as it was noted that somebody answered, tells nothing, because they all were. The caller holds the round.
 */
export async function countIn(tx: Tx, itemId: string, type: PartnerType, ballot: Ballot): Promise<void> {
  const [statements, scores] = [[...ballot.scores.keys()], [...ballot.scores.values()]]
  await sql`
    update evaluation_tally set n = n + case when partner_type = ${type} and exists (
      select from unnest(${statements}::text[], ${scores}::int[]) as given (statement, score) where given.statement = evaluation_tally.statement and given.score = evaluation_tally.score) then 1 else 0 end
    where item_id = ${itemId}`.execute(tx)
  await sql`
    with before as (delete from evaluation_word where item_id = ${itemId} returning topic, text)
    insert into evaluation_word (id, item_id, topic, text)
    select gen_random_uuid(), ${itemId}::uuid, topic, text
    from (select topic, text from before union all select topic, text from unnest(${ballot.words.map((one) => one.topic)}::text[], ${ballot.words.map((one) => one.text)}::text[]) as given (topic, text)) every_word
    order by 1`.execute(tx)
}

/** The counts of these evaluations: by evaluation, statement and group. Before they are shown they go through `suppress`. */
export async function talliesOf(db: Reader, itemIds: readonly string[]): Promise<Map<string, Map<StatementName, Map<PartnerType, Counts>>>> {
  const found = new Map<string, Map<StatementName, Map<PartnerType, Counts>>>()
  if (itemIds.length === 0) return found
  const { rows } = await sql<{ id: string; statement: StatementName; type: PartnerType; counts: number[] }>`
    select item_id as id, statement, partner_type as type, array_agg(n order by score) as counts
    from evaluation_tally where item_id = any(${[...itemIds]}::uuid[]) group by 1, 2, 3`.execute(db)
  for (const { id, statement, type, counts } of rows) {
    const evaluation = found.get(id) ?? new Map<StatementName, Map<PartnerType, Counts>>()
    found.set(id, evaluation.set(statement, (evaluation.get(statement) ?? new Map<PartnerType, Counts>()).set(type, counts)))
  }
  return found
}

export type Word = { id: string; topic: Topic; text: string }

/** What was written, in the order of random ids. For those who lead, once the evaluation is closed. */
export const wordsOf = (db: Reader, itemId: string): Promise<Word[]> => db.selectFrom('evaluation_word').select(['id', 'topic', 'text']).where('item_id', '=', itemId).orderBy('id').$castTo<Word>().execute()
