import pg from 'pg'

/**
 * Everything that a database holds, in an order of its own: every table with every column as text (computed ones too), every index, constraint
 * and sequence. Two databases with the same dump are the same to us.
 */
export async function dumpOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'; set bytea_output = 'hex'`)
    const { rows: tables } = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`)
    const dump: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${pg.escapeIdentifier(name)} t`)
      dump[name] = rows.map(({ row }) => row).sort()
    }
    const standing = await client.query<{ line: string }>(`
      select pg_get_indexdef(indexrelid) as line from pg_index join pg_class t on t.oid = indrelid where t.relnamespace = 'public'::regnamespace
      union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' ' || is_identity from information_schema.columns where table_schema = 'public'
      union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
      union all select 'sequence ' || sequencename || ' ' || coalesce(last_value::text, '') from pg_sequences where schemaname = 'public'`)
    dump['(standing)'] = standing.rows.map(({ line }) => line).sort()
    return dump
  } finally {
    await client.end()
  }
}
