import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import { readShape, referencesTo, type Shape } from '../../../platform/db/journal/index.ts'
import type { MergeKind } from './merge.ts'

/** How many rows of a column point at somebody, in one workspace or (null) in none in particular. */
export type Use = { id: string; table: string; column: string; workspaceId: string | null; n: number }

/** These belong to no workspace. */
const nowhere: ReadonlySet<string> = new Set(['organisation', 'person'])
/** What is not something that one has, but follows from it. */
const derived: ReadonlySet<string> = new Set(['loose_thread', 'session', 'draft'])

/**
 * The workspace that a row stands in: what it says itself, or else what those rows say that it belongs to, by foreign key: an offer on behalf
 * names the workspace, an answer belongs to a round that does.
 */
function workspaceOf(shape: Shape, table: string): { value: RawBuilder<unknown>; join: RawBuilder<unknown> } {
  if (table === 'workspace') return { value: sql`t.id`, join: sql`` }
  const values: RawBuilder<unknown>[] = []
  const joins: RawBuilder<unknown>[] = []
  const visit = (name: string, alias: string, way: readonly string[]) => {
    const own = shape.get(name)?.foreign.filter((one) => one.columns.length === 1) ?? []
    const direct = own.filter((one) => one.table === 'workspace')
    for (const one of direct) values.push(sql.ref(`${alias}.${one.columns[0] ?? ''}`))
    if (direct.length > 0 || way.length > 2) return
    for (const { columns: [column = ''], referenced: [other = ''], table: next } of own.filter((one) => !nowhere.has(one.table) && ![name, ...way].includes(one.table))) {
      const as = `${alias}_${column}`
      joins.push(sql` left join ${sql.table(next)} as ${sql.ref(as)} on ${sql.ref(`${as}.${other}`)} = ${sql.ref(`${alias}.${column}`)}`)
      visit(next, as, [...way, name])
    }
  }
  visit(table, 't', [])
  return { value: values.length > 0 ? sql`coalesce(${sql.join([...values, sql`null::uuid`])})` : sql`null::uuid`, join: sql.join(joins, sql``) }
}

/** Everything that points at these, as the database knows it: one statement, whatever tables there are. */
export async function usesOf(db: Reader, kind: MergeKind, ids: readonly string[]): Promise<Use[]> {
  if (ids.length === 0) return []
  const shape = await readShape(db)
  const counts = referencesTo(shape, kind).filter(({ table }) => !derived.has(table) && table !== kind).map(({ table, column }) => {
    const { value, join } = workspaceOf(shape, table)
    const pointer = sql.ref(`t.${column}`)
    return sql`select ${pointer} as id, ${table}::text as table, ${column}::text as column, ${value} as "workspaceId", count(*)::int as n
      from ${sql.table(table)} t${join} where ${pointer} = any(${[...ids]}::uuid[]) group by 1, 4`
  })
  return counts.length === 0 ? [] : (await sql<Use>`${sql.join(counts, sql` union all `)}`.execute(db)).rows
}

/** Whether everything that points at somebody stands in this workspace. */
export const onlyIn = (uses: readonly Use[], id: string, workspaceId: string): boolean => uses.every((use) => use.id !== id || use.workspaceId === workspaceId)
