import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import type { Check } from '../../../platform/item/check.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { askedOf } from './rules.ts'
import type { Standing } from './standing.store.ts'
import type { WayBack } from './touched.ts'

/** Which items rules are asked about: these, by kind, or (null) every one in the workspace. */
export type Asked = ReadonlyMap<string, readonly string[]> | null

/** The rows that rules find, one statement for all of them. */
const finding = (catalogue: Catalogue, standing: Standing, rules: readonly Check[], asked: Asked, today: string): RawBuilder<unknown>[] =>
  rules.flatMap((rule) => {
    const table = catalogue.kinds.get(rule.kind)?.table
    const ids = asked?.get(rule.kind)
    if (!table || (asked && !ids)) return []
    const fails = rule.fails(askedOf(rule, standing, today))
    const { workspaceId } = standing
    if (rule.about === 'workspace') {
      return [sql`select ${rule.id}::text as rule, workspace.id as subject, null::uuid as item_id, null::uuid as organisation_id, 0 as weight
        from workspace where workspace.id = ${workspaceId} and ${fails}`]
    }
    if (rule.about === 'organisation') {
      // One that has fewer than before can only matter if it had a row.
      const owners = sql`select o.organisation_id from item_organisation o join item i on i.id = o.item_id
        where o.role = 'owner' and i.workspace_id = ${workspaceId} and i.kind = ${rule.kind} ${ids ? sql`and i.id = any(${ids}::uuid[])` : sql``}`
      return [sql`select ${rule.id}::text, organisation.id, null::uuid, organisation.id, 0
        from organisation where organisation.id in (${owners} union select subject from loose_thread
          where loose_thread.workspace_id = ${workspaceId} and loose_thread.rule = ${rule.id}) and ${fails}`]
    }
    return [sql`select ${rule.id}::text, item.id, item.id, null::uuid,
        ((select count(*) from link where link.from_id = item.id and link.removed_at is null)
          + (select count(*) from link where link.to_id = item.id and link.removed_at is null))::int
      from item join ${sql.table(table)} own on own.id = item.id
      where item.workspace_id = ${workspaceId} and item.kind = ${rule.kind} and item.removed_at is null
        ${ids ? sql`and item.id = any(${ids}::uuid[])` : sql``} and ${fails}`]
  })

/**
 * Asks these rules about these items and makes the rows right. One statement; says how many rows were not right before.
 * `all` also takes away rows of rules that are no longer declared.
 */
export async function settleRows(
  tx: Tx, catalogue: Catalogue, standing: Standing, rules: readonly Check[], asked: Asked, at: { today: string; now: Temporal.Instant }, all = false,
): Promise<number> {
  const found = finding(catalogue, standing, rules, asked, at.today)
  const nothing = sql`select ''::text as rule, null::uuid as subject, null::uuid as item_id, null::uuid as organisation_id, 0 as weight where false`
  const ofWhole = rules.filter((rule) => (rule.about ?? 'item') !== 'item' && (!asked || asked.has(rule.kind))).map((rule) => rule.id)
  const itemIds = asked ? [...asked.values()].flat() : []
  const concerned = asked
    ? sql`(t.rule = any(${ofWhole}::text[]) or t.item_id = any(${itemIds}::uuid[]))`
    : all ? sql`true` : sql`t.rule = any(${rules.map((rule) => rule.id)}::text[])`
  // It takes longer to plan than to do, and is planned alike whatever the workspace.
  await sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(tx)
  const { rows } = await sql<{ wrong: number }>`${prepared}
    with found (rule, subject, item_id, organisation_id, weight) as (${sql.join([nothing, ...found], sql` union all `)}),
    gone as (
      delete from loose_thread t where t.workspace_id = ${standing.workspaceId} and ${concerned}
        and not exists (select from found where found.rule = t.rule and found.subject = t.subject) returning 1),
    came as (
      insert into loose_thread (workspace_id, rule, subject, item_id, organisation_id, weight, since)
      select ${standing.workspaceId}, rule, subject, item_id, organisation_id, weight, ${at.now.toString()}::timestamptz from found
      on conflict (workspace_id, rule, subject) do update set weight = excluded.weight where loose_thread.weight <> excluded.weight returning 1)
    select (select count(*) from gone) + (select count(*) from came) as wrong`.execute(tx)
  return rows[0]?.wrong ?? 0
}

/** The kinds of these items, also of those that are removed. */
export async function kindsOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('item').select(['id', 'kind']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.id, row.kind]))
}

/** The items at the other end of ways that rules look. One statement. */
export async function walkBack(db: Reader, ways: readonly WayBack[]): Promise<{ id: string; kind: string }[]> {
  if (ways.length === 0) return []
  const walked = ways.map(({ kind, hops, ids }) => {
    const ties = hops.map((hop, i) => ({ hop, name: `tie${i}`, near: hop.out ? 'from' : 'to', far: hop.out ? 'to' : 'from' }))
    const last = ties.at(-1)
    const [first] = ties
    if (!first || !last) return sql`select item.id, item.kind from item where item.id = any(${ids}::uuid[]) and item.kind = ${kind}`
    const conditions = ties.map(({ hop, name, near }, i) => {
      const before = ties[i - 1]
      return sql`${sql.ref(`${name}.relation`)} = ${hop.relation} and ${sql.ref(`${name}.removed_at`)} is null
        ${before ? sql`and ${sql.ref(`${name}.${near}_id`)} = ${sql.ref(`${before.name}.${before.far}_id`)}` : sql``}`
    })
    return sql`select ${sql.ref(`${first.name}.${first.near}_id`)} as id, ${kind}::text as kind
      from ${sql.join(ties.map(({ name }) => sql`link ${sql.id(name)}`))}
      where ${sql.ref(`${last.name}.${last.far}_id`)} = any(${ids}::uuid[]) and ${sql.ref(`${first.name}.${first.near}_kind`)} = ${kind}
        and ${sql.join(conditions, sql` and `)}`
  })
  const { rows } = await sql<{ id: string; kind: string }>`${sql.join(walked, sql` union `)}`.execute(db)
  return rows
}
