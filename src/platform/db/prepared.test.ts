import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { openDatabase } from './database.ts'
import { prepared } from './prepared.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a marked statement is planned once on its connection, others are not kept, and nothing is ever compiled', async () => {
  const db = openDatabase(database.url, { max: 1 })
  try {
    for (let i = 0; i < 3; i++) {
      expect((await sql<{ n: number }>`${prepared} select ${i}::int + 1 as n`.execute(db)).rows[0]?.n).toBe(i + 1)
      await sql`select ${i}::int + 2 as n`.execute(db)
      await db.selectFrom('workspace').modifyFront(prepared).select('id').where('slug', '=', `x${i}`).execute()
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(db)
    expect(rows[0]?.n).toBe(2)
    expect((await sql<{ jit: string }>`show jit`.execute(db)).rows[0]?.jit).toBe('off')
  } finally {
    await db.destroy()
  }
})

test('a connection keeps a bounded number of plans, and answers the rest as before', async () => {
  const db = openDatabase(database.url, { max: 1 })
  try {
    for (let i = 0; i < 130; i++) expect((await sql<{ n: number }>`${prepared} select ${sql.lit(i)} + ${1}::int as n`.execute(db)).rows[0]?.n).toBe(i + 1)
    expect((await sql<{ n: number }>`select count(*)::int as n from pg_prepared_statements`.execute(db)).rows[0]?.n).toBe(100)
  } finally {
    await db.destroy()
  }
})
