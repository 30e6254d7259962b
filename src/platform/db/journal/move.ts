import { type RawBuilder, sql } from 'kysely'
import { type Journal, removeRows, setColumn, tableOf } from './journal.ts'
import { type Reference, referencesTo, rowsOf, type TableShape, type UniqueKey } from './shape.ts'

/** How a column of the row that stays is made of both, when two rows become one. */
export type Combining =
  /** The first in this order. */
  | readonly string[]
  /** The earliest date, and none (always) before any. */
  | 'earliest'
  /** The latest date, and none (open) after any. */
  | 'latest'
  /** The smallest. */
  | 'least'
  /** Yes when either says so, or only when both do. */
  | 'either' | 'both'
  /** What is there, else what the other has. */
  | 'filled'
  /** Lists: what stands in either, each once. */
  | 'all'

export type MovingRules = {
  /** By «table» or «table.column»: left as history, thrown away for good, or removed and kept because others make them again. What is not named is moved. */
  special: Readonly<Record<string, 'leave' | 'forget' | 'remove'>>
  /** Rows that are one although the database would let both stand: the same in these columns, and at the same time. */
  twins: Readonly<Record<string, { columns: readonly string[]; from: string; to: string }>>
  combining: Readonly<Record<string, Readonly<Record<string, Combining>>>>
}

type Key = UniqueKey & { period?: { from: string; to: string } }

const specialOf = (rules: MovingRules, { table, column }: Reference) => rules.special[`${table}.${column}`] ?? rules.special[table]

/**
 * Points everything that points at `from` in a table at `to` instead, table by table as the database says that they hang together.
 * Where a row would stand twice, the one that points at `to` stays, gets the best of both, and takes over what points at the other.
 */
export async function moveReferences(journal: Journal, target: string, pairs: readonly { from: string; to: string }[], rules: MovingRules): Promise<void> {
  if (pairs.length === 0) return
  const pair = sql`unnest(${pairs.map((one) => one.from)}::uuid[], ${pairs.map((one) => one.to)}::uuid[]) as pair (old, new)`
  for (const reference of referencesTo(journal.shape, target)) {
    const { table: name, column } = reference
    const special = specialOf(rules, reference)
    if (special === 'leave') continue
    const table = tableOf(journal.shape, name)
    const pointing = sql`exists (select from ${pair} where pair.old = ${sql.ref(`t.${column}`)})`
    if (special === 'forget') await sql`delete from ${sql.table(name)} t where ${pointing}`.execute(journal.tx)
    else if (special === 'remove') await removeRows(journal, name, pointing)
    else {
      for (const key of keysWith(table, column, rules)) await makeOne(journal, table, column, key, pair, rules)
      await setColumn(journal, name, column, sql`select ${sql.join(table.primary.map((one) => sql.ref(`t.${one}`)))}, pair.new as value from ${sql.table(name)} t join ${pair} on pair.old = ${sql.ref(`t.${column}`)}`)
    }
  }
}

function keysWith(table: TableShape, column: string, rules: MovingRules): Key[] {
  const twins = rules.twins[table.name]
  const declared = twins?.columns.includes(column) ? [{ columns: [...twins.columns], where: null, plain: true, nullsAlike: true, period: { from: twins.from, to: twins.to } }] : []
  return [...table.unique.filter((key) => key.columns.includes(column)), ...declared]
}

async function makeOne(journal: Journal, table: TableShape, column: string, key: Key, pair: RawBuilder<unknown>, rules: MovingRules): Promise<void> {
  const others = key.columns.filter((one) => one !== column)
  const both = sql`${pair} join ${rowsOf(table, key)} goes on ${sql.ref(`goes.${column}`)} = pair.old join ${rowsOf(table, key)} stays on ${sql.ref(`stays.${column}`)} = pair.new
    ${sql.join(others.map((one) => sql` and ${sql.ref(`goes.${one}`)} ${key.nullsAlike ? sql`is not distinct from` : sql`=`} ${sql.ref(`stays.${one}`)}`), sql``)}
    ${key.period ? overlap(key.period) : sql``}`
  const stays = sql.join(table.primary.map((one) => sql.ref(`stays.${one}`)))
  const { rows: [found] } = await sql<{ n: number }>`select count(*)::int as n from ${both}`.execute(journal.tx)
  if (!found || found.n === 0) return
  // Which become one is settled before anything is changed, so that one column's change does not hide the next.
  const [first, ...rest] = table.primary
  const single = first !== undefined && rest.length === 0
  const merged = single ? (await sql<{ from: string; to: string }>`select ${sql.ref(`goes.${first}`)}::text as from, min(${sql.ref(`stays.${first}`)}::text) as to from ${both} group by 1`.execute(journal.tx)).rows : []
  const doomed = (await sql<{ key: string }>`select distinct jsonb_build_object(${sql.join(table.primary.flatMap((one) => [sql.lit(one), sql.ref(`goes.${one}`)]))})::text as key from ${both}`.execute(journal.tx)).rows.map((row) => row.key)
  const combining = Object.entries(rules.combining[table.name] ?? {}).filter(([one]) => table.columns.includes(one) && one !== column)
  if (combining.length > 0) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select jsonb_build_object(${sql.join(table.primary.flatMap((one) => [sql.lit(one), sql.ref(`stays.${one}`)]))})
        || jsonb_build_object(${sql.join(combining.flatMap(([one, how]) => [sql.lit(one), combined(one, how)]))}) as row
      from ${both} group by ${stays}`.execute(journal.tx)
    const made = sql`jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows.map((one) => one.row))}::jsonb) made`
    for (const [one] of combining) await setColumn(journal, table.name, one, sql`select ${sql.join(table.primary.map((own) => sql.ref(`made.${own}`)))}, ${sql.ref(`made.${one}`)} as value from ${made}`)
  }
  if (single) await moveReferences(journal, table.name, merged, rules)
  await removeRows(journal, table.name, sql`exists (select from unnest(${doomed}::text[]) as doomed (key) cross join lateral jsonb_populate_record(null::${sql.table(table.name)}, doomed.key::jsonb) k
    where ${sql.join(table.primary.map((one) => sql`${sql.ref(`k.${one}`)} = ${sql.ref(`t.${one}`)}`), sql` and `)})`)
}

/** Periods that meet or touch: days are whole, and none is always. */
const overlap = ({ from, to }: { from: string; to: string }) => {
  const touches = (one: string, other: string) => sql`coalesce(${sql.ref(`${one}.${from}`)}, '-infinity'::date) <= coalesce(${sql.ref(`${other}.${to}`)} + 1, 'infinity'::date)`
  return sql` and ${touches('goes', 'stays')} and ${touches('stays', 'goes')}`
}

/** Over one row that stays and all that become one with it. */
function combined(column: string, how: Combining): RawBuilder<unknown> {
  const [stays, goes] = [sql.ref(`stays.${column}`), sql.ref(`goes.${column}`)]
  const own = sql`(array_agg(${stays}))[1]`
  if (how === 'earliest' || how === 'latest') {
    const pick = how === 'earliest' ? sql`least(min(${stays}), min(${goes}))` : sql`greatest(max(${stays}), max(${goes}))`
    return sql`case when bool_or(${stays} is null or ${goes} is null) then null else ${pick} end`
  }
  if (how === 'either') return sql`bool_or(${stays} or ${goes})`
  if (how === 'both') return sql`bool_and(${stays} and ${goes})`
  if (how === 'least') return sql`least(min(${stays}), min(${goes}))`
  if (how === 'filled') return sql`coalesce(${own}, (array_agg(${goes}) filter (where ${goes} is not null))[1])`
  if (how === 'all') return sql`coalesce((select jsonb_agg(distinct one) from jsonb_array_elements(jsonb_path_query_array(jsonb_agg(to_jsonb(${stays}) || to_jsonb(${goes})), '$[*][*]')) one), '[]'::jsonb)`
  return sql`(${[...how]}::text[])[least(min(array_position(${[...how]}::text[], ${stays})), min(array_position(${[...how]}::text[], ${goes})))]`
}
