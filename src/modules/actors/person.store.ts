import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'
import type { Lang } from '../../platform/text/texts.ts'

export type NewPerson = { name: string; language?: Lang; administrator?: boolean; email?: string; demoRole?: string }

/** A person with the ways in that are known; an e-mail address that somebody has already is theirs, and refused by the database. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<string> {
  const id = v7()
  await tx.insertInto('person').values({ id, name: person.name, language: person.language ?? 'nb', administrator: person.administrator ?? false }).execute()
  const ways = [
    ...(person.email ? [{ provider: 'email', subject: person.email.toLowerCase(), person_id: id }] : []),
    ...(person.demoRole ? [{ provider: 'demo', subject: person.demoRole, person_id: id }] : []),
  ]
  if (ways.length > 0) await tx.insertInto('identity').values(ways).execute()
  return id
}

export async function setLanguage(tx: Tx, personId: string, language: Lang): Promise<void> {
  await tx.updateTable('person').set({ language }).where('id', '=', personId).execute()
}

/** The names of these people by id. */
export async function peopleById(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The person who logs in with this address, made when there is none; whether it was made. */
export async function personByEmail(tx: Tx, email: string, name: string): Promise<{ id: string; made: boolean }> {
  const known = await tx.selectFrom('identity').select('person_id').where('provider', '=', 'email').where('subject', '=', email.toLowerCase()).executeTakeFirst()
  return known ? { id: known.person_id, made: false } : { id: await insertPerson(tx, { name, email }), made: true }
}

/** Lets somebody in as administrator: the one that the environment names. */
export async function ensureAdministrator(tx: Tx, email: string): Promise<void> {
  const { id } = await personByEmail(tx, email, email)
  await tx.updateTable('person').set({ administrator: true }).where('id', '=', id).where('administrator', '=', false).execute()
}
