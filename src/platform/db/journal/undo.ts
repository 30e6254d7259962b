import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../database.ts'
import { readShape, rowsOf, type Shape, type TableShape } from './shape.ts'

type Step = { step: number; table_name: string; column_name: string | null; added: boolean; n: number }

const stepsOf = async (db: Reader, journal: string): Promise<Step[]> =>
  (await sql<Step>`
    select step, table_name, column_name, column_name is null and old is null as added, count(*)::int as n from moved
    where journal = ${journal} group by 1, 2, 3, 4 order by step desc`.execute(db)).rows

/**
 * Undoes a journal, last step first. What somebody has changed since is left as they have it: a column is set back only where it still
 * holds what was put there, a row that was removed comes back unless another has taken its place, and one that was added goes only
 * where it is untouched. Returns how many rows were undone, and how many were left.
 */
export async function undoJournal(tx: Tx, journal: string): Promise<{ undone: number; left: number }> {
  const shape = await readShape(tx)
  let [undone, left] = [0, 0]
  for (const step of await stepsOf(tx, journal)) {
    const table = shape.get(step.table_name)
    const n = table ? await undoStep(tx, shape, table, journal, step) : 0
    undone += n
    left += step.n - n
  }
  return { undone, left }
}

async function undoStep(tx: Tx, shape: Shape, table: TableShape, journal: string, { step, column_name: column, added }: Step): Promise<number> {
  const mine = sql`m.journal = ${journal} and m.step = ${step}`
  const name = sql.table(table.name)
  const asRow = (part: 'key' | 'old') => sql`jsonb_populate_record(null::${name}, ${sql.ref(`m.${part}`)})`
  const sameKey = sql.join(table.primary.map((one) => sql`${sql.ref(`t.${one}`)} = ${sql.ref(`k.${one}`)}`), sql` and `)
  if (column !== null) {
    const value = sql`(jsonb_populate_record(null::${name}, jsonb_build_object(${sql.lit(column)}, m.old)))`
    const result = await sql`
      update ${name} t set ${sql.ref(column)} = ${value}.${sql.ref(column)}
      from moved m cross join lateral ${asRow('key')} k
      where ${mine} and ${sameKey} and to_jsonb(${sql.ref(`t.${column}`)}) is not distinct from m.new
        and ${free(table, column, value)} and ${stillThere(shape, table, column, sql`${value}.${sql.ref(column)}`)}`.execute(tx)
    return Number(result.numAffectedRows ?? 0)
  }
  if (added) {
    const result = await sql`delete from ${name} t using moved m cross join lateral ${asRow('key')} k where ${mine} and ${sameKey} and to_jsonb(t) = m.new`.execute(tx)
    return Number(result.numAffectedRows ?? 0)
  }
  const columns = sql.join(table.columns.map((one) => sql.ref(one)))
  const parents = table.foreign.map(({ columns: own, table: parent, referenced }) => {
    const pairs = own.map((one, i) => ({ mine: sql.ref(`r.${one}`), theirs: sql.ref(`parent.${referenced[i] ?? ''}`) }))
    return sql`(${sql.join(pairs.map((pair) => sql`${pair.mine} is null`), sql` or `)} or exists (select from ${sql.table(parent)} parent
      where ${sql.join(pairs.map((pair) => sql`${pair.theirs} = ${pair.mine}`), sql` and `)}))`
  })
  const result = await sql`
    insert into ${name} (${columns}) overriding system value
    select ${sql.join(table.columns.map((one) => sql.ref(`r.${one}`)))} from moved m cross join lateral ${asRow('old')} r
    where ${sql.join([mine, ...parents], sql` and `)} on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** No other row has taken the place that this one would come back to. */
function free(table: TableShape, column: string, value: RawBuilder<unknown>): RawBuilder<unknown> {
  const keys = table.unique.filter((key) => key.columns.includes(column))
  if (keys.length === 0) return sql`true`
  return sql.join(keys.map((key) => {
    const taken = key.columns.map((one) => sql`${sql.ref(`other.${one}`)} ${key.nullsAlike ? sql`is not distinct from` : sql`=`} ${one === column ? sql`${value}.${sql.ref(column)}` : sql.ref(`t.${one}`)}`)
    const self = table.primary.map((one) => sql`${sql.ref(`self.${one}`)} = ${sql.ref(`t.${one}`)}`)
    const within = rowsOf(table, key)
    return sql`not exists (select from ${within} other where ${sql.join(taken, sql` and `)}
      ${key.where === null ? sql`` : sql`and exists (select from ${within} self where ${sql.join(self, sql` and `)})`})`
  }), sql` and `)
}

/** What it pointed at is still there. */
function stillThere(shape: Shape, table: TableShape, column: string, value: RawBuilder<unknown>): RawBuilder<unknown> {
  const foreign = table.foreign.find((key) => key.columns.length === 1 && key.columns[0] === column)
  const parent = foreign && shape.get(foreign.table)
  if (!parent) return sql`true`
  return sql`(${value} is null or exists (select from ${sql.table(parent.name)} parent where ${sql.ref(`parent.${foreign.referenced[0] ?? ''}`)} = ${value}))`
}

/** Forgets journals: what they did stands, and can be undone no more. */
export async function forgetJournals(tx: Tx, journals: readonly string[]): Promise<void> {
  await tx.deleteFrom('moved').where('journal', '=', sql<string>`any(${[...journals]}::uuid[])`).execute()
}
