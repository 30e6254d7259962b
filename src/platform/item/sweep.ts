import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { isOfItems, readShape, referencesTo, type Shape } from '../db/journal/index.ts'

const batch = 500

/**
 * Deletes items that were removed before an instant, with all that hangs on them and the files that only they had; the events tell that they were
 * there. Those of a closed workspace stay: it is an archive. A part at a time, so that nobody waits long. Says how many.
 */
export async function sweepRemovedItems(db: Database, before: Temporal.Instant): Promise<number> {
  const shape = await readShape(db)
  for (let all = 0; ;) {
    const gone = await db.transaction().execute(async (tx) => {
      const ids = (await tx.selectFrom('item as i').innerJoin('workspace as w', 'w.id', 'i.workspace_id').select('i.id').where('i.removed_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).where('w.state', '=', 'active')
        .orderBy('i.id').limit(batch).forUpdate('i').skipLocked().execute()).map((row) => row.id)
      if (ids.length === 0) return 0
      const files = await filesOfItems(tx, shape, ids)
      await tx.deleteFrom('item').where('id', 'in', ids).execute()
      await deleteUnusedFiles(tx, shape, files)
      return ids.length
    })
    all += gone
    if (gone < batch) return all
  }
}

/** The files that these items have, and those that they had in an earlier version. */
async function filesOfItems(tx: Tx, shape: Shape, ids: readonly string[]): Promise<string[]> {
  const among = sql`any(${[...ids]}::uuid[])`
  const held = referencesTo(shape, 'file').filter(({ table }) => isOfItems(shape, table))
    .map(({ table, column }) => sql`select ${sql.ref(`t.${column}`)} as id from ${sql.table(table)} t where t.id = ${among}`)
  // An event tells a file by its id, in the field that it stood in.
  const told = sql`select f.id from event e join item i on i.id = e.item_id and i.workspace_id = e.workspace_id
    cross join lateral jsonb_each_text(case when jsonb_typeof(e.body -> 'fields') = 'object' then e.body -> 'fields' else '{}' end) field join file f on f.id::text = field.value where e.item_id = ${among}`
  return (await sql<{ id: string }>`select distinct id from (${sql.join([...held, told], sql` union all `)}) f where id is not null`.execute(tx)).rows.map((row) => row.id)
}

/** Those of them that nothing points at any more; their contents go with the next sweep of files. */
async function deleteUnusedFiles(tx: Tx, shape: Shape, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const used = referencesTo(shape, 'file').map(({ table, column }) => sql`exists (select from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = f.id)`)
  await sql`delete from file f where f.id = any(${[...ids]}::uuid[]) and not (${sql.join([sql`false`, ...used], sql` or `)})`.execute(tx)
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
