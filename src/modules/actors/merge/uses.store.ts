import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import { readShape, referencesTo, type Shape } from '../../../platform/db/journal/index.ts'
import type { MergeKind } from './merge.ts'

/** How many rows of a column point at somebody, in one workspace or (null) in none in particular. */
export type Use = { id: string; table: string; column: string; workspaceId: string | null; n: number }

/** What is not something that one has, but follows from it. */
const derived: ReadonlySet<string> = new Set(['loose_thread', 'session', 'draft'])

/** The workspace that a row stands in, when its table says so. */
function workspaceOf(shape: Shape, table: string): { value: RawBuilder<unknown>; join: RawBuilder<unknown> } {
  const one = shape.get(table)
  if (table === 'workspace') return { value: sql`t.id`, join: sql`` }
  if (one?.columns.includes('workspace_id')) return { value: sql`t.workspace_id`, join: sql`` }
  const toItem = one?.foreign.find((f) => f.table === 'item' && f.referenced[0] === 'id')
  if (toItem) return { value: sql`item.workspace_id`, join: sql` left join item on item.id = ${sql.ref(`t.${toItem.columns[0] ?? ''}`)}` }
  return { value: sql`null::uuid`, join: sql`` }
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
