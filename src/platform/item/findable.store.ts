import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Kind } from './kind.ts'

/** The edition of the rules by which items are made findable: when it rises, `indexOutdated` does them all again. */
export const searchEdition = 1

/** The fields of a kind that one finds its items by. */
export const textsOf = (kind: Kind): string[] => Object.entries(kind.fields).flatMap(([name, f]) => (f.type === 'text' || f.type === 'longText' ? [name] : []))

export const languageOf = (item: string) => sql`case ${sql.ref(`${item}.language`)} when 'en' then 'english'::regconfig else 'norwegian'::regconfig end`

/** `search_title`, `search_text` and `search` of `own`: title first, then the kind's own texts, with the stemmer of the item's language; and folded, for parts of words. */
export const searched = sql`search_fold(own.title), search_fold(concat_ws(' ', own.title, own.body)), setweight(to_tsvector(own.language, own.title), 'A') || to_tsvector(own.language, own.body)`

/** Makes the items findable again when they have been changed. */
export async function indexItems(tx: Tx, kind: Kind, ids: readonly string[]): Promise<void> {
  const texts = textsOf(kind)
  const body = texts.length === 0 ? sql`''` : sql`concat_ws(' ', ${sql.join(texts.map((name) => sql.ref(`k.${name}`)))})`
  await sql`
    update item set search_edition = ${searchEdition}, search_body = own.body, (search_title, search_text, search) = row(${searched})
    from (
      select item.id, concat_ws(' ', item.code, item.title) as title, ${body} as body, ${languageOf('item')} as language
      from item join ${sql.table(kind.table)} k on k.id = item.id
      where item.id = any(${ids}::uuid[])
    ) own
    where own.id = item.id`.execute(tx)
  await keepWords(tx, ids)
}

/** Sorted, and only what is new: the list of words is small, and most words are there. */
export async function keepWords(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    insert into search_word
    select w.word from (select distinct unnest(tsvector_to_array(search_words)) as word from item where id = any(${ids}::uuid[])) w
    where not exists (select from search_word s where s.word = w.word)`.execute(tx)
}

/** Makes findable what was indexed by older rules: at most `limit` items of each kind in this transaction. Says how many there were. */
export async function indexOutdated(tx: Tx, kinds: readonly Kind[], limit: number): Promise<number> {
  let done = 0
  for (const kind of kinds) {
    const rows = await tx.selectFrom('item').select('id').where('search_edition', '<', searchEdition).where('kind', '=', kind.name).limit(limit).forUpdate().skipLocked().execute()
    if (rows.length > 0) await indexItems(tx, kind, rows.map((row) => row.id))
    done += rows.length
  }
  return done
}
