import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { emptyDatabase, testDatabase } from '../../../tests/support/database.ts'
import { sample } from '../../../tests/support/sample.ts'
import { dumpOf } from '../backup/testing/dump.ts'
import { projectRoot } from '../project-root.ts'
import { migrate, readMigrations, runMigrations } from './migrate.ts'
import { earlierSchemas } from './testing/earlier-schemas.ts'

async function empty(): Promise<{ url: string; client: pg.Client }> {
  const database = await emptyDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await database.close()
  })
  return { url: database.url, client }
}

/** What stands in a database that this program made from nothing. */
async function standingOfNew(): Promise<string[]> {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  return (await dumpOf(database.url))['(standing)'] ?? []
}

/** A small installation, in the words of the first schema: what every earlier program could have written. */
const rows = `
  insert into organisation (id, kind, name, orgnr) values ('00000000-0000-7000-8000-000000000001', 'county', 'Eksempelfylket fylkeskommune', '123456785');
  insert into person (id, name) values ('00000000-0000-7000-8000-000000000002', 'Sekretær Æøå');
  insert into identity (provider, subject, person_id) values ('email', 'sekretar@eksempel.example', '00000000-0000-7000-8000-000000000002');
  insert into affiliation (person_id, organisation_id) values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
  insert into session (token_hash, person_id, expires_at) values ('\\x01', '00000000-0000-7000-8000-000000000002', '2027-01-01');
  insert into workspace (id, slug, title, kind, template) values ('00000000-0000-7000-8000-000000000003', 'eldre', 'Et eldre arbeidsrom', 'partnership', 'partnership');
  insert into party (workspace_id, organisation_id) values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001');
  insert into membership (id, workspace_id, person_id, role) values ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 'secretariat');
  insert into item (id, kind, workspace_id, number, title, created_at, changed_at) values
    ('00000000-0000-7000-8000-000000000005', 'goal', '00000000-0000-7000-8000-000000000003', 1, 'Flere blir boende', now(), now()),
    ('00000000-0000-7000-8000-000000000006', 'measure', '00000000-0000-7000-8000-000000000003', 2, 'Møteplass på torget', now(), now());
  insert into relation values ('contributes', 'measure', 'goal');
  insert into link (id, workspace_id, relation, from_id, from_kind, to_id, to_kind, created_at)
    values ('00000000-0000-7000-8000-000000000007', '00000000-0000-7000-8000-000000000003', 'contributes', '00000000-0000-7000-8000-000000000006', 'measure', '00000000-0000-7000-8000-000000000005', 'goal', now());
  insert into event (workspace_id, sequence, at, what, via, body, salt) values ('00000000-0000-7000-8000-000000000003', 1, now(), 'item.created', 'page', '{"title": "Flere"}', '\\x02');
  insert into submission (key, location) values ('k', '/');`

const kept = `select (select count(*) from item) || ' ' || (select count(*) from link) || ' ' || (select count(*) from membership) || ' ' || (select name from person) || ' ' || (select title from item where number = 2)
  || ' ' || (select count(*) from event) || ' ' || (select orgnr from organisation) as kept`

// Seen to fail when a newer schema is not refused.
describe('check 49: migrations', () => {
  const steps = sample(earlierSchemas.slice(1).map((_, i) => i + 1), 2)
  test.for(steps)('from the schema after step %i, with rows in it, to the same as a new one', { timeout: 60_000 }, async (step) => {
    const { url, client } = await empty()
    const then = new Set(earlierSchemas.slice(0, step).flat())
    await client.query('begin')
    await runMigrations(client, (await readMigrations(projectRoot)).filter((migration) => then.has(migration.number)))
    await client.query(rows)
    await client.query('commit')
    const { rows: [before] } = await client.query<{ kept: string }>(kept)
    await migrate(url, projectRoot)
    expect((await client.query<{ kept: string }>(kept)).rows[0]).toEqual(before)
    expect((await dumpOf(url))['(standing)']).toEqual(await standingOfNew())
  })

  test('every migration of today is in the list of steps, or is newer than its last', async () => {
    const numbers = new Set((await readMigrations(projectRoot)).map((migration) => migration.number))
    expect(earlierSchemas.flat().filter((number) => !numbers.has(number))).toEqual([])
  })

  test('one that is cut off goes on where it was, also while another waits', { timeout: 60_000 }, async () => {
    const { url, client } = await empty()
    let ran = 0
    const cut = migrate(url, projectRoot, () => {
      ran += 1
      if (ran === 7) void client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tradverk-migrate'`)
    })
    await expect(cut).rejects.toThrow()
    const { rows: [half] } = await client.query<{ n: number }>('select count(*)::int as n from schema_migration')
    expect(half?.n).toBeLessThan(earlierSchemas.flat().length)
    await Promise.all([migrate(url, projectRoot), migrate(url, projectRoot)])
    expect((await dumpOf(url))['(standing)']).toEqual(await standingOfNew())
  })

  test('a program refuses a database that a newer one has brought further, and one whose migrations were changed', { timeout: 60_000 }, async () => {
    const { url } = await empty()
    const root = await mkdtemp(path.join(tmpdir(), 'tradverk-newer-'))
    onTestFinished(() => rm(root, { recursive: true }))
    await cp(path.join(projectRoot, 'migrations/0001_core.sql'), path.join(root, 'migrations/0001_core.sql'))
    await writeFile(path.join(root, 'migrations/9998_later.sql'), 'create table later (id integer primary key)')
    await migrate(url, root)
    const before = await dumpOf(url)
    await expect(migrate(url, projectRoot)).rejects.toThrow('9998_later.sql, which this program does not know')
    await writeFile(path.join(root, 'migrations/9998_later.sql'), 'create table later (id bigint primary key)')
    await expect(migrate(url, root)).rejects.toThrow('9998_later.sql was changed after it had run')
    expect(await dumpOf(url)).toEqual(before)
  })
})
