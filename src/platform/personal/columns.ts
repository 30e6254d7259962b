import { sql } from 'kysely'
import type { Reader } from '../db/database.ts'
import { columnRules, type ColumnRule, type PersonalData, pointing } from './rule.ts'

/** A column that may concern a person: it points at one, or holds words or ids that the database says nothing about. */
export type Candidate = { table: string; column: string; type: string; pointsAtPerson: boolean }

/**
 * Every column that must be classified, as the database itself tells. Left out are numbers and dates, keys to other things, texts that a check
 * holds to a list of codes, what is computed from other columns, and a row's own id.
 */
export async function candidates(db: Reader): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select c.relname as table, a.attname as column, t.typname as type, coalesce(f.person, false) as "pointsAtPerson"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' join pg_type t on t.oid = a.atttypid
    left join lateral (select bool_or(k.confrelid = 'person'::regclass) as person from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)) f on true
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
      and t.typname not in ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'bool', 'date', 'timestamptz', '_timestamptz', 'interval', 'tsvector', '_int4', '_int2')
      and (coalesce(f.person, false) or (f.person is null and a.attname <> 'id'))
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) ~ 'ANY [(][(]?ARRAY.|^CHECK [(][(][a-z_]+ = ''[^'']*''::text[)][)]$')
    order by 1, a.attnum`.execute(db)
  return rows
}

/** Tables whose words are the contents of items, as the kinds themselves tell: a new kind need not be written down here. */
const ofWork = (work: readonly string[], { table, pointsAtPerson }: Candidate) => work.includes(table) && !pointsAtPerson

export const ruleOf = (data: PersonalData, { table, column }: { table: string; column: string }): ColumnRule | undefined => data[table]?.columns[column]

/** What is wrong with a classification, in words that say what to do; nothing when it is whole. */
export function faultsIn(data: PersonalData, found: readonly Candidate[], work: readonly string[]): string[] {
  const known = new Map(found.map((one) => [`${one.table}.${one.column}`, one]))
  return [
    ...found.filter((one) => !ruleOf(data, one) && !ofWork(work, one)).map((one) => `${one.table}.${one.column} (${one.type}) is not classified: say what it is to a person, one of ${columnRules.join(', ')}`),
    ...found.filter((one) => one.pointsAtPerson && !['own', 'did', 'cut'].includes(ruleOf(data, one) ?? 'own')).map((one) => `${one.table}.${one.column} points at a person: own, did or cut`),
    ...Object.entries(data).flatMap(([table, { columns, title }]) => [
      ...Object.keys(columns).filter((column) => !known.has(`${table}.${column}`)).map((column) => `${table}.${column} is classified, and is not a column that needs it`),
      ...(!title && Object.values(columns).some((rule) => pointing.includes(rule)) ? [`${table} needs a title: what is it called to the one whom it is about?`] : []),
    ]),
  ]
}
