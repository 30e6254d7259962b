import { fold } from './fold.ts'
import type { SearchQuery } from './query.ts'

/** How many letters may be wrong in a word of this length. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3)

/** Letters to add, take away, change or swap with their neighbour to make one word of the other; above `most` it is only known to be more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}

/** So many words are looked through at most: each is held against every word of the search. */
const mostKnown = 1_000

/**
 * The search with misspelt words replaced by the nearest that stand in these texts, which are texts that the viewer may see; null when
 * every word is already there or has nothing near. A word may also be near the beginning of a longer one: «innsatsomrade» of «innsatsområdene».
 */
export function respell(query: SearchQuery, texts: readonly string[]): string | null {
  const words = new Set(texts.flatMap((text) => (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.toLocaleLowerCase('nb'))))
  const known = new Map([...words].slice(0, mostKnown).map((word) => [word, fold(word)]))
  let changed = false
  const respelt = query.words.map(({ typed, roots }) => {
    const given = fold(typed)
    const most = allowed(given.length)
    if (most === 0 || [...known.values()].some((word) => roots.some((root) => word.includes(root)))) return typed
    const near = [...known].map(([word, folded]) => {
      const far = Math.min(distance(given, folded, most), distance(given, folded.slice(0, given.length), most) + 0.5)
      return { word, far }
    }).filter(({ far }) => far <= most + 0.5).sort((a, b) => a.far - b.far || a.word.length - b.word.length)
    if (near[0]) changed = true
    return near[0]?.word ?? typed
  })
  return changed ? respelt.join(' ') : null
}
