import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database.ts'
import type { Lang } from '../../platform/text/texts.ts'

/** How a person is reached: the address that they log in with, if they have one, and their language. */
export type Reach = { personId: string; name: string; email: string | null; language: Lang }

/** How these people are reached, by id. */
export async function reachOf(db: Reader, ids: readonly string[]): Promise<Map<string, Reach>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'language', sql<string | null>`(select subject from identity where person_id = person.id and provider = 'email' order by created_at, subject limit 1)`.as('email')])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, { personId: row.id, name: row.name, email: row.email, language: row.language as Lang }]))
}
