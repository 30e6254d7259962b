import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isPart, type SearchQuery, type Word } from './query.ts'

/** As many compounds are looked for as hold what was typed inside them, the shortest first; fewer for each of several words, whose parts are looked for together. */
const mostParts = 64

/** What to look for, for each word of the search: what words begin with, compounds that hold it further in, and how the stemmers know it. */
export type Terms = {
  words: readonly { roots: readonly string[]; inside: readonly string[]; stems: readonly string[] }[]
  /** There are more compounds than are looked for. */
  cut: boolean
}

const mostOf = (query: SearchQuery): number => Math.max(4, Math.floor(mostParts / query.words.length ** 2))

/** The words in the list of all words that hold this one further in. Nothing of that list may be shown: it holds words of texts that the viewer may not see. */
function holding(word: Word, most: number): RawBuilder<string[]> {
  const parts = word.roots.filter(isPart)
  if (parts.length === 0) return sql`array[]::text[]`
  const any = sql.join(parts.map((root) => sql`(word like ${`%${root}%`} and not starts_with(word, ${root}))`), sql` or `)
  return sql`array(select word from (select distinct word from search_word where ${any}) w order by length(word), word limit ${most + 1})`
}

/** The word as the stemmers of both written forms and English know it. */
const stemmed = ({ forms }: Word): RawBuilder<string[]> => {
  const text = forms.join(' ')
  return sql`tsvector_to_array(to_tsvector('norwegian', ${text}) || to_tsvector('english', ${text}))`
}

/** What the database knows of each word of the search, as `inside0`, `stems0`, `inside1` … of a selection, for `readTerms`. */
export const knownOfWords = (query: SearchQuery): RawBuilder<unknown>[] =>
  query.words.map((word, at) => sql`${holding(word, mostOf(query))} as ${sql.ref(`inside${at}`)}, ${stemmed(word)} as ${sql.ref(`stems${at}`)}`)

/** What to look for, from what `knownOfWords` gave. */
export function readTerms(query: SearchQuery, known: Readonly<Record<string, readonly string[]>>): Terms {
  const most = mostOf(query)
  const words = query.words.map(({ roots }, at) => ({ roots, inside: known[`inside${at}`] ?? [], stems: known[`stems${at}`] ?? [] }))
  return { words: words.map((word) => ({ ...word, inside: word.inside.slice(0, most) })), cut: words.some(({ inside }) => inside.length > most) }
}

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`
/** Two letters begin too many words to look for them all. */
const beginning = (where: string, root: string): string => `${quoted(where + root)}${root.length > 2 ? ':*' : ''}`

const anyOf = (where: string, { roots, inside }: Terms['words'][number]): string[] => [...roots.map((root) => beginning(where, root)), ...inside.map((word) => quoted(where + word))]
const every = (words: readonly (readonly string[])[]): string => words.map((ways) => `(${ways.join(' | ')})`).join(' & ')

/** Every word begins a word. `where` stands before each word of the index that is asked. */
export const beginningsOf = ({ words }: Terms, where: string): string => every(words.map(({ roots }) => roots.map((root) => beginning(where, root))))
/** Every word begins a word or stands within one; null when no compound holds any of them. */
export const partsOf = ({ words }: Terms, where: string): string | null => (words.some(({ inside }) => inside.length > 0) ? every(words.map((word) => anyOf(where, word))) : null)
/** Every word as the stemmers know it, in any of its forms; null when they leave nothing of one. */
export const stemsOf = ({ words }: Terms, where: string): string | null => (words.every(({ stems }) => stems.length > 0) ? every(words.map(({ stems }) => stems.map((stem) => quoted(where + stem)))) : null)

/** The word stands in the text, at the beginning of a word or within one. `column` holds folded words. */
export const wordStands = ({ words }: Terms, at: number, column: RawBuilder<unknown>): RawBuilder<SqlBool> => {
  const word = words[at]
  return word ? sql<SqlBool>`${column} @@ ${anyOf('', word).join(' | ')}::tsquery` : sql<SqlBool>`false`
}
