import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const first = await testDatabase()
const second = await testDatabase()
afterAll(async () => {
  await first.close()
  await second.close()
})

test('a test database has the tables, and what one test file writes no other sees', async () => {
  await sql`create table mark (id integer)`.execute(first.db)
  const { rows } = await sql<{ migrations: number, mark: string | null }>`
    select (select count(*) from schema_migration) as migrations, to_regclass('mark')::text as mark`.execute(second.db)
  expect(rows[0]?.migrations).toBeGreaterThan(0)
  expect(rows[0]?.mark).toBeNull()
})

test('a copy takes a fraction of a second', async () => {
  const begun = performance.now()
  const copy = await testDatabase()
  expect(performance.now() - begun).toBeLessThan(2000)
  await copy.close()
})
