import pg from 'pg'

/** What stands on the tables and is in the way while they are filled: written as the database itself writes it. */
export type Standing = { foreign: { table: string; name: string; definition: string }[]; indexes: string[]; triggers: string[] }

/**
 * Takes down foreign keys and indexes, and rests triggers, in the caller's transaction: tables may then be filled in any order, and fast.
 * An owner may do this; turning off the checks of foreign keys would take a superuser. Keys and exclusions stay.
 */
export async function layAside(client: pg.Client): Promise<Standing> {
  const { rows: foreign } = await client.query<Standing['foreign'][number]>(`
    select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0 order by t.relname, c.conname`)
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    select i.relname as name, pg_get_indexdef(i.oid) as definition from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not i.relispartition
      and not exists (select from pg_constraint c where c.conindid = i.oid) order by 1`)
  const { rows: triggers } = await client.query<{ name: string }>(`
    select distinct t.relname as name from pg_trigger g join pg_class t on t.oid = g.tgrelid where not g.tgisinternal and t.relnamespace = 'public'::regnamespace`)
  for (const { table, name } of foreign) await client.query(`alter table ${pg.escapeIdentifier(table)} drop constraint ${pg.escapeIdentifier(name)}`)
  for (const { name } of indexes) await client.query(`drop index ${pg.escapeIdentifier(name)}`)
  for (const { name } of triggers) await client.query(`alter table ${pg.escapeIdentifier(name)} disable trigger user`)
  return { foreign, indexes: indexes.map((index) => index.definition), triggers: triggers.map((trigger) => trigger.name) }
}

/** Puts it all back; a foreign key that does not hold throws. */
export async function putBack(client: pg.Client, { foreign, indexes, triggers }: Standing): Promise<void> {
  for (const definition of indexes) await client.query(definition)
  for (const { table, name, definition } of foreign) await client.query(`alter table ${pg.escapeIdentifier(table)} add constraint ${pg.escapeIdentifier(name)} ${definition}`)
  for (const name of triggers) await client.query(`alter table ${pg.escapeIdentifier(name)} enable trigger user`)
}
