import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

export const answers = ['yes', 'maybe', 'no'] as const
export type Answer = (typeof answers)[number]
export const attendances = ['present', 'apology', 'absent'] as const
export type Attendance = (typeof attendances)[number]

/** Somebody who is called to a meeting, or was there; the organisation is the one they come for. */
export type Invitee = {
  id: string
  meetingId: string
  personId: string
  name: string
  organisationId: string | null
  organisation: string | null
  role: string | null
  passId: string | null
  mailId: string | null
  mailedAt: Temporal.Instant | null
  answer: Answer | null
  word: string | null
  answeredAt: Temporal.Instant | null
  attended: Attendance | null
}

const all = (db: Reader) =>
  db
    .selectFrom('meeting_invitee as i')
    .innerJoin('person', 'person.id', 'i.person_id')
    .leftJoin('organisation', 'organisation.id', 'i.organisation_id')
    .select([
      'i.id', 'i.meeting_id as meetingId', 'i.person_id as personId', 'person.name', 'i.organisation_id as organisationId', 'organisation.name as organisation', 'i.role', 'i.pass_id as passId',
      'i.mail_id as mailId', 'i.mailed_at as mailedAt', 'i.answer', 'i.word', 'i.answered_at as answeredAt', 'i.attended',
    ])
    .$castTo<Invitee>()

/** Those who are called to these meetings, by organisation and name. For members only: the caller has asked. */
export const inviteesOf = (db: Reader, meetingIds: readonly string[]): Promise<Invitee[]> =>
  all(db).where('i.meeting_id', '=', sql<string>`any(${[...meetingIds]}::uuid[])`).orderBy('organisation.name', (ob) => ob.asc().nullsLast()).orderBy('person.name').orderBy('i.id').execute()

export type NewInvitee = { meetingId: string; personId: string; organisationId: string | null; role: string | null }

/** Calls people to meetings; those who are called already stay as they are. */
export async function insertInvitees(tx: Tx, invitees: readonly NewInvitee[]): Promise<void> {
  if (invitees.length === 0) return
  await tx
    .insertInto('meeting_invitee')
    .values(invitees.map((one) => ({ id: v7(), meeting_id: one.meetingId, person_id: one.personId, organisation_id: one.organisationId, role: one.role })))
    .onConflict((conflict) => conflict.columns(['meeting_id', 'person_id']).doNothing())
    .execute()
}

/** Takes people off the list of a meeting. */
export async function deleteInvitees(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('meeting_invitee').where('id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
}

/** What was sent to whom: the link's pass and the latest mail. */
export async function setSent(tx: Tx, sent: readonly { id: string; passId: string; mailId: string }[], now: Temporal.Instant): Promise<void> {
  if (sent.length === 0) return
  await sql`
    update meeting_invitee set pass_id = sent.pass, mail_id = sent.mail, mailed_at = ${now.toString()}::timestamptz
    from unnest(${sent.map((one) => one.id)}::uuid[], ${sent.map((one) => one.passId)}::uuid[], ${sent.map((one) => one.mailId)}::uuid[]) as sent (id, pass, mail)
    where meeting_invitee.id = sent.id`.execute(tx)
}

/** What somebody answers. The last answer counts. */
export async function setAnswer(tx: Tx, id: string, answer: Answer, word: string | null, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('meeting_invitee').set({ answer, word, answered_at: now.toString() }).where('id', '=', id).execute()
}

/** A meeting at another time is another question: what was answered no longer holds. */
export async function clearAnswers(tx: Tx, meetingIds: readonly string[]): Promise<void> {
  await tx.updateTable('meeting_invitee').set({ answer: null, word: null, answered_at: null }).where('meeting_id', '=', sql<string>`any(${[...meetingIds]}::uuid[])`).execute()
}

/** Who was there. */
export async function setAttendance(tx: Tx, meetingId: string, attendance: ReadonlyMap<string, Attendance | null>): Promise<void> {
  if (attendance.size === 0) return
  await sql`
    update meeting_invitee set attended = came.how from unnest(${[...attendance.keys()]}::uuid[], ${[...attendance.values()]}::text[]) as came (id, how)
    where meeting_invitee.id = came.id and meeting_invitee.meeting_id = ${meetingId}`.execute(tx)
}

/** How often somebody came to the last meetings of an arena: out of how many that they were called to. */
export type Presence = { personId: string; name: string; organisation: string | null; called: number; came: number }

/** Presence over the latest meetings of an arena that were held, at most this many, the least seen first. */
export async function presenceIn(db: Reader, arenaId: string, before: string, meetings: number): Promise<Presence[]> {
  const { rows } = await sql<Presence>`
    with latest as (
      select m.id from link l join item i on i.id = l.from_id join meeting m on m.id = i.id
      where l.to_id = ${arenaId} and l.relation = 'held_in' and l.removed_at is null and i.removed_at is null and i.state in ('held', 'approved') and m.held_on <= ${before}::date
      order by m.held_on desc, m.id limit ${meetings})
    select v.person_id as "personId", p.name, max(o.name) as organisation, count(*)::int as called, (count(*) filter (where v.attended = 'present'))::int as came
    from meeting_invitee v join latest on latest.id = v.meeting_id join person p on p.id = v.person_id left join organisation o on o.id = v.organisation_id
    where v.attended is not null group by v.person_id, p.name order by avg(case when v.attended = 'present' then 1 else 0 end), count(*) desc, p.name`.execute(db)
  return rows
}
