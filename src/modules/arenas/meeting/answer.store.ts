import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { Answer } from './invitee.store.ts'

/** A meeting as somebody who is called to it is asked about it, whatever they otherwise may see. */
export type AskedMeeting = {
  inviteeId: string; meetingId: string; number: number; title: string; language: Lang; state: string; heldOn: string | null; startsAt: string | null; endsAt: string | null; venue: string | null; onlineUrl: string | null
  about: string | null; seriesId: string | null; answer: Answer | null; word: string | null; organisationId: string | null; organisation: string | null; points: string[]; calledBy: string | null
}

type Found = AskedMeeting & { workspace: Pick<WorkspaceHead, 'id' | 'slug' | 'title' | 'state' | 'example' | 'language'> }

const asked = sql`
  select v.id as "inviteeId", item.id as "meetingId", item.number, item.title, item.language, item.state, m.held_on::text as "heldOn", m.starts_at as "startsAt", m.ends_at as "endsAt", m.venue, m.online_url as "onlineUrl",
    m.about, c.series_id as "seriesId", v.answer, v.word, v.organisation_id as "organisationId", o.name as organisation,
    array(select p.title from agenda_point p where p.item_id = item.id order by p.place) as points,
    (select s.name from mail join person s on s.id = mail.sender_id where mail.id = v.mail_id) as "calledBy",
    json_build_object('id', w.id, 'slug', w.slug, 'title', w.title, 'state', w.state, 'example', w.example, 'language', w.language) as workspace
  from meeting_invitee v join item on item.id = v.meeting_id join meeting m on m.id = item.id join workspace w on w.id = item.workspace_id
    left join meeting_call c on c.meeting_id = item.id left join organisation o on o.id = v.organisation_id
  where item.removed_at is null and v.mailed_at is not null`

/** The meeting of an invitation; null when it is no longer there. */
export async function findAsked(db: Reader, inviteeId: string): Promise<Found | null> {
  return (await sql<Found>`${asked} and v.id = ${inviteeId}`.execute(db)).rows[0] ?? null
}

/** The meetings of the same series that the same person is called to, from a day on. */
export async function othersInSeries(db: Reader, inviteeId: string, seriesId: string, from: string): Promise<AskedMeeting[]> {
  return (await sql<Found>`${asked} and c.series_id = ${seriesId} and v.id <> ${inviteeId} and m.held_on >= ${from}::date and v.person_id = (select person_id from meeting_invitee where id = ${inviteeId}) order by m.held_on`.execute(db)).rows
}

/** The meetings that somebody is called to, from a day on, in all workspaces that are in use. */
export async function meetingsOfPerson(db: Reader, personId: string, from: string): Promise<Found[]> {
  return (await sql<Found>`${asked} and v.person_id = ${personId} and m.held_on >= ${from}::date and w.state = 'active' order by m.held_on, m.starts_at, item.id limit 500`.execute(db)).rows
}
