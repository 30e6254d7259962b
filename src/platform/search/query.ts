import { fold } from './fold.ts'
import { rootOf } from './root.ts'
import { formsOf } from './same-words.ts'

/** One word of a search, with everything that counts as the same. */
export type Word = {
  typed: string
  /** The word as it is written in either written form, its own first. */
  forms: readonly string[]
  /** Their roots, folded as the index is: what a compound may hold. */
  roots: readonly string[]
  /** Roots that are too short to be looked for inside words, not folded: they begin the word. */
  beginnings: readonly string[]
}

export type SearchQuery = {
  /** What was typed, bounded and without what no text has; for the search box. */
  text: string
  words: readonly Word[]
}

/** Whether a folded root may stand inside a word; a shorter one must begin it, or «nav» would be found in «fornavn». */
export const isPart = (root: string): boolean => root.length >= 4

const mostLetters = 200
const mostWords = 8
const mostInWord = 40

/** Words that stand in every text, and say nothing when other words do. */
const smallWords = new Set(
  'alle at av bli blir da de den der det dette dei du eg ein eit ei en er et etter for fra frå gjennom ha han har hos hva hvem hvor i ikke ikkje ja jeg kan kva kven kor korleis med men mot må når og om oss på så som til under ut var ved vi vil vår over å the of and in to a an is are for on with'.split(' '),
)

/**
 * Reads what somebody typed in a search box. Whatever it is, what comes out is at most eight words of letters and digits:
 * operators, wildcards, control characters and lone surrogates are nothing here.
 */
export function readQuery(typed: string): SearchQuery {
  const text = [...typed.slice(0, mostLetters * 4).toWellFormed().replace(/\p{Cc}|\ufffd/gu, ' ')].slice(0, mostLetters).join('').replace(/\s+/g, ' ').trim()
  const plain = text.normalize('NFC').toLocaleLowerCase('nb')
  // An organisation number is one word, however it is spaced.
  const number = /^\d[\d ]*\d$/.test(plain) && plain.replaceAll(' ', '').length === 9 ? [plain.replaceAll(' ', '')] : null
  const found = number ?? plain.match(/[\p{L}\p{N}\p{M}]+(?:[.,/]\p{N}+)*/gu) ?? []
  const unique = [...new Set(found.map((word) => [...word].slice(0, mostInWord).join('')))]
  const telling = unique.filter((word) => !smallWords.has(word))
  return { text, words: (telling.length > 0 ? telling : unique).slice(0, mostWords).map(wordOf) }
}

function wordOf(typed: string): Word {
  // Where there is no å on the keyboard it is written aa; a name may have either.
  const letters = typed.replaceAll('aa', 'å').replaceAll('oe', 'ø').replaceAll('ae', 'æ')
  const forms = [...new Set([...formsOf(typed), ...(letters === typed ? [] : formsOf(letters))])]
  const roots = [...new Set(forms.map(rootOf))]
  return { typed, forms, roots: [...new Set(roots.map(fold))], beginnings: roots.filter((root) => !isPart(fold(root))) }
}
