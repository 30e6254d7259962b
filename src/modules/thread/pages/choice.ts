import type { Change, GroupBy, Picture } from '../drawing/index.ts'
import { restGroup } from '../drawing/index.ts'

/** What the drawn thread shows, as it stands in the address: items by their number, so that an address reads and can be shared. */
export type Choice = Pick<Picture, 'focus' | 'onlyLoose' | 'groupBy' | 'open' | 'query'>

const groups: Readonly<Record<string, GroupBy>> = { mal: 'goal', omrade: 'priorityArea', ingen: 'none' }
const wordOf = (group: GroupBy) => Object.keys(groups).find((word) => groups[word] === group) ?? ''
const rest = 'uten'

type Numbered = { id: string; number: number }

/** Reads the address; what it does not understand, it leaves out. */
export function choiceIn(query: URLSearchParams, items: readonly Numbered[]): Choice {
  const byNumber = new Map(items.map((item) => [String(item.number), item.id]))
  const focus = byNumber.get(query.get('folg') ?? '')
  const groupBy = groups[query.get('grupper') ?? '']
  const open = (query.get('apne') ?? '').split(',').flatMap((word) => (word === rest ? [restGroup] : (byNumber.get(word) ?? [])))
  const words = query.get('ord')?.trim().slice(0, 200)
  return {
    ...(focus && { focus }),
    ...(query.get('bare') === 'lose' && { onlyLoose: true }),
    ...(groupBy && { groupBy }),
    ...(open.length > 0 && { open }),
    ...(words && { query: words }),
  }
}

/** The address that a link in the picture leads to: what it changes, and the rest as it is. */
export function hrefWith(path: string, query: URLSearchParams, items: readonly Numbered[], change: Change): string {
  const byId = new Map(items.map((item) => [item.id, String(item.number)]))
  const next = new URLSearchParams(query)
  const set = (name: string, value: string | null | undefined) => (value ? next.set(name, value) : next.delete(name))
  if (change.focus !== undefined) set('folg', change.focus && byId.get(change.focus))
  if (change.onlyLoose !== undefined) set('bare', change.onlyLoose ? 'lose' : null)
  if (change.groupBy !== undefined) set('grupper', change.groupBy && wordOf(change.groupBy))
  if (change.open !== undefined) set('apne', change.open.map((id) => (id === restGroup ? rest : (byId.get(id) ?? ''))).filter(Boolean).join(','))
  if (change.query !== undefined) set('ord', change.query)
  // A thread that one follows crosses the groups, so they are of no use then.
  if (change.focus) for (const name of ['bare', 'apne', 'grupper']) next.delete(name)
  if (change.groupBy !== undefined) next.delete('apne')
  const text = next.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}
