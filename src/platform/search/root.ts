/** Endings in bokmål and nynorsk, the longest first. More is taken away than PostgreSQL's stemmer does, and the same in both forms. */
const endings = [/(?:arane|erane|elsane|elsene)$/, /(?:arar|erar|erne|ande|ende)$/, /(?:ane|ene|ere|ast|est)$/, /(?:ar|er|en|et|as|es)$/, /(?<=r)n[ea]$/, /[aes]$/]
const endingsOfShort = [/(?:ane|ene)$/, /(?:ar|er|en|et)$/, /[ae]$/]

/** What is left of a word without its ending: four letters or more, or three where the ending is plain. `barnehage` → `barnehag`, `vegane` → `veg`. */
export function rootOf(word: string): string {
  if (/\d/.test(word)) return word
  const without = (list: readonly RegExp[], shortest: number) => list.map((ending) => word.replace(ending, '')).find((left) => left !== word && left.length >= shortest)
  return without(endings, 4) ?? without(endingsOfShort, 3) ?? word
}
