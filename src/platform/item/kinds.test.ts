import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { catalogue } from '../../app/app.ts'
import { columnsOf } from './field.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const columnsIn = async (table: string) => {
  const { rows } = await sql<{ column_name: string; data_type: string }>`select column_name, data_type from information_schema.columns where table_schema = 'public' and table_name = ${table}`.execute(database.db)
  return new Map(rows.map((row) => [row.column_name, row.data_type]))
}

const types: Record<string, RegExp> = { date: /^date$/, number: /^(numeric|integer|bigint)$/, kroner: /^(numeric|integer|bigint)$/, yesNo: /^boolean$/, file: /^uuid$/, person: /^uuid$/ }

test.each([...catalogue.kinds.values()].map((kind) => [kind.name, kind] as const))('the table of %s has its fields as columns, of their type, and no others', async (_, kind) => {
  const columns = await columnsIn(kind.table)
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.type === 'organisations') continue
    expect([name, columns.get(name)]).toEqual([name, expect.stringMatching(types[field.type] ?? /^text$/)])
  }
  const own = new Set(['id', 'kind', ...columnsOf(kind.fields)])
  expect([...columns.keys()].filter((name) => !own.has(name))).toEqual([])
})

test('every relation ties kinds that are there', () => {
  const unknown = catalogue.relations.flatMap((r) => [...r.from, ...r.to]).filter((name) => !catalogue.kinds.has(name))
  expect(unknown).toEqual([])
})
