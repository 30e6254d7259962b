import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database.ts'
import { readShape, type Shape, type TableShape } from './shape.ts'

/**
 * A list of what is done to rows, whatever table they stand in, that can be undone. It knows tables by the database's own account of
 * itself; what a table means is the business of the room that owns it, which says what is to be moved.
 */
export type Journal = { tx: Tx; id: string; shape: Shape; step: number }

export const beginJournal = async (tx: Tx, id: string): Promise<Journal> => ({ tx, id, shape: await readShape(tx), step: 0 })

export const tableOf = (shape: Shape, name: string): TableShape => {
  const table = shape.get(name)
  if (!table) throw new Error(`There is no table ${name}`)
  return table
}

/** The primary key of a row, as it is kept. */
export const keyOf = (table: TableShape, alias: string): RawBuilder<unknown> =>
  sql`jsonb_build_object(${sql.join(table.primary.flatMap((column) => [sql.lit(column), sql.ref(`${alias}.${column}`)]))})`

const sameKey = (table: TableShape, one: string, other: string): RawBuilder<unknown> =>
  sql.join(table.primary.map((column) => sql`${sql.ref(`${one}.${column}`)} = ${sql.ref(`${other}.${column}`)}`), sql` and `)

/**
 * Sets a column of some rows. `changes` selects the primary key of the rows and the value to be, as `value`;
 * rows that have it already are left alone. Returns how many were changed.
 */
export async function setColumn(journal: Journal, name: string, column: string, changes: RawBuilder<unknown>): Promise<number> {
  const table = tableOf(journal.shape, name)
  const { rows } = await sql<{ n: number }>`
    with changes as (${changes}),
    before as (
      select ${sql.join(table.primary.map((one) => sql.ref(`t.${one}`)))}, to_jsonb(${sql.ref(`t.${column}`)}) as "old value", changes.value as "new value"
      from ${sql.table(name)} t join changes on ${sameKey(table, 't', 'changes')} where ${sql.ref(`t.${column}`)} is distinct from changes.value),
    changed as (
      update ${sql.table(name)} t set ${sql.ref(column)} = before."new value" from before where ${sameKey(table, 't', 'before')}
      returning ${keyOf(table, 't')} as key, before."old value" as old, to_jsonb(${sql.ref(`t.${column}`)}) as new),
    kept as (insert into moved (journal, step, table_name, key, column_name, old, new) select ${journal.id}::uuid, ${++journal.step}, ${name}, key, ${column}, old, new from changed returning 1)
    select count(*)::int as n from kept`.execute(journal.tx)
  return rows[0]?.n ?? 0
}

/** Removes rows and keeps them. `which` is a condition on the alias t. */
export async function removeRows(journal: Journal, name: string, which: RawBuilder<unknown>): Promise<number> {
  const table = tableOf(journal.shape, name)
  const { rows } = await sql<{ n: number }>`
    with gone as (delete from ${sql.table(name)} t where ${which} returning ${keyOf(table, 't')} as key, to_jsonb(t) as old),
    kept as (insert into moved (journal, step, table_name, key, old) select ${journal.id}::uuid, ${++journal.step}, ${name}, key, old from gone returning 1)
    select count(*)::int as n from kept`.execute(journal.tx)
  return rows[0]?.n ?? 0
}

/** Adds rows. `rows` selects them with the table's column names; columns that are not named get their standard value. */
export async function addRows(journal: Journal, name: string, columns: readonly string[], selected: RawBuilder<unknown>): Promise<number> {
  const table = tableOf(journal.shape, name)
  const { rows } = await sql<{ n: number }>`
    with made as (insert into ${sql.table(name)} as t (${sql.join(columns.map((one) => sql.ref(one)))}) ${selected} returning ${keyOf(table, 't')} as key, to_jsonb(t) as new),
    kept as (insert into moved (journal, step, table_name, key, new) select ${journal.id}::uuid, ${++journal.step}, ${name}, key, new from made returning 1)
    select count(*)::int as n from kept`.execute(journal.tx)
  return rows[0]?.n ?? 0
}
