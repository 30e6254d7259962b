import { sql } from 'kysely'
import type { Reader } from '../database.ts'
import { readShape } from './shape.ts'

/**
 * Items whose contents a journal changed, and the workspaces that it reached into. `own` are the tables keyed by an item's id,
 * `children` those whose rows count under an item's version.
 */
export async function touchedBy(db: Reader, journal: string, { own, children }: { own: readonly string[]; children: readonly string[] }): Promise<{ items: string[]; workspaces: string[] }> {
  const shape = await readShape(db)
  const names = (await sql<{ name: string }>`select distinct table_name as name from moved where journal = ${journal}`.execute(db)).rows.map((row) => row.name)
  const tables = names.flatMap((name) => shape.get(name) ?? [])
  const none = sql`select null::uuid as id where false`
  const ids = (column: 'item_id' | 'workspace_id', within: readonly string[] | null) =>
    tables.filter((table) => table.columns.includes(column) && (!within || within.includes(table.name))).map((table) => sql`
      select coalesce(${sql.ref(`t.${column}`)}, (coalesce(m.old, m.new) ->> ${sql.lit(column)})::uuid) as id
      from moved m cross join lateral jsonb_populate_record(null::${sql.table(table.name)}, m.key) k
      left join ${sql.table(table.name)} t on ${sql.join(table.primary.map((one) => sql`${sql.ref(`t.${one}`)} = ${sql.ref(`k.${one}`)}`), sql` and `)}
      where m.journal = ${journal} and m.table_name = ${table.name} and (m.column_name is null or ${sql.ref(`t.${column}`)} is not null)`)
  // Who may see an item is of its contents; by whom it was written is not.
  const itself = sql`select (key ->> 'id')::uuid from moved where journal = ${journal}
    and (table_name = any(${[...own]}::text[]) or (table_name = 'item' and column_name = 'audience_organisation_id'))`
  const { rows: items } = await sql<{ id: string }>`
    select distinct item.id from (${sql.join([none, itself, ...ids('item_id', children)], sql` union all `)}) found join item on item.id = found.id`.execute(db)
  const { rows: workspaces } = await sql<{ id: string }>`
    select distinct workspace.id from (${sql.join([none, ...ids('workspace_id', null),
      sql`select (key ->> 'id')::uuid from moved where journal = ${journal} and table_name = 'workspace'`,
      sql`select workspace_id from item where id = any(${items.map((one) => one.id)}::uuid[])`], sql` union all `)}) found join workspace on workspace.id = found.id`.execute(db)
  return { items: items.map((one) => one.id), workspaces: workspaces.map((one) => one.id) }
}
