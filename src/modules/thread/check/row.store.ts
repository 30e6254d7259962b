import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'
import type { Check } from '../../../platform/item/check.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { type Ties, tiesOfFew, tiesOfWhole } from './ties.ts'
import type { WayBack } from './touched.ts'

/** What rules are asked about: everything in these workspaces, or some items of one, by kind. */
export type Asked = { workspaces: readonly string[] } | { workspace: string; items: ReadonlyMap<string, readonly string[]> }

export type At = { today: string; now: Temporal.Instant }

/** `all` also takes away rows of rules that are no longer declared. `afresh` plans for how much there is now: much may have come in this transaction. */
export type Manner = { all?: boolean; afresh?: boolean }

/** Where rules find what they are asked about: rows of `item`, of those who own such items, and how they ask what is tied. */
type Ground = { ties: Ties; items(kind: string): RawBuilder<unknown>; owners(rule: Check): RawBuilder<unknown>; weight: RawBuilder<unknown> }

/** The rows that rules find: each item, with its own row, is read once for all the rules of its kind. */
function finding(catalogue: Catalogue, rules: readonly Check[], { ties, items, owners, weight }: Ground, today: string): RawBuilder<unknown>[] {
  const fails = (rule: Check) => {
    const standard = rule.limit?.standard ?? 0
    return rule.fails({ today, limit: sql<number>`coalesce((workspace.limits ->> ${sql.lit(rule.id)})::int, ${sql.lit(standard)})`, ...ties })
  }
  const ofItems = [...Map.groupBy(rules.filter((rule) => (rule.about ?? 'item') === 'item'), (rule) => rule.kind)].flatMap(([kind, here]) => {
    const table = catalogue.kinds.get(kind)?.table
    if (!table) return []
    const named = here.map((rule, i) => ({ rule, bit: 2 ** i }))
    // The conditions are asked once for each item (`offset 0` keeps them there), and what failed is told apart afterwards.
    return [sql`select rule.id, item.id, item.id, null::uuid, ${weight}, item.workspace_id
      from (select item.id, item.workspace_id, item.weight, ${sql.join(named.map(({ rule, bit }) => sql`case when ${fails(rule)} then ${sql.lit(bit)} else 0 end`), sql` | `)} as fails
        from (${items(kind)}) item join ${sql.table(table)} own on own.id = item.id join room workspace on workspace.id = item.workspace_id offset 0) item
      join (values ${sql.join(named.map(({ rule, bit }) => sql`(${sql.lit(bit)}, ${sql.lit(rule.id)})`))}) rule (bit, id) on item.fails & rule.bit <> 0`]
  })
  return [...ofItems, ...rules.flatMap((rule) => {
    if (rule.about === 'workspace') return [sql`select ${sql.lit(rule.id)}, workspace.id, null::uuid, null::uuid, 0, workspace.id from room workspace where ${fails(rule)}`]
    if (rule.about === 'organisation') {
      return [sql`select ${sql.lit(rule.id)}, organisation.id, null::uuid, organisation.id, 0, workspace.id
        from (${owners(rule)}) organisation join room workspace on workspace.id = organisation.workspace_id where ${fails(rule)}`]
    }
    return []
  })]
}

/** In whole workspaces: their items and links are read once, and what each item is tied to and how much stands beside it (`facts`). */
function inWhole(catalogue: Catalogue, rules: readonly Check[], ids: RawBuilder<unknown>, today: string) {
  const ties = tiesOfWhole()
  const found = finding(catalogue, rules, {
    ties,
    items: (kind) => sql`select * from placed where kind = ${sql.lit(kind)}`,
    owners: (rule) => sql`select distinct standing.workspace_id, o.organisation_id as id from item_organisation o join standing on standing.id = o.item_id
      where o.role = 'owner' and standing.kind = ${sql.lit(rule.kind)}`,
    weight: sql`item.weight`,
  }, today)
  return {
    found,
    before: sql`
      standing as materialized (
        select id, kind, workspace_id, state, created_at from item where workspace_id = ${ids} and removed_at is null),
      way as materialized (
        select relation, from_kind, to_kind, ${ties.ways('from')} as from_bits, ${ties.ways('to')} as to_bits from relation),
      thread as materialized (
        select link.from_id, link.to_id, case when f.id is not null and t.id is not null then way.from_bits & ${ties.without(sql`t.state`)} else 0 end as from_bits,
          case when f.id is not null and t.id is not null then way.to_bits & ${ties.without(sql`f.state`)} else 0 end as to_bits
        from link join way on way.relation = link.relation and way.from_kind = link.from_kind and way.to_kind = link.to_kind
        left join standing f on f.id = link.from_id left join standing t on t.id = link.to_id where link.workspace_id = ${ids} and link.removed_at is null),
      facts as materialized (
        select id, bit_or(bits) as bits, count(*)::int as weight
        from (select from_id as id, from_bits as bits from thread union all select to_id, to_bits from thread) ends group by id),
      placed as materialized (
        select standing.*, coalesce(facts.bits, 0) as bits, coalesce(facts.weight, 0) as weight from standing left join facts on facts.id = standing.id),`,
  }
}

/** Among some items of one workspace: links are followed from each of them. */
function amongFew(catalogue: Catalogue, rules: readonly Check[], { workspace, items }: Extract<Asked, { workspace: string }>, today: string) {
  const idsOf = (kind: string) => sql`any(${items.get(kind) ?? []}::uuid[])`
  const found = finding(catalogue, rules.filter((rule) => items.has(rule.kind)), {
    ties: tiesOfFew,
    items: (kind) => sql`select id, kind, workspace_id, state, created_at, 0 as weight from item where id = ${idsOf(kind)} and kind = ${sql.lit(kind)} and workspace_id = ${workspace} and removed_at is null`,
    // One that has fewer than before can only matter if it had a row.
    owners: (rule) => sql`select i.workspace_id, o.organisation_id as id from item_organisation o join item i on i.id = o.item_id where o.role = 'owner' and i.id = ${idsOf(rule.kind)} and i.workspace_id = ${workspace}
      union select workspace_id, subject from loose_thread where workspace_id = ${workspace} and rule = ${sql.lit(rule.id)}`,
    weight: sql`((select count(*) from link where link.from_id = item.id and link.removed_at is null) + (select count(*) from link where link.to_id = item.id and link.removed_at is null))::int`,
  }, today)
  return { found, before: sql`` }
}

/**
 * Asks these rules and makes the rows right. One statement; says how many rows were not right before.
 * The workspaces are held (`holdWorkspaces`).
 */
export async function settleRows(tx: Tx, catalogue: Catalogue, rules: readonly Check[], asked: Asked, at: At, { all = false, afresh = false }: Manner = {}): Promise<number> {
  const whole = 'workspaces' in asked
  const ids = sql`any(${whole ? [...asked.workspaces] : [asked.workspace]}::uuid[])`
  const { before, found } = whole ? inWhole(catalogue, rules, ids, at.today) : amongFew(catalogue, rules, asked, at.today)
  const ofWhole = whole ? rules : rules.filter((rule) => (rule.about ?? 'item') !== 'item' && asked.items.has(rule.kind))
  const ruled = sql`t.rule in (${sql.join(['', ...ofWhole.map((rule) => rule.id)].map((id) => sql.lit(id)))})`
  const concerned = all ? sql`true` : whole ? ruled : sql`(${ruled} or t.item_id = any(${[...asked.items.values()].flat()}::uuid[]))`
  const nothing = sql`select ''::text, null::uuid, null::uuid, null::uuid, 0, null::uuid where false`
  const { rows } = await sql<{ wrong: number }>`${afresh ? sql`` : prepared}
    with room as materialized (
      select id, areas_above_goals, focus_areas, focus_measures_per_area, focus_measures_per_organisation,
        (select jsonb_object_agg(c.rule, c.own_limit) from loose_thread_choice c where c.workspace_id = workspace.id and c.own_limit is not null) as limits
      from workspace where id = ${ids}),
    ${before}
    found (rule, subject, item_id, organisation_id, weight, workspace_id) as materialized (${sql.join([nothing, ...found], sql` union all `)}),
    old as materialized (
      select t.workspace_id, t.rule, t.subject, t.weight from loose_thread t where t.workspace_id = ${ids} and ${concerned}),
    -- Rows that are right are let alone: to write one again costs as much as to make it.
    wrong as materialized (
      select found.*, old.workspace_id as old_workspace_id, old.rule as old_rule, old.subject as old_subject
      from found full join old on old.subject = found.subject and old.rule = found.rule and old.workspace_id = found.workspace_id
      where found.rule is null or old.rule is null or old.weight <> found.weight),
    gone as (
      delete from loose_thread t using wrong where wrong.rule is null and t.workspace_id = wrong.old_workspace_id and t.rule = wrong.old_rule and t.subject = wrong.old_subject returning 1),
    came as (
      insert into loose_thread (workspace_id, rule, subject, item_id, organisation_id, weight, since)
      select workspace_id, rule, subject, item_id, organisation_id, weight, ${at.now.toString()}::timestamptz from wrong where rule is not null
      on conflict (workspace_id, rule, subject) do update set weight = excluded.weight where loose_thread.weight <> excluded.weight returning 1)
    select (select count(*) from gone) + (select count(*) from came) as wrong`.execute(tx)
  return rows[0]?.wrong ?? 0
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
  const { rows } = await sql<{ id: string; kind: string }>`${prepared} ${sql.join(walked, sql` union `)}`.execute(db)
  return rows
}

/** All items of these kinds in a workspace. */
export const everyOf = async (db: Reader, workspaceId: string, kinds: readonly string[]): Promise<{ id: string; kind: string }[]> =>
  kinds.length === 0 ? [] : await db.selectFrom('item').select(['id', 'kind']).where('workspace_id', '=', workspaceId).where('kind', 'in', [...kinds]).where('removed_at', 'is', null).execute()

/** The limit that a workspace has set for a rule, or the rule's own: for pages that show what the rule asks about. */
export const limitOf = (workspaceId: string, rule: string, standard: number): RawBuilder<number> =>
  sql<number>`coalesce((select c.own_limit from loose_thread_choice c where c.workspace_id = ${workspaceId} and c.rule = ${rule}), ${standard})`
