import { fold, isPart, type SearchQuery } from '../../platform/search/index.ts'
import { guide, type GuidePage } from '../help/guide.ts'

/** The guide is a few pages in memory: folded once, looked through as it is. */
const folded = guide.map((page) => ({ page, title: fold(page.title), words: fold(`${page.title} ${page.body}`).match(/[\p{L}\p{N}]+/gu) ?? [] }))

/** Pages of the guide that have every word; those that have them in the title come first. */
export function guideHits(query: SearchQuery): GuidePage[] {
  if (query.words.length === 0) return []
  const holds = (text: string, root: string) => (isPart(root) ? text.includes(root) : text.startsWith(root))
  return folded
    .filter(({ words }) => query.words.every(({ roots }) => roots.some((root) => words.some((word) => holds(word, root)))))
    .map(({ page, title }) => ({ page, rank: query.words.filter(({ roots }) => roots.some((root) => title.includes(root))).length }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ page }) => page)
}
