import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

const batch = 500

/**
 * Deletes items that were removed before an instant, with all that hangs on them; the events tell that they were there. Those of a closed workspace
 * stay: it is an archive. A part at a time, so that nobody waits long. Says how many.
 */
export async function sweepRemovedItems(db: Database, before: Temporal.Instant): Promise<number> {
  for (let all = 0; ;) {
    const { numDeletedRows } = await db
      .deleteFrom('item')
      .where('id', 'in', (eb) =>
        eb.selectFrom('item as i').innerJoin('workspace as w', 'w.id', 'i.workspace_id').select('i.id').where('i.removed_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).where('w.state', '=', 'active').limit(batch))
      .executeTakeFirst()
    all += Number(numDeletedRows)
    if (numDeletedRows < BigInt(batch)) return all
  }
}

/** Takes words out of the list of words when no text has them any more, some thousand words at a time. Says how many. */
export async function sweepSearchWords(db: Database): Promise<number> {
  let [all, after] = [0, '']
  for (;;) {
    const { rows: [part] } = await sql<{ last: string | null; removed: number }>`
      with part as (select distinct word from search_word where word > ${after} order by word limit 2000),
      unused as (select word from part where not exists (
        select from item where item.search_words @@ (('''' || replace(replace(part.word, '\\', '\\\\'), '''', '''''') || '''')::tsquery))),
      gone as (delete from search_word s using unused where s.word = unused.word returning 1)
      select (select max(word) from part) as last, (select count(*)::int from gone) as removed`.execute(db)
    if (!part?.last) return all
    all += part.removed
    after = part.last
  }
}
