import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from './database.ts'
import { schemaFile, tableTypes } from './types.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('the types of the tables are those that the migrations make (npm run types writes them)', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(tableTypes(database.url))
})
