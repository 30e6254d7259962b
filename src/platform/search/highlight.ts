import { fold } from './fold.ts'
import { isPart, type SearchQuery } from './query.ts'

/** A stretch of text, and whether it is what was searched for. */
export type Stretch = { text: string; hit: boolean }

/** The text cut where words of it hold a root of the search. Pure; the view escapes it. */
export function highlight(text: string, query: SearchQuery): Stretch[] {
  const roots = query.words.flatMap((word) => word.roots)
  const stretches: Stretch[] = []
  let from = 0
  const add = (until: number, hit: boolean) => {
    if (until > from) stretches.push({ text: text.slice(from, until), hit })
    from = until
  }
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[.,/]\p{N}+)*/gu)) {
    const folded = fold(match[0])
    if (!roots.some((root) => (isPart(root) ? folded.includes(root) : folded.startsWith(root)))) continue
    add(match.index, false)
    add(match.index + match[0].length, true)
  }
  add(text.length, false)
  return stretches
}

/** How far into a text an excerpt is looked for: a page has twenty, and none may hold up the others. */
const farthest = 3_000

/** About `length` characters of the text around the first hit, whole words only; nothing when the beginning of the text has no hit. */
export function excerpt(text: string, query: SearchQuery, length = 180): Stretch[] {
  const plain = text.slice(0, farthest).replace(/\s+/g, ' ').trim()
  const first = highlight(plain, query)
  const lead = first.findIndex((stretch) => stretch.hit)
  if (lead < 0) return []
  const at = first.slice(0, lead).reduce((sum, { text: { length: n } }) => sum + n, 0)
  const start = at < 60 ? 0 : plain.indexOf(' ', at - 60) + 1
  const cut = plain.length <= start + length ? plain.length : Math.max(plain.lastIndexOf(' ', start + length), at)
  const stretches = highlight(plain.slice(start, cut), query)
  return [...(start > 0 ? [{ text: '… ', hit: false }] : []), ...stretches, ...(cut < plain.length || text.length > farthest ? [{ text: ' …', hit: false }] : [])]
}
