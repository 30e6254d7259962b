import { sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { near, openPerson, shownPerson } from '../profile/shown-person.ts'

type OrganisationOf = { id: string; name: string; kind: string; official_number: string | null; orgnr: string | null }

/** One period of a person in an organisation. `confirmed`: some workspace has let them act for it, so that others may be told. */
export type Affiliation = { id: string; personId: string; organisation: OrganisationOf; title: string | null; from: string | null; to: string | null; confirmed: boolean }

type Row = Omit<Affiliation, 'organisation'> & { organisationId: string; name: string; kind: string; official_number: string | null; orgnr: string | null }

const confirmed = sql<boolean>`exists (select from membership m where m.person_id = a.person_id and m.organisation_id = a.organisation_id)`

const toAffiliation = ({ organisationId, name, kind, official_number, orgnr, ...row }: Row): Affiliation => ({ ...row, organisation: { id: organisationId, name, kind, official_number, orgnr } })

const rowsOf = (condition: ReturnType<typeof sql>) => sql<Row>`
  select a.id, a.person_id as "personId", a.title, a.valid_from as "from", a.valid_to as "to", ${confirmed} as confirmed, o.id as "organisationId", o.name, o.kind, o.official_number, o.orgnr
  from affiliation a join organisation o on o.id = a.organisation_id
  where ${condition} order by a.valid_to desc nulls first, a.valid_from desc nulls last, o.name, a.id`

/** Where a person belongs and has belonged, what holds now first. For the person, or for those who are shown it. */
export const affiliationsOf = async (db: Reader, personId: string): Promise<Affiliation[]> => (await rowsOf(sql`a.person_id = ${personId}`).execute(db)).rows.map(toAffiliation)

/** One of a person's own periods. */
export async function ownAffiliation(db: Reader, personId: string, id: string): Promise<Affiliation | null> {
  const { rows } = await rowsOf(sql`a.person_id = ${personId} and a.id::text = ${id}`).execute(db)
  return rows[0] ? toAffiliation(rows[0]) : null
}

export type Belonging = { personId: string; organisationId: string; title: string | null; from: string | null; to: string | null }

/** A new period. Returns its id. */
export async function insertAffiliation(tx: Tx, one: Belonging): Promise<string> {
  const id = v7()
  await tx.insertInto('affiliation').values({ id, person_id: one.personId, organisation_id: one.organisationId, title: one.title, valid_from: one.from, valid_to: one.to }).execute()
  return id
}

/** Sees to it that a person who is let in to act for an organisation belongs to it, without a second period where there is one already. */
export async function ensureAffiliation(tx: Tx, personId: string, organisationId: string, from: string, title: string | null = null): Promise<void> {
  await sql`
    insert into affiliation (id, person_id, organisation_id, title, valid_from)
    select ${v7()}::uuid, ${personId}::uuid, ${organisationId}::uuid, ${title}::text, ${from}::date
    where not exists (select from affiliation a where a.person_id = ${personId} and a.organisation_id = ${organisationId} and (a.valid_to is null or a.valid_to >= ${from}::date))`.execute(tx)
}

/** Corrects the title and the dates of one of a person's own periods; says whether it was there. */
export async function updateAffiliation(tx: Tx, personId: string, id: string, change: { title: string | null; from: string | null; to: string | null }): Promise<boolean> {
  const updated = await tx.updateTable('affiliation').set({ title: change.title, valid_from: change.from, valid_to: change.to }).where('id', '=', id).where('person_id', '=', personId).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Takes away a period that was written by mistake. */
export async function deleteAffiliation(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('affiliation').where('id', '=', id).where('person_id', '=', personId).execute()
}

/** Ends all of a person's periods in an organisation that go beyond a last day. One that had not begun yet is gone. */
export async function endAffiliations(tx: Tx, personId: string, organisationId: string, lastDay: string): Promise<void> {
  await sql`delete from affiliation where person_id = ${personId} and organisation_id = ${organisationId} and valid_from > ${lastDay}::date`.execute(tx)
  await sql`update affiliation set valid_to = ${lastDay}::date where person_id = ${personId} and organisation_id = ${organisationId} and (valid_to is null or valid_to > ${lastDay}::date)`.execute(tx)
}

/** Somebody in an organisation, as the viewer may see them. */
export type Colleague = { id: string; name: string; title: string | null; from: string | null }

/** The people who belong to an organisation today and let this viewer see both name and role. */
export async function peopleIn(db: Reader, viewer: Viewer, organisationId: string, today: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct on (person.name, person.id) person.id, person.name, a.title, a.valid_from as "from"
    from affiliation a join person on person.id = a.person_id
    where a.organisation_id = ${organisationId} and (a.valid_from is null or a.valid_from <= ${today}::date) and (a.valid_to is null or a.valid_to >= ${today}::date)
      and ${confirmed} and ${openPerson(viewer, today)} and ${shownPerson(viewer, 'name', today)} and ${shownPerson(viewer, 'role', today)}
    order by person.name, person.id, a.valid_from desc nulls last limit 200`.execute(db)
  return rows
}

/** Colleagues that a person may hand over to or name as contact: those who act for the organisation in a workspace that the viewer is in. */
export async function colleaguesOf(db: Reader, viewer: Viewer, organisationId: string, today: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct person.id, person.name from membership m join person on person.id = m.person_id
    where m.organisation_id = ${organisationId} and ${holdsOn('m', today)} and ${near(viewer, today)}
    order by person.name, person.id limit 200`.execute(db)
  return rows
}
