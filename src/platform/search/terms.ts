import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isPart, type SearchQuery } from './query.ts'

/** As many words of texts are looked for as hold what was typed inside them, the shortest first; fewer for each of several words, whose parts are looked for together. */
const mostParts = 64

/** What to look for in the words of a text: each word of the search by its beginning, and the compounds that hold it further in. */
export type Terms = { words: readonly { beginning: string; inside: readonly string[] }[]; /** There are more compounds than are looked for. */ cut: boolean }

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`

/** Two letters begin too many words to look for them all. */
const beginning = (root: string): string => `${quoted(root)}${root.length > 2 ? ':*' : ''}`

const mostOf = (query: SearchQuery): number => Math.max(4, Math.floor(mostParts / query.words.length ** 2))

/**
 * For each word of the search an array of the words in the list of all words that hold it further in, as `w0`, `w1` … of a selection. Nothing of
 * that list may be shown: it holds words of texts that the viewer may not see.
 */
export const holdingWords = (query: SearchQuery): RawBuilder<unknown>[] => query.words.map((word, at) => {
  const parts = word.roots.filter(isPart)
  const any = sql.join(parts.map((root) => sql`(word like ${`%${root}%`} and not starts_with(word, ${root}))`), sql` or `)
  const words = parts.length === 0 ? sql`array[]::text[]` : sql`array(select word from (select distinct word from search_word where ${any}) w order by length(word), word limit ${mostOf(query) + 1})`
  return sql`${words} as ${sql.ref(`w${at}`)}`
})

/** What to look for, from what `holdingWords` gave. */
export function readTerms(query: SearchQuery, holding: Readonly<Record<string, readonly string[]>>): Terms {
  const most = mostOf(query)
  const found = query.words.map((_, at) => holding[`w${at}`] ?? [])
  return {
    words: query.words.map((word, at) => ({ beginning: word.roots.map(beginning).join(' | '), inside: (found[at] ?? []).slice(0, most).map(quoted) })),
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
