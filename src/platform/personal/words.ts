/** Any of these words, letter by letter, as a pattern of PostgreSQL; of no words it is one that matches nothing. */
export function wordsPattern(words: readonly string[]): string {
  const escaped = words.filter((word) => word.length > 3).map((word) => word.replace(/[^\p{L}\p{N}]/gu, (c) => `\\${c}`))
  return escaped.length > 0 ? escaped.join('|') : '(?!.).'
}

/** Names that point at somebody. «Leder» stands in many texts that are about nobody; «Kari Nordmann» and an address do not. */
export const tellingNames = (names: readonly string[]): string[] => names.filter((name) => /\S\s+\S|@/.test(name.trim()))
