/** A goal or an area while the file is read. */
type Entry = { readonly id: string; number: string | null; title: string; readonly beside: Set<string> }

/** Goals or areas in the order they are met; the same one is known again by its number or its words. */
export function register(prefix: string, placeholder: string) {
  const entries: Entry[] = []
  const byId = new Map<string, Entry>()
  const byTitle = new Map<string, Entry[]>()
  const byNumber = new Map<string, Entry>()
  return {
    entries,
    byNumber: (number: string): string | undefined => byNumber.get(number)?.id,
    /** The id of a goal or area with this number and title; a title that only repeats the number is filled in later. */
    put(number: string | null, title: string): string {
      const known = (byTitle.get(key(title)) ?? []).find(each => number === null || each.number === null || each.number === number)
      const same = number === null ? undefined : byNumber.get(number)
      const found = known ?? (same && (isPlaceholder(same.title) || isPlaceholder(title)) ? same : undefined)
      if (found) {
        if (isPlaceholder(found.title) && !isPlaceholder(title)) found.title = title
        found.number ??= number
        if (found.number !== null && !byNumber.has(found.number)) byNumber.set(found.number, found)
        return found.id
      }
      const entry: Entry = { id: `${prefix}${entries.length + 1}`, number, title: title || `${placeholder} ${number}`, beside: new Set() }
      entries.push(entry)
      byId.set(entry.id, entry)
      byTitle.set(key(title), [...(byTitle.get(key(title)) ?? []), entry])
      if (number !== null && !byNumber.has(number)) byNumber.set(number, entry)
      return entry.id
    },
    /** Notes that an area stands with a goal. */
    tie: (id: string, other: string): void => void byId.get(id)?.beside.add(other),
  }
}


const key = (title: string): string => title.toLowerCase().replace(/[\s.:;]+/g, ' ').trim()
/** «Mål 2», «2.1», «A» or nothing: a number or letter in place of words. */
const isPlaceholder = (title: string): boolean => /^(mål|delmål|hovedmål|hovudmål|innsatsområde|satsingsområde|goal|objective|priority area)?\s*(\d+(\.\d+)*|[a-zæøå])?\.?$/i.test(title.trim())
