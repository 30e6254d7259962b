import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

export type Migration = { number: number; name: string; sql: string; digest: string }

/** Numbers locks that only this program takes; any constant does. */
const migrationLock = 7_316_001

/**
 * Reads the numbered migrations: those of the platform in `migrations/`, those of a module or an import beside its code.
 * Throws when two have the same number.
 */
export async function readMigrations(root: string): Promise<Migration[]> {
  const found: Migration[] = []
  for await (const file of glob(['migrations/*.sql', 'src/{modules,imports}/**/*.sql'], { cwd: root })) {
    const name = path.basename(file)
    const number = Number(/^(\d{4})_/.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(number)) continue
    const sql = await readFile(path.join(root, file), 'utf8')
    found.push({ number, name, sql, digest: createHash('sha256').update(sql).digest('hex') })
  }
  found.sort((a, b) => a.number - b.number)
  const twice = found.find((m, i) => found[i + 1]?.number === m.number)
  if (twice) throw new Error(`Two migrations have number ${twice.number}`)
  return found
}

const bookOfMigrations = `create table if not exists schema_migration (
  number integer primary key, name text not null, digest text not null, at timestamptz not null default now())`

async function run(client: pg.ClientBase, { number, name, sql, digest }: Migration): Promise<void> {
  await client.query(sql)
  await client.query('insert into schema_migration (number, name, digest) values ($1, $2, $3)', [number, name, digest])
}

/** Makes the schema of these migrations in an empty database, in the caller's transaction. */
export async function runMigrations(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(bookOfMigrations)
  for (const migration of migrations) await run(client, migration)
}

/**
 * Brings the database up to these migrations, each in its own transaction, one process at a time.
 * Throws when the database has been brought further by a newer program, or when a migration that has run was edited.
 */
export async function migrate(url: string, root: string, log: (line: string) => void = () => {}): Promise<void> {
  const migrations = await readMigrations(root)
  const client = new pg.Client({ connectionString: url, application_name: 'tradverk-migrate' })
  // A connection that is lost between two statements would otherwise end Node; the next statement tells.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(bookOfMigrations)
    const { rows } = await client.query<{ number: number; name: string; digest: string }>('select number, name, digest from schema_migration')
    const done = new Map(rows.map((row) => [row.number, row]))
    const known = new Set(migrations.map((m) => m.number))
    const newer = rows.find((row) => !known.has(row.number))
    if (newer) throw new Error(`The database has migration ${newer.name}, which this program does not know. Start the newer program.`)
    for (const migration of migrations) {
      const earlier = done.get(migration.number)
      if (earlier?.digest === migration.digest) continue
      if (earlier) throw new Error(`Migration ${migration.name} was changed after it had run. Write a new one instead.`)
      await client.query('begin')
      try {
        await run(client, migration)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw new Error(`Migration ${migration.name} failed`, { cause: error })
      }
      log(migration.name)
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}
