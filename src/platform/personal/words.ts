/** Before a word: no letter or digit, unless it is a sign that JSON or an address has written with letters (`\n`, `%22`). */
const escapedBefore = String.raw`(?<=\\[bfnrt]|%[0-9a-f]{2})`
const beforeName = String.raw`(?:(?<![[:alnum:]])|${escapedBefore})`
/** «nordmann@…» does not stand in «kari.nordmann@…», which is somebody else's. */
const beforeAddress = String.raw`(?:(?<![[:alnum:]._%+-])|${escapedBefore})`
const after = '(?![[:alnum:]])'

/**
 * Any of these words, letter by letter and as whole words, as a pattern of PostgreSQL; of no words it is one that matches nothing. A name is found
 * in the genitive too.
 */
export function wordsPattern(words: readonly string[]): string {
  const escaped = words.filter((word) => word.length > 3).map((word) => {
    const letters = word.replace(/[^\p{L}\p{N}]/gu, (c) => `\\${c}`)
    return /@|%40/.test(word) ? `${beforeAddress}${letters}${after}` : `${beforeName}${letters}s?${after}`
  })
  return escaped.length > 0 ? escaped.join('|') : '(?!.).'
}

/** Names that point at somebody. «Leder» stands in many texts that are about nobody; «Kari Nordmann» and an address do not. */
export const tellingNames = (names: readonly string[]): string[] => names.filter((name) => /\S\s+\S|@/.test(name.trim()))
