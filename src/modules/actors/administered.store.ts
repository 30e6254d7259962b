import { type SqlBool, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'

/** Everybody, those who are blocked, those who administer, or those who are to be deleted. */
export const personStates = ['all', 'blocked', 'administrators', 'leaving', 'never'] as const
export type PersonState = (typeof personStates)[number]

/** A person as an administrator sees them: who they are and whether they come in, and nothing of what they have written. */
export type AdministeredPerson = {
  id: string; name: string; email: string | null; administrator: boolean; blockedAt: Temporal.Instant | null; latest: Temporal.Instant | null; firstLogin: Temporal.Instant | null; leaving: boolean; total: number
}

const likePattern = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/** People by name or a part of their address, by name. One statement; `total` is of all that match. */
export async function administeredPeople(db: Reader, filter: { text: string; state: PersonState; page: number; pageSize: number }): Promise<{ people: AdministeredPerson[]; total: number }> {
  const conditions: ReturnType<typeof sql<SqlBool>>[] = [sql<SqlBool>`p.merged_into_id is null and p.erased_at is null`]
  if (filter.text) conditions.push(sql<SqlBool>`(lower(p.name) like ${likePattern(filter.text)} or p.id in (select person_id from identity where lower(subject) like ${likePattern(filter.text)}))`)
  if (filter.state === 'blocked') conditions.push(sql<SqlBool>`p.blocked_at is not null`)
  if (filter.state === 'administrators') conditions.push(sql<SqlBool>`p.administrator`)
  if (filter.state === 'leaving') conditions.push(sql<SqlBool>`e.id is not null`)
  if (filter.state === 'never') conditions.push(sql<SqlBool>`f.person_id is null`)
  const { rows } = await sql<AdministeredPerson>`
    select p.id, p.name, p.administrator, p.blocked_at as "blockedAt", v.latest, f.at as "firstLogin", e.id is not null as leaving, count(*) over ()::int as total,
      (select i.subject from identity i where i.person_id = p.id and i.provider = 'email' order by i.created_at, i.subject limit 1) as email
    from person p left join visit v on v.person_id = p.id left join first_login f on f.person_id = p.id left join erasure e on e.person_id = p.id and e.undone_at is null and e.done_at is null
    where ${sql.join(conditions, sql` and `)} order by p.name, p.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`.execute(db)
  return { people: rows, total: rows[0]?.total ?? 0 }
}

export type WayIn = { provider: string; subject: string; since: Temporal.Instant }
export type RoleIn = { title: string; slug: string; role: string; organisation: string | null; from: string; to: string | null }
export type WholePerson = AdministeredPerson & { language: string; createdAt: Temporal.Instant; sessions: number; ways: readonly WayIn[]; roles: readonly RoleIn[] }

/** One person with their ways in and their roles, those that are over too; null when there is none, or who was somebody is no more. */
export async function administeredPerson(db: Reader, id: string, now: Temporal.Instant): Promise<WholePerson | null> {
  const { rows: [person] } = await sql<Omit<WholePerson, 'ways' | 'roles'>>`
    select p.id, p.name, p.administrator, p.language, p.created_at as "createdAt", p.blocked_at as "blockedAt", v.latest, f.at as "firstLogin", e.id is not null as leaving, 1 as total,
      (select count(*)::int from session s where s.person_id = p.id and s.expires_at > ${now.toString()}::timestamptz) as sessions,
      (select i.subject from identity i where i.person_id = p.id and i.provider = 'email' order by i.created_at, i.subject limit 1) as email
    from person p left join visit v on v.person_id = p.id left join first_login f on f.person_id = p.id left join erasure e on e.person_id = p.id and e.undone_at is null and e.done_at is null
    where p.id = ${id} and p.merged_into_id is null and p.erased_at is null`.execute(db)
  if (!person) return null
  const [ways, roles] = await Promise.all([
    sql<WayIn>`select provider, subject, created_at as since from identity where person_id = ${id} order by created_at, subject`.execute(db),
    sql<RoleIn>`select w.title, w.slug, m.role, o.name as organisation, m.valid_from as from, m.valid_to as to from membership m join workspace w on w.id = m.workspace_id left join organisation o on o.id = m.organisation_id
      where m.person_id = ${id} order by m.valid_to desc nulls first, w.title, m.id limit 200`.execute(db),
  ])
  return { ...person, ways: ways.rows, roles: roles.rows }
}

/** Lets somebody in no more, or again; says whether it was otherwise before. */
export async function setBlocked(tx: Tx, personId: string, by: { by: string; at: Temporal.Instant } | null): Promise<boolean> {
  const changed = await tx.updateTable('person').set({ blocked_at: by?.at.toString() ?? null, blocked_by: by?.by ?? null }).where('id', '=', personId).where('blocked_at', by ? 'is' : 'is not', null).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Makes somebody an administrator, or no more; says whether it was otherwise before. */
export async function setAdministrator(tx: Tx, personId: string, administrator: boolean): Promise<boolean> {
  const changed = await tx.updateTable('person').set({ administrator }).where('id', '=', personId).where('administrator', '<>', administrator).where('erased_at', 'is', null).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Whether somebody else administers and is let in. Holds all administrators, so that two who are taken away at once do not count on each other. */
export async function administratorsRemain(tx: Tx, without: string): Promise<boolean> {
  const all = await tx.selectFrom('person').select(['id', 'blocked_at']).where('administrator', '=', true).orderBy('id').forUpdate().execute()
  return all.some((one) => one.id !== without && one.blocked_at === null)
}
