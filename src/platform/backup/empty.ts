import type pg from 'pg'

/** How many tables and jobs a database has; none means that nothing is lost by filling it. */
export async function contentsOf(client: pg.ClientBase): Promise<{ tables: number; jobs: number }> {
  const { rows: [found] } = await client.query<{ tables: number }>(`
    select count(*)::int as tables from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`)
  const { rows: [queue] } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`)
  const { rows: [waiting] } = queue?.there ? await client.query<{ n: number }>(`select count(*)::int as n from (select from pgboss.job where not starts_with(name, '__pgboss__') limit 1000) waiting`) : { rows: [] }
  return { tables: found?.tables ?? 0, jobs: waiting?.n ?? 0 }
}

/** Other programs of ours that are connected to the database. */
export async function othersConnected(client: pg.ClientBase): Promise<number> {
  const { rows: [found] } = await client.query<{ n: number }>(`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name in ('tradverk', 'tradverk-jobs', 'tradverk-migrate')`)
  return found?.n ?? 0
}

/** Takes away everything in the schema that is ours, in the caller's transaction; what extensions own stays. */
export async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  await client.query(`do $$ declare one record; begin
    for one in select c.relname, c.relkind from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    loop
      execute format(case one.relkind when 'v' then 'drop view if exists public.%I cascade' when 'm' then 'drop materialized view if exists public.%I cascade' else 'drop table if exists public.%I cascade' end, one.relname);
    end loop;
    for one in select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    loop
      execute format('drop routine if exists %s cascade', one.name);
    end loop;
    for one in select t.typname from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')
      and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
    loop
      execute format('drop type if exists public.%I cascade', one.typname);
    end loop;
    for one in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i'))
    loop
      execute format('drop sequence if exists public.%I cascade', one.relname);
    end loop;
    for one in select c.collname from pg_collation c where c.collnamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.classid = 'pg_collation'::regclass and d.objid = c.oid and d.deptype = 'e')
    loop
      execute format('drop collation if exists public.%I cascade', one.collname);
    end loop;
  end $$`)
}
