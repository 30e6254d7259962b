import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { prefixQuery, searchWords } from '../../../platform/text/search-words.ts'
import { type Consent, leastConsent, parts, type ProfilePart, type ShownTo } from './profile.ts'
import { near, openPerson, shownPerson } from './shown-person.ts'

/** What a person has written of themselves, with the consent of each part. */
export type Profile = { name: string; email: string | null; phone: string | null; help: string | null; topics: readonly string[]; language: string; consent: Consent; version: number }

const consentOf = (row: { show_name: string | null; show_role: string | null; show_contact: string | null; show_help: string | null }): Consent => ({
  name: (row.show_name ?? 'nobody') as ShownTo, role: (row.show_role ?? 'nobody') as ShownTo, contact: (row.show_contact ?? 'nobody') as ShownTo, help: (row.show_help ?? 'nobody') as ShownTo,
})

/** A person's own profile, whole; for the person alone. Version 0 is one that has not been written yet. */
export async function ownProfile(db: Reader, personId: string): Promise<Profile> {
  const row = await db
    .selectFrom('person')
    .leftJoin('profile', 'profile.person_id', 'person.id')
    .select(['person.name', 'person.language', 'profile.phone', 'profile.help', 'profile.topics', 'profile.version', 'show_name', 'show_role', 'show_contact', 'show_help'])
    .select((eb) => eb.selectFrom('identity').select('subject').whereRef('identity.person_id', '=', 'person.id').where('provider', '=', 'email').orderBy('created_at').limit(1).as('email'))
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  return { name: row.name, email: row.email, phone: row.phone, help: row.help, topics: row.topics ?? [], language: row.language, version: row.version ?? 0, consent: row.version === null ? leastConsent : consentOf(row) }
}

export type ProfileChange = { name: string; language: string; phone: string | null; help: string | null; topics: readonly string[] }

const searchOf = (change: Pick<ProfileChange, 'help' | 'topics'>) =>
  sql<string>`setweight(to_tsvector('norwegian', ${change.topics.join(' ')}), 'A') || to_tsvector('norwegian', ${change.help ?? ''})`

/** What a profile is found by, from what stands in it; `search` is never moved by itself. A selection for `setColumn`. */
export const searchAnew = (personId: string) =>
  sql`select person_id, setweight(to_tsvector('norwegian', array_to_string(topics, ' ')), 'A') || to_tsvector('norwegian', coalesce(help, '')) as value from profile where person_id = ${personId}`

/** Compare and swap on the profile's version, 0 for the first time; says whether it was the one that stood. */
export async function writeProfile(tx: Tx, personId: string, version: number, change: ProfileChange): Promise<boolean> {
  const own = { phone: change.phone, help: change.help, topics: [...change.topics], search: searchOf(change) }
  const changed = version === 0
    ? (await tx.insertInto('profile').values({ person_id: personId, ...own }).onConflict((c) => c.doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows
    : (await tx.updateTable('profile').set({ ...own, version: version + 1 }).where('person_id', '=', personId).where('version', '=', version).executeTakeFirst()).numUpdatedRows
  if (!changed) return false
  await tx.updateTable('person').set({ name: change.name, language: change.language }).where('id', '=', personId).execute()
  return true
}

const columns = { name: 'show_name', role: 'show_role', contact: 'show_contact', help: 'show_help' } as const

/** Sets where each part is shown, and keeps what was said yes to and when. It holds from the next request on. Says how many parts changed. */
export async function writeConsent(tx: Tx, personId: string, consent: Consent, at: Temporal.Instant): Promise<number> {
  await tx.insertInto('profile').values({ person_id: personId }).onConflict((c) => c.doNothing()).execute()
  const row = await tx.selectFrom('profile').select(['show_name', 'show_role', 'show_contact', 'show_help']).where('person_id', '=', personId).forUpdate().executeTakeFirstOrThrow()
  const before = consentOf(row)
  const changed = parts.filter((part) => before[part] !== consent[part])
  if (changed.length === 0) return 0
  await tx.updateTable('profile').set(Object.fromEntries(changed.map((part) => [columns[part], consent[part]]))).where('person_id', '=', personId).execute()
  await tx.insertInto('consent_change').values(changed.map((part) => ({ id: v7(), person_id: personId, part, shown_to: consent[part], at: at.toString() }))).execute()
  return changed.length
}

export type ConsentChange = { part: ProfilePart; shownTo: ShownTo; at: Temporal.Instant }

/** What a person has said yes and no to, newest first. */
export const consentHistory = async (db: Reader, personId: string): Promise<ConsentChange[]> =>
  (await db.selectFrom('consent_change').select(['part', 'shown_to as shownTo', 'at']).where('person_id', '=', personId).orderBy('at', 'desc').orderBy('id', 'desc').limit(100).execute()) as ConsentChange[]

/** A person as one other person may see them: what has no consent is not there. */
export type SeenPerson = { id: string; name: string; near: boolean; roleShown: boolean; email: string | null; phone: string | null; help: string | null; topics: readonly string[] | null }

/** The person with this id, if the viewer has a page of them. One statement. */
export async function seenPerson(db: Reader, viewer: Viewer, personId: string, today: string): Promise<SeenPerson | null> {
  const { rows } = await sql<SeenPerson>`
    select person.id, person.name, ${near(viewer, today)} as near, ${shownPerson(viewer, 'role', today)} as "roleShown",
      case when ${shownPerson(viewer, 'contact', today)} then (select i.subject from identity i where i.person_id = person.id and i.provider = 'email' order by i.created_at limit 1) end as email,
      case when ${shownPerson(viewer, 'contact', today)} then pr.phone end as phone,
      case when ${shownPerson(viewer, 'help', today)} then pr.help end as help,
      case when ${shownPerson(viewer, 'help', today)} then pr.topics end as topics
    from person left join profile pr on pr.person_id = person.id
    where person.id = ${personId} and ${openPerson(viewer, today)}`.execute(db)
  return rows[0] ?? null
}

export type Helper = { id: string; name: string; help: string | null; topics: readonly string[]; title: string | null; organisation: string | null }

/** People who show what they can help with, by words: topics weigh more than text. Only those who let this viewer see both that and their name. */
export async function findHelpers(db: Reader, viewer: Viewer, today: string, filter: { text: string; page: number; pageSize: number }): Promise<{ people: Helper[]; total: number }> {
  const words = searchWords(filter.text)
  const query = prefixQuery(words)
  const conditions = [
    shownPerson(viewer, 'name', today), shownPerson(viewer, 'help', today), sql<SqlBool>`(pr.help is not null or pr.topics <> '{}')`,
    ...words.map((word) => sql<SqlBool>`(pr.search @@ to_tsquery('norwegian', ${`${word}:*`}) or strpos(lower(coalesce(pr.help, '') || ' ' || array_to_string(pr.topics, ' ')), ${word}) > 0)`),
  ]
  const { rows } = await sql<Helper & { total: number }>`
    select person.id, person.name, pr.help, pr.topics, a.title, a.organisation, count(*) over ()::int as total
    from profile pr join person on person.id = pr.person_id
    left join lateral (
      select a.title, o.name as organisation from affiliation a join organisation o on o.id = a.organisation_id
      where a.person_id = person.id and ${shownPerson(viewer, 'role', today)} and (a.valid_from is null or a.valid_from <= ${today}::date) and (a.valid_to is null or a.valid_to >= ${today}::date)
        and exists (select from membership m where m.person_id = a.person_id and m.organisation_id = a.organisation_id)
      order by a.valid_from desc nulls last, a.id limit 1) a on true
    where ${sql.join(conditions, sql` and `)}
    order by ${query ? sql`ts_rank(pr.search, to_tsquery('norwegian', ${query})) desc,` : sql``} person.name, person.id
    limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(db)
  return { people: rows.map(({ total: _, ...person }) => person), total: rows[0]?.total ?? 0 }
}
