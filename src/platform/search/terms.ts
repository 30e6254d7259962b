import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../db/database.ts'
import { isPart, type SearchQuery, type Word } from './query.ts'

/** As many words of texts are looked for as hold what was typed inside them, the shortest first; fewer for each of several words, whose parts are looked for together. */
const mostParts = 64

/** What to look for in the words of a text: each word of the search by its beginning, and the compounds that hold it further in. */
export type Terms = { words: readonly { beginning: string; inside: readonly string[] }[]; /** There are more compounds than are looked for. */ cut: boolean }

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`

/** Two letters begin too many words to look for them all. */
const beginning = (root: string): string => `${quoted(root)}${root.length > 2 ? ':*' : ''}`

/** Looks the words up in the list of all words. Nothing of that list may be shown: it holds words of texts that the viewer may not see. */
export async function readTerms(tx: Reader, query: SearchQuery): Promise<Terms> {
  if (query.words.length === 0) return { words: [], cut: false }
  const most = Math.max(4, Math.floor(mostParts / query.words.length ** 2))
  const inside = (word: Word) => {
    const parts = word.roots.filter(isPart)
    if (parts.length === 0) return sql`array[]::text[]`
    const any = sql.join(parts.map((root) => sql`(word like ${`%${root}%`} and not starts_with(word, ${root}))`), sql` or `)
    return sql`array(select word from (select distinct word from search_word where ${any}) w order by length(word), word limit ${most + 1})`
  }
  const { rows } = await sql<Record<string, string[]>>`select ${sql.join(query.words.map((word, i) => sql`${inside(word)} as ${sql.ref(`w${i}`)}`))}`.execute(tx)
  const found = query.words.map((_, i) => rows[0]?.[`w${i}`] ?? [])
  return {
    words: query.words.map((word, i) => ({ beginning: word.roots.map(beginning).join(' | '), inside: (found[i] ?? []).slice(0, most).map(quoted) })),
    cut: found.some((words) => words.length > most),
  }
}

const every = (parts: readonly string[]): string => parts.map((part) => `(${part})`).join(' & ')

/** Texts where every word begins a word. `column` holds folded words. */
export const beginningsMatch = (terms: Terms, column: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`${column} @@ ${every(terms.words.map((word) => word.beginning))}::tsquery`

const anyOf = ({ beginning, inside }: Terms['words'][number]): string => [beginning, ...inside].join(' | ')

/**
 * Searches for compounds: of one word one for each, so that each has its own bound; of several words all in one, because each would read the
 * other words' long lists again.
 */
export const insideQueries = ({ words }: Terms): string[] => {
  const [only] = words
  if (words.length === 1) return [...(only?.inside ?? [])]
  return words.some((word) => word.inside.length > 0) ? [every(words.map(anyOf))] : []
}

/** The word stands in the text, at the beginning of a word or within one. */
export const wordStands = (terms: Terms, at: number, column: RawBuilder<unknown>): RawBuilder<SqlBool> => {
  const word = terms.words[at]
  return word ? sql<SqlBool>`${column} @@ ${anyOf(word)}::tsquery` : sql<SqlBool>`false`
}
