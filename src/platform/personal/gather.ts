import { type RawBuilder, sql } from 'kysely'
import { readable } from '../access/readable.ts'
import type { Reader } from '../db/database.ts'
import { isOfItems, readShape, referencesTo, type Shape } from '../db/journal/index.ts'
import type { ColumnRule, PersonalData, Subject, TableRule } from './rule.ts'

/** What stands in one table about somebody: how many rows, and the newest of them. */
export type Gathered = { table: string; total: number; rows: readonly Record<string, unknown>[] }

const columnsThatAre = ({ columns }: TableRule, ...rules: readonly ColumnRule[]): string[] => Object.entries(columns).flatMap(([column, rule]) => (rules.includes(rule) ? [column] : []))

/** The same name that other things have on pages, beside their id. */
const called: Readonly<Record<string, string>> = { workspace: 'title', organisation: 'name' }

/** Rows of a table that are a person's, as JSON: whole where the row is about them, else without what it says of others, of the common work, and of items that they may not see. */
function rowsOf(shape: Shape, table: string, rule: TableRule, { ids, addresses, workspaces, viewer }: Subject): RawBuilder<unknown> {
  const one = shape.get(table)
  const among = (column: string) => sql`${sql.ref(`t.${column}`)} = any(${[...ids]}::uuid[])`
  const own = [
    ...columnsThatAre(rule, 'own').map(among), ...columnsThatAre(rule, 'address').map((column) => sql`lower(${sql.ref(`t.${column}`)}) = any(${[...addresses]}::text[])`),
    ...(columnsThatAre(rule, 'name').length > 0 ? [among('id')] : []),
  ]
  const did = columnsThatAre(rule, 'did', 'cut').map(among)
  const isOwn = own.length > 0 ? sql`coalesce(${sql.join(own, sql` or `)}, false)` : sql`false`
  const list = (columns: readonly string[]) => sql`${[...columns]}::text[]`
  const mayRead = (id: string) => sql`exists (select from item where item.id = ${sql.ref(`t.${id}`)} and ${readable(viewer)})`
  const without = (columns: readonly string[], unless: RawBuilder<unknown>) => (columns.length > 0 ? sql` - case when ${unless} then ${list([])} else ${list(columns)} end` : sql``)
  const sealed = one?.columns.includes('workspace_id') ? columnsThatAre(rule, 'sealed') : []
  const here = sql`t.workspace_id = any(${[...workspaces]}::uuid[])`
  const contents = isOfItems(shape, table) ? (one?.columns ?? []).filter((column) => !(column in rule.columns) && !one?.primary.includes(column)) : []
  const hidden = columnsThatAre(rule, 'address', 'reply', 'told', 'work')
  const others = columnsThatAre(rule, 'own')
  const names = (one?.foreign ?? []).flatMap(({ columns: [column, more], table: to }) => {
    const naming = called[to]
    return column && !more && naming ? [sql.lit(column.replace(/_id$/, '')), sql`(select ${sql.ref(`o.${naming}`)} from ${sql.table(to)} o where o.id = ${sql.ref(`t.${column}`)})`] : []
  })
  // What is computed from other columns is no news, and hashes are nobody's.
  return sql`
    select (to_jsonb(t) - ${list([...columnsThatAre(rule, 'secret'), 'search', 'search_words', 'search_title_words', 'search_name', 'search_help', 'search_text'])}
      ${without([...hidden, ...others], isOwn)}${without(sealed, one?.columns.includes('item_id') ? sql`${here} and (t.item_id is null or ${mayRead('item_id')})` : here)}${without(contents, mayRead('id'))}) ${names.length > 0 ? sql`|| jsonb_build_object(${sql.join(names)})` : sql``} as row
    from ${sql.table(table)} t where ${sql.join([...own, ...did], sql` or `)}`
}

/** The files that somebody uploaded, as far as what they belong to is in no workspace that they have left, and no item that they may not see. Read from the schema, so that a new table with files cannot be forgotten. */
export async function filesAbout(db: Reader, { ids, workspaces, viewer }: Subject): Promise<{ id: string; name: string; sha256: Buffer }[]> {
  const shape = await readShape(db)
  const elsewhere = sql`not (w.id = any(${[...workspaces]}::uuid[]))`
  const left = referencesTo(shape, 'file').flatMap(({ table, column }) => {
    const one = shape.get(table)
    const at = sql`${sql.ref(`t.${column}`)} = f.id`
    if (one?.columns.includes('workspace_id')) return [sql`exists (select from ${sql.table(table)} t join workspace w on w.id = t.workspace_id where ${at} and ${elsewhere})`]
    return isOfItems(shape, table) ? [sql`exists (select from ${sql.table(table)} t join item on item.id = t.id where ${at} and (${readable(viewer)}) is not true)`] : []
  })
  return (await sql<{ id: string; name: string; sha256: Buffer }>`
    select f.id, f.name, f.sha256 from file f where f.uploaded_by = any(${[...ids]}::uuid[]) and not (${sql.join([sql`false`, ...left], sql` or `)}) order by f.uploaded_at, f.id`.execute(db)).rows
}

const tablesOf = (data: PersonalData) => Object.entries(data).filter(([, rule]) => columnsThatAre(rule, 'own', 'did', 'cut', 'address', 'name').length > 0)

/** Everything on a person, table by table in the order of the classification: how much, and up to `most` rows of each. One statement beside the shape. */
export async function gatherPerson(db: Reader, data: PersonalData, subject: Subject, most: number): Promise<Gathered[]> {
  const shape = await readShape(db)
  const parts = tablesOf(data).map(([table, rule], place) => sql`
    select ${sql.lit(place)}::int as place, ${sql.lit(table)} as table, count(*)::int as total, coalesce(jsonb_agg(row) filter (where n <= ${most}::int), '[]') as rows
    from (select row, row_number() over () as n from (${rowsOf(shape, table, rule, subject)}) own) numbered`)
  const { rows } = await sql<Gathered & { place: number }>`${sql.join(parts, sql` union all `)} order by place`.execute(db)
  return rows.map(({ table, total, rows: found }) => ({ table, total, rows: found }))
}

/** All rows of one table, a part at a time, for a file that is made while it is sent. */
export async function* rowsAbout(db: Reader, data: PersonalData, subject: Subject, table: string, size = 1_000): AsyncGenerator<readonly Record<string, unknown>[]> {
  const shape = await readShape(db)
  const rule = data[table]
  if (!rule) return
  const primary = shape.get(table)?.primary ?? []
  for (let offset = 0; ; offset += size) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`${rowsOf(shape, table, rule, subject)} order by ${sql.join(primary.map((one) => sql.ref(`t.${one}`)))} limit ${size} offset ${offset}`.execute(db)
    if (rows.length > 0) yield rows.map((one) => one.row)
    if (rows.length < size) return
  }
}
