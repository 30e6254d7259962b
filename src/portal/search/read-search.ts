import type { Request } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { readQuery, respell, type SearchQuery } from '../../platform/search/index.ts'
import { parseDate } from '../../platform/text/format.ts'
import { languages } from '../../platform/text/texts.ts'
import { endOfOsloDay, startOfOsloDay } from '../../platform/time/oslo.ts'
import { guideHits } from './guide-hits.ts'
import { type Hits, isTooSlow, type Narrowed, near, search } from './search.store.ts'

export const pageSize = 20
const lastPage = 25

export type Found = Hits & {
  query: SearchQuery
  /** What was typed, where hits on something near it are shown instead. */
  instead: string | null
  slow: boolean
  guide: ReturnType<typeof guideHits>
}

/** The choices that stand in the address. What cannot be read narrows nothing; the form shows it as it was typed. */
export function narrowedBy(address: URLSearchParams): Narrowed {
  const text = (name: string) => address.get(name)?.slice(0, 200).toWellFormed().replace(/\p{Cc}/gu, '').trim() || undefined
  const day = (name: string) => {
    const read = parseDate(text(name) ?? '')
    return read.ok ? read.value : undefined
  }
  const [kind, workspace, organisation, from, until] = [text('slag'), text('rom'), text('organisasjon'), day('fra'), day('til')]
  return {
    ...(kind && { kind }), ...(workspace && { workspace }), ...(organisation && { organisation: readQuery(organisation) }),
    ...(from && { from: startOfOsloDay(from).toString() }), ...(until && { until: endOfOsloDay(until).toString() }),
  }
}

/** Searches for what the address says; when nothing is found, for what is spelt nearly so. At most four statements and their transactions. */
export async function readSearch(request: Request, catalogue: Catalogue, page: number): Promise<Found> {
  const { db, viewer, now } = request
  const query = readQuery(request.query.get('q') ?? '')
  const narrowed = narrowedBy(request.query)
  const at = { size: pageSize, at: Math.min(page, lastPage), now: now.toString() }
  const helps = (q: SearchQuery) => (page === 1 && Object.keys(narrowed).length === 0 ? guideHits(q) : [])
  const nothing: Hits = { hits: [], total: 0, many: false }
  try {
    const found = await search(db, viewer, query, narrowed, at)
    const guide = helps(query)
    if (found.total > 0 || guide.length > 0 || query.words.length === 0 || page > 1) return { ...found, query, instead: null, slow: false, guide }
    const spelt = respell(query, [...(await near(db, viewer, query)), ...kindNames(catalogue)])
    const other = spelt === null ? null : readQuery(spelt)
    const again = other ? await search(db, viewer, other, narrowed, at) : nothing
    if (other && again.total > 0) return { ...again, query: other, instead: query.text, slow: false, guide: helps(other) }
    return { ...nothing, query, instead: null, slow: false, guide: [] }
  } catch (error) {
    if (!isTooSlow(error)) throw error
    return { ...nothing, query, instead: null, slow: true, guide: helps(query) }
  }
}

/** Names of the things themselves, which anybody may know. */
const kindNames = (catalogue: Catalogue): string[] => [...catalogue.kinds.values()].flatMap((kind) => languages.flatMap((lang) => [kind.words[lang].one, kind.words[lang].many]))
