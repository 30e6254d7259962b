import { createHash } from 'node:crypto'
import pg from 'pg'
import { sql } from 'kysely'

const mark = '/* prepared */'

/**
 * Marks a statement that is asked again and again in the same words: the database plans it once on each connection. First in the statement, or
 * `modifyFront` of a query. Not for statements whose best plan depends on what is asked for, such as searches, nor for `select *`.
 */
export const prepared = sql.raw(mark)

const names = new Map<string, string>()
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url')
  if (names.size >= 1_000) names.clear()
  names.set(text, name)
  return name
}

/** Each takes room in the connection's process. */
const mostOnConnection = 100

/** Lets a connection keep the plans of marked statements. */
export function keepPlans(client: pg.ClientBase): void {
  const kept = new Set<string>()
  const ask = (...args: unknown[]) => Reflect.apply(pg.Client.prototype.query as (...all: unknown[]) => unknown, client, args)
  client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || !text.slice(0, 60).includes(mark)) return ask(text, values, ...rest)
    const name = nameOf(text)
    if (!kept.has(name) && kept.size >= mostOnConnection) return ask(text, values, ...rest)
    kept.add(name)
    return ask({ name, text, values }, ...rest)
  }) as typeof client.query
}
