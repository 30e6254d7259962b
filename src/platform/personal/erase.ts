import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { type ColumnRule, type PersonalData, type Subject, type TableRule } from './rule.ts'
import { tellingNames, wordsPattern } from './words.ts'

/** What became of the rows, by table. */
export type Erased = Record<string, { removed: number; emptied: number }>

/** What somebody who is no longer with us is called, wherever they have done something. */
export const formerName = 'Tidligere deltaker'

const columnsThatAre = ({ columns }: TableRule, ...rules: readonly ColumnRule[]): string[] => Object.entries(columns).flatMap(([column, rule]) => (rules.includes(rule) ? [column] : []))
const among = (column: string, ids: readonly string[]) => sql`${sql.ref(`t.${column}`)} = any(${[...ids]}::uuid[])`
const theirs = (column: string, addresses: readonly string[]) => sql`lower(${sql.ref(`t.${column}`)}) = any(${[...addresses]}::text[])`

/**
 * Takes a person out of every table, as the classification says of each column, in the caller's transaction. What they did stays, by somebody
 * without a name; their own words to others stay, without name and address. Returns what was done in each table.
 */
export async function erasePerson(tx: Tx, data: PersonalData, subject: Subject, now: Temporal.Instant): Promise<Erased> {
  const done: Erased = {}
  const count = (table: string, what: 'removed' | 'emptied', n: number) => {
    if (n > 0) done[table] = { removed: 0, emptied: 0, ...done[table], [what]: (done[table]?.[what] ?? 0) + n }
  }
  // What is removed by its own words goes first: it may need what is removed by pointers to be found.
  const tables = Object.entries(data)
  for (const [table, rule] of tables) if (rule.alsoRemoved) count(table, 'removed', await removeWhere(tx, table, [rule.alsoRemoved(subject)]))
  for (const [table, rule] of tables) {
    const own = [...columnsThatAre(rule, 'own').map((column) => among(column, subject.ids)), ...columnsThatAre(rule, 'address').map((column) => theirs(column, subject.addresses))]
    if (own.length > 0) count(table, 'removed', await removeWhere(tx, table, own))
  }
  for (const [table, rule] of tables) {
    for (const column of columnsThatAre(rule, 'cut')) count(table, 'emptied', await empty(tx, table, column, among(column, subject.ids)))
    for (const column of columnsThatAre(rule, 'reply')) count(table, 'emptied', await empty(tx, table, column, theirs(column, subject.addresses)))
    const told = columnsThatAre(rule, 'told', 'said')
    if (told.length > 0) count(table, 'emptied', await unname(tx, table, told, subject))
    for (const column of columnsThatAre(rule, 'name')) count(table, 'emptied', await rename(tx, table, column, subject, now))
  }
  return done
}

async function removeWhere(tx: Tx, table: string, conditions: readonly RawBuilder<unknown>[]): Promise<number> {
  return Number((await sql`delete from ${sql.table(table)} t where ${sql.join([...conditions], sql` or `)}`.execute(tx)).numAffectedRows ?? 0)
}

async function empty(tx: Tx, table: string, column: string, where: RawBuilder<unknown>): Promise<number> {
  return Number((await sql`update ${sql.table(table)} t set ${sql.ref(column)} = null where ${where}`.execute(tx)).numAffectedRows ?? 0)
}

/** Their name and address in others' words become the word for somebody. Works on text and on JSON: the word needs no quoting. */
async function unname(tx: Tx, table: string, columns: readonly string[], { names, addresses }: Subject): Promise<number> {
  const pattern = wordsPattern([...tellingNames(names), ...addresses, ...addresses.map(encodeURIComponent)])
  const sets = columns.map((column) => {
    const own = sql.ref(`t.${column}`)
    return sql`${sql.ref(column)} = (jsonb_populate_record(t, jsonb_build_object(${sql.lit(column)}, case when jsonb_typeof(to_jsonb(${own})) = 'string'
      then to_jsonb(regexp_replace(to_jsonb(${own}) #>> '{}', ${pattern}, ${formerName}, 'gi')) else regexp_replace(to_jsonb(${own})::text, ${pattern}, ${formerName}, 'gi')::jsonb end))).${sql.ref(column)}`
  })
  const found = columns.map((column) => sql`${sql.ref(`t.${column}`)}::text ~* ${pattern}`)
  return Number((await sql`update ${sql.table(table)} t set ${sql.join(sets)} where ${sql.join(found, sql` or `)}`.execute(tx)).numAffectedRows ?? 0)
}

/** The row of the person stays as a stand-in: without name, without rights, and nobody gets in with it. */
async function rename(tx: Tx, table: string, column: string, { ids }: Subject, now: Temporal.Instant): Promise<number> {
  const result = await sql`
    update ${sql.table(table)} t set ${sql.ref(column)} = ${formerName}, administrator = false, language = 'nb', blocked_at = null, blocked_by = null, erased_at = ${now.toString()}::timestamptz
    where ${among('id', ids)}`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
