import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** The arena that a meeting is held in. */
export type ArenaHead = { id: string; number: number; title: string; language: Lang }

/** A meeting as a list shows it. `answered` and `called` are people; `points` is how long the agenda is. */
export type ListedMeeting = {
  id: string; number: number; title: string; language: Lang; state: string; heldOn: string | null; startsAt: string | null; endsAt: string | null; venue: string | null; seriesId: string | null
  arena: ArenaHead | null; points: number; called: number; answered: number
}

export type MeetingFilter = { workspaceId: string; when: 'coming' | 'past'; today: string; arena: string | null; limit: number; offset: number }

const arenaOf = (viewer: Viewer) => sql`
  left join lateral (
    select arena.id, arena.number, arena.title, arena.language from link l join item arena on arena.id = l.to_id
    where l.from_id = item.id and l.relation = 'held_in' and l.removed_at is null and arena.removed_at is null and ${readable(viewer, 'arena')} order by l.id limit 1) arena on true`

/** Meetings that are coming, the next first, or that have been, the latest first; without a day they are coming. One statement. */
export async function listMeetings(db: Reader, viewer: Viewer, { workspaceId, when, today, arena, limit, offset }: MeetingFilter): Promise<{ meetings: ListedMeeting[]; total: number }> {
  const past = sql`(m.held_on < ${today}::date)`
  const { rows } = await sql<Omit<ListedMeeting, 'arena'> & { arena: ArenaHead | null; total: number }>`
    select item.id, item.number, item.title, item.language, coalesce(item.state, 'planned') as state, m.held_on::text as "heldOn", m.starts_at as "startsAt", m.ends_at as "endsAt", m.venue, c.series_id as "seriesId",
      case when arena.id is not null then json_build_object('id', arena.id, 'number', arena.number, 'title', arena.title, 'language', arena.language) end as arena,
      (select count(*)::int from agenda_point p where p.item_id = item.id) as points,
      (select count(*)::int from meeting_invitee v where v.meeting_id = item.id) as called,
      (select count(v.answer)::int from meeting_invitee v where v.meeting_id = item.id) as answered,
      (count(*) over ())::int as total
    from item join meeting m on m.id = item.id left join meeting_call c on c.meeting_id = item.id ${arenaOf(viewer)}
    where item.workspace_id = ${workspaceId} and item.removed_at is null and ${readable(viewer)}
      and ${when === 'past' ? past : sql`${past} is not true`} and ${arena === null ? sql`true` : sql`arena.id = ${arena}`}
    order by ${when === 'past' ? sql`m.held_on desc, m.starts_at desc` : sql`m.held_on nulls last, m.starts_at`}, item.number limit ${limit} offset ${offset}`.execute(db)
  return { meetings: rows, total: rows[0]?.total ?? 0 }
}

/** The arena of each of these meetings, as far as the viewer may see it. */
export async function arenasOf(db: Reader, viewer: Viewer, meetingIds: readonly string[]): Promise<Map<string, ArenaHead>> {
  const { rows } = await sql<ArenaHead & { meeting: string }>`
    select distinct on (l.from_id) l.from_id as meeting, arena.id, arena.number, arena.title, arena.language from link l join item arena on arena.id = l.to_id
    where l.from_id = any(${[...meetingIds]}::uuid[]) and l.relation = 'held_in' and l.removed_at is null and arena.removed_at is null and ${readable(viewer, 'arena')} order by l.from_id, l.id`.execute(db)
  return new Map(rows.map(({ meeting, ...arena }) => [meeting, arena]))
}

/** Holds a meeting while something that counts under its version is changed, and says which version it has. */
export async function holdMeeting(db: Reader, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from item where id = ${id} for no key update`.execute(db)
  return rows[0]?.version ?? 0
}
