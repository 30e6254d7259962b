import { type SqlBool, sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { openStates } from './answer.ts'

/** What is listed: late, open, done (or dropped), or everything; of one owner or of none; of one meeting or of none. */
export const views = ['sene', 'apne', 'ferdige', 'alle'] as const
export type Chosen = { view: (typeof views)[number]; owner: string | 'ingen' | null; meeting: number | 'ingen' | null; words: string; state: string | null }

export type ListedTask = {
  id: string; number: number; title: string; language: Lang; state: string; dueOn: string | null; answer: string | null; owners: string[]; responsible: string | null
  meeting: { number: number; title: string; heldOn: string | null } | null
}

const open = sql`item.state = any(${[...openStates]}::text[])`
/** Late from the day after. */
const late = (today: string) => sql<SqlBool>`(${open} and f.due_on < ${today}::date)`

/** The meeting that a task was taken down in, that the viewer may read: the latest, where there are several. */
const meetingOf = (viewer: Viewer) => sql`left join lateral (
  select meeting.id, meeting.number, meeting.title, own.held_on from link l join item meeting on meeting.id = l.to_id join meeting own on own.id = meeting.id
  where l.from_id = item.id and l.relation = 'comes_from' and l.removed_at is null and meeting.removed_at is null and ${readable(viewer, 'meeting')} order by own.held_on desc nulls last, meeting.number desc limit 1) met on true`

/** The tasks of a workspace that are chosen, late ones first, and how many there are in all. */
export async function listTasks(db: Reader, viewer: Viewer, workspaceId: string, chosen: Chosen, page: { today: string; limit: number; offset: number }): Promise<{ tasks: ListedTask[]; total: number }> {
  const { view, owner, meeting, words, state } = chosen
  const where = [
    view === 'sene' ? late(page.today) : view === 'apne' ? open : view === 'ferdige' ? sql`not ${open}` : sql`true`,
    ...(owner === 'ingen' ? [sql`not exists (select from item_organisation io where io.item_id = item.id and io.role = 'owner')`] : owner ? [sql`exists (select from item_organisation io where io.item_id = item.id and io.role = 'owner' and io.organisation_id = ${owner}::uuid)`] : []),
    ...(meeting === 'ingen' ? [sql`met.id is null`] : meeting !== null ? [sql`met.number = ${meeting}`] : []),
    ...(words ? [sql`position(lower(${words}) in lower(item.title)) > 0`] : []),
    ...(state ? [sql`item.state = ${state}`] : []),
  ]
  const { rows } = await sql<ListedTask & { total: number }>`
    select item.id, item.number, item.title, item.language, item.state, f.due_on as "dueOn", f.answer, p.name as responsible, count(*) over ()::int as total,
      array(select o.name from item_organisation io join organisation o on o.id = io.organisation_id where io.item_id = item.id and io.role = 'owner' order by io.place) as owners,
      case when met.id is not null then jsonb_build_object('number', met.number, 'title', met.title, 'heldOn', met.held_on) end as meeting
    from item join follow_up f on f.id = item.id left join person p on p.id = f.responsible_id ${meetingOf(viewer)}
    where item.workspace_id = ${workspaceId} and item.kind = 'follow_up' and item.removed_at is null and ${readable(viewer)} and ${sql.join(where, sql` and `)}
    order by not ${open}, f.due_on nulls last, item.number limit ${page.limit} offset ${page.offset}`.execute(db)
  return { tasks: rows, total: rows[0]?.total ?? 0 }
}

/** How it stands with one owner, or with what one meeting gave. `key` is the organisation's id or the meeting's number; null for those without. */
export type Tally = { key: string | null; name: string | null; on: string | null; open: number; late: number; help: number; oldest: string | null; done: number }

const counts = (today: string) => sql`
  count(*) filter (where ${open})::int as open, count(*) filter (where ${late(today)})::int as late, count(*) filter (where item.state = 'problem')::int as help,
  min(f.due_on) filter (where ${late(today)}) as oldest, count(*) filter (where item.state = 'done')::int as done`

/** Whose the tasks are, those with most that is late first. One of several owners counts with each. */
export async function byOwner(db: Reader, viewer: Viewer, workspaceId: string, today: string): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select o.id as key, o.name, null::date as on, ${counts(today)}
    from item join follow_up f on f.id = item.id left join item_organisation io on io.item_id = item.id and io.role = 'owner' left join organisation o on o.id = io.organisation_id
    where item.workspace_id = ${workspaceId} and item.kind = 'follow_up' and item.removed_at is null and ${readable(viewer)}
    group by o.id order by late desc, open desc, o.name nulls last limit 200`.execute(db)
  return rows
}

/** Which meetings the tasks come from, the latest first. */
export async function byMeeting(db: Reader, viewer: Viewer, workspaceId: string, today: string): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select met.number::text as key, min(met.title) as name, min(met.held_on) as on, ${counts(today)}
    from item join follow_up f on f.id = item.id ${meetingOf(viewer)}
    where item.workspace_id = ${workspaceId} and item.kind = 'follow_up' and item.removed_at is null and ${readable(viewer)}
    group by met.number order by min(met.held_on) desc nulls last, met.number desc nulls last limit 200`.execute(db)
  return rows
}
