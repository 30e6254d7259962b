import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { fold } from './fold.ts'
import type { SearchQuery, Word } from './query.ts'

const all = (conditions: readonly Expression<SqlBool>[]): RawBuilder<SqlBool> =>
  conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
const any = (conditions: readonly Expression<SqlBool>[]): RawBuilder<SqlBool> => sql<SqlBool>`(${sql.join(conditions, sql` or `)})`

/** Letters and digits only, so that quotes keep what they hold. */
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ')

/** The words as the stemmers of both written forms and English know them. */
const stems = (word: Word): RawBuilder<unknown> => {
  const text = quoted(word.forms)
  return sql`(to_tsquery('norwegian', ${text}) || to_tsquery('english', ${text}))`
}
/** The same, in titles only. */
const titleStems = (word: Word): RawBuilder<unknown> => sql`(to_tsquery('norwegian', ${word.forms.map((form) => `'${form}':A`).join(' | ')}) || to_tsquery('english', ${word.forms.map((form) => `'${form}':A`).join(' | ')}))`
/** The column has a text with the root of the word in it. Roots are letters and digits, so that no wildcard gets in. */
export const holds = (column: Expression<unknown>, word: Word): RawBuilder<SqlBool> => any(word.roots.map((root) => sql<SqlBool>`${column} like ${`%${root}%`}`))

/** Every word stands somewhere in the text that `column` holds folded: a short list of names, without a stemmer. */
export const nameMatches = (query: SearchQuery, column: Expression<unknown>): RawBuilder<SqlBool> => all(query.words.map((word) => holds(column, word)))

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`)

/**
 * How well an item answers, for the few that were found: the very code, number or title first, then whole words before parts of words,
 * titles before texts, the newest a little before the old. `now` is an instant as text, `stemmed` what the stemmers made of the item.
 */
export function itemScore(query: SearchQuery, now: string, stemmed: RawBuilder<unknown>, alias = 'item'): RawBuilder<number> {
  const whole = fold(query.text)
  const number = /^#?\d{1,9}$/.test(query.text) ? Number(query.text.replace('#', '')) : -1
  const words = query.words.map((word) => sql`
    case when ${stemmed} @@ ${titleStems(word)} then 2
      when ${holds(column(alias, 'search_title'), word)} then 1
      when ${stemmed} @@ ${stems(word)} then 0.5 else 0 end`)
  const anyWord = sql.join(query.words.map(stems), sql` || `)
  return sql<number>`(
    case when lower(${column(alias, 'code')}) = ${query.text.toLowerCase()} then 12 when ${column(alias, 'number')} = ${number} then 6 else 0 end
    + case when ${column(alias, 'search_title')} = ${whole} then 8 when starts_with(${column(alias, 'search_title')}, ${whole}) then 3 else 0 end
    + (${sql.join(words, sql` + `)})::real / ${query.words.length}
    + ts_rank('{0.1, 0.2, 0.4, 1.0}', ${stemmed}, ${anyWord}, 1)
    + 0.4 * exp(-greatest(0, extract(epoch from ${now}::timestamptz - ${column(alias, 'changed_at')})) / 31536000.0))::real`
}

/** How well a name answers: the very name, then names that begin so, then the rest. */
export const nameScore = (query: SearchQuery, folded: Expression<unknown>): RawBuilder<number> => sql<number>`
  (case when ${folded} = ${fold(query.text)} then 12 when starts_with(${folded}, ${fold(query.text)}) then 5 else 2 end)::real`
