import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { v7 } from '../../platform/item/id.ts'
import type { Lang } from '../../platform/text/texts.ts'

export type Addressed = { email: string; personId: string; made: boolean }

/**
 * The people who log in with these addresses, in the order given, made where there are none: then they are called as the address says,
 * until they say their name. Known and unknown addresses take the same statements, so that nobody can tell one from the other.
 */
export async function peopleByEmail(tx: Tx, emails: readonly string[], language: Lang): Promise<Addressed[]> {
  const wanted = emails.map((email) => ({ id: v7(), email, subject: email.toLowerCase() }))
  const { rows } = await sql<{ subject: string; person_id: string; made: boolean }>`
    with wanted as (select * from unnest(${wanted.map((one) => one.id)}::uuid[], ${wanted.map((one) => one.email)}::text[], ${wanted.map((one) => one.subject)}::text[]) as w (id, email, subject)),
    known as (select subject, person_id from identity where provider = 'email' and subject in (select subject from wanted)),
    person_made as (insert into person (id, name, language) select id, email, ${language} from wanted where subject not in (select subject from known) returning id),
    way as (insert into identity (provider, subject, person_id) select 'email', w.subject, w.id from wanted w where w.id in (select id from person_made) returning subject, person_id)
    select subject, person_id, false as made from known union all select subject, person_id, true from way`.execute(tx)
  const found = new Map(rows.map((row) => [row.subject, row]))
  return wanted.flatMap(({ email, subject }) => {
    const row = found.get(subject)
    return row ? [{ email, personId: row.person_id, made: row.made }] : []
  })
}

/** The address that a person gets mail at; null when none is known. */
export async function emailOf(db: Reader, personId: string): Promise<string | null> {
  const row = await db.selectFrom('identity').select('subject').where('provider', '=', 'email').where('person_id', '=', personId).orderBy('created_at').orderBy('subject').executeTakeFirst()
  return row?.subject ?? null
}

/** The addresses of these people, by id. */
export async function emailsOf(db: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('identity')
    .select(['person_id', 'subject'])
    .where('provider', '=', 'email')
    .where('person_id', '=', sql<string>`any(${[...new Set(personIds)]}::uuid[])`)
    .orderBy('created_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.subject]))
}

/** Gives somebody who was made by an address their own name. */
export async function giveName(tx: Tx, personId: string, name: string): Promise<void> {
  await tx.updateTable('person').set({ name }).where('id', '=', personId).execute()
}

export async function isAdministrator(db: Reader, personId: string): Promise<boolean> {
  return (await db.selectFrom('person').select('administrator').where('id', '=', personId).executeTakeFirst())?.administrator ?? false
}
