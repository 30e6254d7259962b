/** The query of the current address: what the server got, as name and value pairs. */
export type Query = URLSearchParams

/**
 * The same address with some parameters changed; null or '' takes one away. Everything else is kept,
 * so that a filter survives sorting and the address can be shared.
 */
export function withQuery(path: string, query: Query, change: Readonly<Record<string, string | null>>): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text ? `${path}?${text}` : path
}

export const sortParameter = 'sorter'
export const pageParameter = 'side'

export type Sort = { key: string; direction: 'up' | 'down' }

/** Reads `sorter=frist` or `sorter=-frist`; only keys that may be sorted by, otherwise undefined. */
export function readSort(query: Query, allowed: readonly string[]): Sort | undefined {
  const value = query.get(sortParameter) ?? ''
  const key = value.replace(/^-/, '')
  return allowed.includes(key) ? { key, direction: value.startsWith('-') ? 'down' : 'up' } : undefined
}

/** The page number from `side`, from 1; 1 when it is not a number. */
export function readPage(query: Query): number {
  const value = query.get(pageParameter) ?? ''
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1
}
