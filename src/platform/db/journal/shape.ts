import { sql } from 'kysely'
import type { Reader } from '../database.ts'

/** Columns that no two rows share. `where` is the condition of a partial index, as PostgreSQL writes it; `plain` is false when it is on an expression; `nullsAlike` when two that are missing are the same. */
export type UniqueKey = { columns: string[]; where: string | null; plain: boolean; nullsAlike: boolean }
export type ForeignKey = { columns: string[]; table: string; referenced: string[] }
export type TableShape = { name: string; columns: string[]; primary: string[]; unique: UniqueKey[]; foreign: ForeignKey[] }
export type Shape = ReadonlyMap<string, TableShape>

/** How our tables hang together, as PostgreSQL knows it: read, never written down, so that a new table cannot be forgotten. Columns that it computes are left out. */
export async function readShape(db: Reader): Promise<Shape> {
  const { rows } = await sql<TableShape>`
    select t.relname as name,
      (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(a.attname order by k.place), '[]') from pg_index i cross join unnest(i.indkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number where i.indrelid = t.oid and i.indisprimary) as primary,
      (select coalesce(json_agg(json_build_object(
          'columns', (select coalesce(json_agg(a.attname order by k.place), '[]') from unnest(i.indkey) with ordinality k (number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number),
          'where', pg_get_expr(i.indpred, i.indrelid), 'plain', i.indexprs is null, 'nullsAlike', i.indnullsnotdistinct)), '[]')
        from pg_index i where i.indrelid = t.oid and i.indisunique) as unique,
      (select coalesce(json_agg(json_build_object('table', r.relname,
          'columns', (select json_agg(a.attname order by k.place) from unnest(c.conkey) with ordinality k (number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number),
          'referenced', (select json_agg(a.attname order by k.place) from unnest(c.confkey) with ordinality k (number, place) join pg_attribute a on a.attrelid = r.oid and a.attnum = k.number))
          order by c.conname), '[]')
        from pg_constraint c join pg_class r on r.oid = c.confrelid where c.conrelid = t.oid and c.contype = 'f') as foreign
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') order by t.relname`.execute(db)
  return new Map(rows.map((row) => [row.name, row]))
}

/** The rows that a unique key holds apart: a partial one holds only those of its condition, which is PostgreSQL's own text. */
export const rowsOf = (table: TableShape, key: UniqueKey) => (key.where === null ? sql.table(table.name) : sql`(select * from ${sql.table(table.name)} where ${sql.raw(key.where)})`)

export type Reference = { table: string; column: string }

/** Every column that points at a table's id. */
export const referencesTo = (shape: Shape, table: string): Reference[] =>
  [...shape.values()].flatMap((one) => one.foreign.filter((f) => f.table === table && f.columns.length === 1).map((f) => ({ table: one.name, column: f.columns[0] ?? '' })))

/** Whether a table holds what items of one kind say: its rows have the items' own ids. */
export const isOfItems = (shape: Shape, table: string): boolean => shape.get(table)?.foreign.some((key) => key.table === 'item' && key.columns.includes('id')) ?? false

/** What this way of moving cannot take along: keys of several columns that point at a key with a moved column in it, tables without a primary key, unique expressions. */
export function immovable(shape: Shape, target: string): string[] {
  const seen = new Set<string>()
  const found: string[] = []
  const visit = (table: string) => {
    for (const { table: name, column } of referencesTo(shape, table)) {
      if (seen.has(`${name}.${column}`)) continue
      seen.add(`${name}.${column}`)
      const one = shape.get(name)
      if (!one) continue
      if (one.primary.length === 0) found.push(`${name} has no primary key`)
      for (const key of one.unique) if (!key.plain && key.columns.includes(column)) found.push(`${name}.${column} is in a unique expression`)
      const pointing = [...shape.values()].flatMap((other) => other.foreign.filter((f) => f.table === name).map((f) => ({ other: other.name, ...f })))
      for (const f of pointing) if (f.referenced.includes(column)) found.push(`${f.other}(${f.columns.join(', ')}) points at ${name}.${column}`)
      // Where two rows become one, those that point at the one that goes are moved too.
      if (one.unique.some((key) => key.columns.includes(column) && key.columns.length > 1)) {
        for (const f of pointing) if (f.columns.length > 1) found.push(`${f.other}(${f.columns.join(', ')}) points at ${name}, whose rows may become one`)
        visit(name)
      }
    }
  }
  visit(target)
  return [...new Set(found)].sort()
}
