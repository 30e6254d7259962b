import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Kind } from './kind.ts'

/** What an item is at this moment, with everything that counts under its version: kept in the event of each change. What belongs to the items is gathered once for all of them. */
export async function snapshots(tx: Tx, kind: Kind, ids: readonly string[]): Promise<Map<string, { version: number; body: Record<string, unknown> }>> {
  const these = sql`any(${ids}::uuid[])`
  const tables = Object.keys(kind.children ?? {}).map((table, i) => ({ table, own: `child${i}` }))
  const children = tables.map(({ table, own }) => sql`, ${sql.lit(table)}, coalesce(${sql.ref(`${own}.rows`)}, '[]')`)
  const joins = tables.map(({ table, own }) => sql`left join (
      select c.item_id, jsonb_agg(to_jsonb(c) - 'item_id' order by c.place, c.id) as rows from ${sql.table(table)} c where c.item_id = ${these} group by c.item_id) ${sql.id(own)} on ${sql.ref(`${own}.item_id`)} = item.id`)
  const { rows } = await sql<{ id: string; version: number; body: Record<string, unknown> }>`
    select item.id, item.version, jsonb_build_object(
      'kind', item.kind, 'number', item.number, 'title', item.title, 'code', item.code, 'state', item.state, 'place', item.place,
      'audience', item.audience, 'removed', item.removed_at is not null,
      'fields', to_jsonb(k) - 'id' - 'kind', 'owner', coalesce(o.owner, '[]'), 'partner', coalesce(o.partner, '[]')
      ${sql.join(children, sql``)}) as body
    from item join ${sql.table(kind.table)} k on k.id = item.id
    left join (
      select o.item_id, jsonb_agg(o.organisation_id order by o.place) filter (where o.role = 'owner') as owner, jsonb_agg(o.organisation_id order by o.place) filter (where o.role = 'partner') as partner
      from item_organisation o where o.item_id = ${these} group by o.item_id) o on o.item_id = item.id
    ${sql.join(joins, sql` `)}
    where item.id = ${these}`.execute(tx)
  return new Map(rows.map((row) => [row.id, { version: row.version, body: row.body }]))
}
