import { type ExpressionBuilder, sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Role } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { DB } from '../../../platform/db/schema.ts'
import { v7 } from '../../../platform/item/id.ts'
import { leading } from '../../../platform/item/kind.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ensureAffiliation } from '../../actors/index.ts'

/** A person's role in a workspace, with its days (YYYY-MM-DD); `to` is the last day it holds. */
export type Member = {
  membershipId: string
  id: string
  name: string
  role: Role
  organisationId: string | null
  organisation: string | null
  valid_from: string
  valid_to: string | null
}

export type NewMember = { workspaceId: string; personId: string; role: string; organisationId: string | null; from: string; to?: string | null }

/** A role; whoever acts for an organisation belongs to it. */
export async function addMember(tx: Tx, member: NewMember): Promise<string> {
  const id = v7()
  if (member.organisationId) await ensureAffiliation(tx, member.personId, member.organisationId, member.from)
  await tx
    .insertInto('membership')
    .values({ id, workspace_id: member.workspaceId, person_id: member.personId, role: member.role, organisation_id: member.organisationId, valid_from: member.from, valid_to: member.to ?? null })
    .execute()
  return id
}

/** All roles that anybody has had or will have in a workspace, by name and then by time. */
export const membersOf = (db: Reader, workspaceId: string): Promise<Member[]> =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'membership.id as membershipId', 'person.id', 'person.name', 'membership.role', 'membership.organisation_id as organisationId', 'organisation.name as organisation',
      'membership.valid_from', 'membership.valid_to',
    ])
    .where('membership.workspace_id', '=', workspaceId)
    .orderBy('person.name')
    .orderBy('membership.valid_from')
    .orderBy('membership.id')
    .$castTo<Member>()
    .execute()

/** More than this is a search, not a menu. */
const mostInMenu = 500

/**
 * Those who are in a workspace on a day, each once, by name: who leads comes before partners, they before the others, and who came first before who came later, when
 * there are too many for a menu. Those in `also` are among them whoever they are, because they are chosen already.
 */
export async function peopleForMenu(db: Reader, workspaceId: string, day: string, also: readonly string[] = []): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select person.id, person.name from person
    where person.id = any(${[...also]}::uuid[]) or person.id in (
      select m.person_id from membership m where m.workspace_id = ${workspaceId} and ${holdsOn('m', day)}
      group by m.person_id order by min(array_position(${[...leading, 'partner']}::text[], m.role)), min(m.valid_from), m.person_id limit ${mostInMenu})
    order by person.name, person.id`.execute(db)
  return rows
}

/** Those of these people who are in a workspace on a day. */
export async function membersAmong(db: Reader, workspaceId: string, ids: readonly string[], day: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select distinct m.person_id as id from membership m where m.workspace_id = ${workspaceId} and m.person_id = any(${[...ids]}::uuid[]) and ${holdsOn('m', day)}`.execute(db)
  return new Set(rows.map((row) => row.id))
}

const notOver = (eb: ExpressionBuilder<DB, 'membership'>, day: string) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)])

/** Whether they have this very role, for this organisation, on a day or from then on. */
export async function hasMembership(db: Reader, of: { workspaceId: string; personId: string; role: string; organisationId: string | null }, day: string): Promise<boolean> {
  const found = await db
    .selectFrom('membership')
    .select('id')
    .where('workspace_id', '=', of.workspaceId)
    .where('person_id', '=', of.personId)
    .where('role', '=', of.role)
    .where('organisation_id', 'is not distinct from', of.organisationId)
    .where((eb) => notOver(eb, day))
    .executeTakeFirst()
  return found !== undefined
}

/** The roles that any of these people have here on a day or from then on. */
export const rolesOfPeople = (db: Reader, workspaceId: string, personIds: readonly string[], day: string) =>
  db
    .selectFrom('membership')
    .select(['person_id as personId', 'role', 'organisation_id as organisationId'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where((eb) => notOver(eb, day))
    .execute()

/** What somebody with roles for several organisations is called in mail from a workspace: with the one they act for, «Navn (for Lia kommune)». Others by their name. */
export async function signedAs(db: Reader, workspaceId: string, person: { id: string; name: string }, day: string): Promise<string> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.id', 'organisation.name'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', person.id)
    .where('membership.valid_from', '<=', day)
    .where((eb) => eb.or([eb('membership.valid_to', 'is', null), eb('membership.valid_to', '>=', day)]))
    .orderBy((eb) => eb.ref('acting_chosen_at'), (ob) => ob.desc().nullsLast())
    .orderBy('membership.id')
    .execute()
  const [acting] = rows
  return acting && rows.some((one) => one.id !== acting.id) ? `${person.name} (for ${acting.name})` : person.name
}

/** Whether they have, have had or will have a role anywhere. */
export async function everMember(db: Reader, personId: string): Promise<boolean> {
  return (await db.selectFrom('membership').select('id').where('person_id', '=', personId).executeTakeFirst()) !== undefined
}

/** Ends these roles; each holds through its last day. One that has ended before is left as it is, and one that has not begun never does. */
export async function endMemberships(tx: Tx, ids: readonly string[], lastDay: string): Promise<void> {
  await tx.deleteFrom('membership').where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).where('valid_from', '>', lastDay).execute()
  await tx
    .updateTable('membership')
    .set({ valid_to: lastDay })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .execute()
}

/** Changes a role that has not begun, or began today: there is no history to keep of it. */
export async function correctMembership(tx: Tx, id: string, change: { role: string; organisationId: string | null; from: string; to: string | null }): Promise<void> {
  await tx.updateTable('membership').set({ role: change.role, organisation_id: change.organisationId, valid_from: change.from, valid_to: change.to }).where('id', '=', id).execute()
}

/** Sets or takes away the last day of a role. */
export async function setLastDay(tx: Tx, id: string, to: string | null): Promise<void> {
  await tx.updateTable('membership').set({ valid_to: to }).where('id', '=', id).execute()
}

/**
 * Whether somebody else still leads when these roles are over: today, and not only today. Holds the workspace,
 * so that two who leave at once do not both count on the other.
 */
export async function leadersRemain(tx: Tx, workspaceId: string, without: readonly string[], today: string): Promise<boolean> {
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
  const left = await tx
    .selectFrom('membership')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', 'in', leading)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .where('id', '<>', sql<string>`all(${[...without]}::uuid[])`)
    .executeTakeFirst()
  return left !== undefined
}

/** Whom somebody acts for from now on, among the organisations that they have roles for; says whether they had any for it. */
export async function chooseActing(tx: Tx, of: { workspaceId: string; personId: string; organisationId: string }, now: Temporal.Instant): Promise<boolean> {
  const roles = tx.updateTable('membership').where('workspace_id', '=', of.workspaceId).where('person_id', '=', of.personId)
  const chosen = await roles.set({ acting_chosen_at: now.toString() }).where('organisation_id', '=', of.organisationId).executeTakeFirst()
  if (chosen.numUpdatedRows === 0n) return false
  // Only one is chosen, so that two choices at the same moment do not leave it to chance.
  await roles.set({ acting_chosen_at: null }).where('organisation_id', 'is distinct from', of.organisationId).execute()
  return true
}

/**
 * Whom somebody acts for from now on, wherever they have roles for the organisation with this number. Returns what it is called, or null
 * when they have none anywhere: then nothing is changed.
 */
export async function chooseActingEverywhere(tx: Tx, of: { personId: string; orgnr: string }, now: Temporal.Instant): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    with chosen as (
      select m.workspace_id, o.id, o.name from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = ${of.personId} and o.orgnr = ${of.orgnr} and m.valid_from <= ${osloDate(now).toString()}::date and (m.valid_to is null or m.valid_to >= ${osloDate(now).toString()}::date)),
    changed as (
      update membership m set acting_chosen_at = case when m.organisation_id = chosen.id then ${now.toString()}::timestamptz end
      from chosen where m.person_id = ${of.personId} and m.workspace_id = chosen.workspace_id)
    select name from chosen limit 1`.execute(tx)
  return rows[0]?.name ?? null
}
