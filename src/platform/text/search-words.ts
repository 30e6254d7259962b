/** The words of a search as they are looked for: letters and digits, in lower case, at most eight. */
export const searchWords = (text: string): string[] => [...new Set(text.toLocaleLowerCase('nb').match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, 8)

/** The words as a query for `to_tsquery`, each as the beginning of a word, any of them; empty when there are none. */
export const prefixQuery = (words: readonly string[]): string => words.map((word) => `${word}:*`).join(' | ')
