import type pg from 'pg'

export type TableColumns = { name: string; columns: string[] }

/**
 * Every table of ours and its columns, as the database knows them, those that it computes left out: read, never written down, so that a new
 * table cannot be forgotten.
 */
export async function readTables(client: pg.ClientBase): Promise<TableColumns[]> {
  const { rows } = await client.query<TableColumns>(`
    select t.relname as name,
      (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
    order by t.relname`)
  return rows
}

export type Sequence = { name: string; last: number }

/** Counters that have been used, and the last number each has given. */
export async function readSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' and last_value is not null order by 1`)
  return rows.map(({ name, last }) => ({ name, last: Number(last) }))
}

/** Values are written and read the same way whatever the server's own settings and version are. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local client_encoding = 'UTF8'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0`
