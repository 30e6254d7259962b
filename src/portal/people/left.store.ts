import { sql } from 'kysely'
import { holdsOn } from '../../platform/access/holds.ts'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { leading } from '../../platform/item/kind.ts'
import type { LeftBehind } from '../../modules/actors/index.ts'
import { rounds } from './rounds.ts'

/** Something that is left, as it is shown. A measure that the reader may not read has no title, and is raised all the same. For a role, `title` is the role. */
export type Left = LeftBehind & { title: string | null; number: number | null; slug: string; workspace: string; /** The workspace has others who lead it. */ led: boolean }

export type Leaver = { personId: string; organisationId: string; /** Only here, or (null) everywhere. */ workspaceId: string | null; successorId: string | null }

/**
 * What somebody leaves behind in the workspaces where they act for an organisation: open measures and tasks that they answer for, their roles, and questions
 * that they have not answered. A measure goes to the successor where they may change it; all else to those who lead. One statement.
 */
export async function readLeft(db: Reader, viewer: Viewer, { personId, organisationId, workspaceId, successorId }: Leaver, today: string): Promise<Left[]> {
  // Who takes over may read it, and may change it: by leading, or for the organisation that owns it.
  const receiver = sql`(select s.person_id from membership s where s.person_id = ${successorId}::uuid and s.workspace_id = item.workspace_id and ${holdsOn('s', today)}
    and (item.audience in ('public', 'workspace') or (item.audience = 'roles' and s.role = any(item.audience_roles)))
    and (s.role = any(${[...leading]}::text[]) or (s.role = 'partner' and exists (select from item_organisation io where io.item_id = item.id and io.role = 'owner' and io.organisation_id = s.organisation_id)))
    limit 1)`
  const { rows } = await sql<Left>`
    with acting as (
      select m.id, m.workspace_id, m.role from membership m
      where m.person_id = ${personId} and m.organisation_id = ${organisationId} and (m.valid_to is null or m.valid_to >= ${today}::date)
        and (${workspaceId}::uuid is null or m.workspace_id = ${workspaceId}::uuid)),
    places as (
      select w.id, w.slug, w.title, exists (select from membership o where o.workspace_id = w.id and o.role = any(${[...leading]}::text[]) and o.person_id <> ${personId} and ${holdsOn('o', today)}) as led
      from workspace w where w.state = 'active' and w.id in (select workspace_id from acting))
    select 'measure' as what, item.id as "subjectId", item.workspace_id as "workspaceId", case when ${readable(viewer)} then item.title end as title, item.number, p.slug, p.title as workspace, p.led,
      ${receiver} as "receiverId"
    from measure me join item on item.id = me.id join places p on p.id = item.workspace_id
    where me.responsible_id = ${personId} and item.removed_at is null and item.state not in ('completed', 'cancelled')
    union all
    select 'follow_up', item.id, item.workspace_id, case when ${readable(viewer)} then item.title end, item.number, p.slug, p.title, p.led,
      ${receiver}
    from follow_up f join item on item.id = f.id join places p on p.id = item.workspace_id
    where f.responsible_id = ${personId} and item.removed_at is null and item.state in ('open', 'on_the_way', 'problem')
    union all
    select 'membership', a.id, a.workspace_id, a.role, null, p.slug, p.title, p.led, null from acting a join places p on p.id = a.workspace_id
    union all
    select 'question', q.id, q.workspace_id, q.title, q.number, p.slug, p.title, p.led, null
    from (${sql.join(rounds.map((kind) => kind.asked(sql`q.person_id = ${personId}`)), sql` union all `)}) q (id, person_id, organisation_id, workspace_id, title, number, waited) join places p on p.id = q.workspace_id
    where q.waited and (q.organisation_id is null or q.organisation_id = ${organisationId})
    order by 7, 1, 4 nulls last`.execute(db)
  return rows
}

export type Reached = { id: string; email: string; language: string; workspaceId: string | null }

/**
 * Whom to write to: the receivers who were named, and for what has none the secretariat of each workspace, else others who lead it,
 * else the administrators. Never the one who leaves. One statement.
 */
export async function whomToTell(db: Reader, leaverId: string, receiverIds: readonly string[], workspaceIds: readonly string[], today: string): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    with leads as (
      select m.workspace_id, m.person_id, min(case m.role when 'secretariat' then 1 else 2 end) as rank
      from membership m where m.workspace_id = any(${[...workspaceIds]}::uuid[]) and m.role = any(${[...leading]}::text[]) and m.person_id <> ${leaverId}
        and ${holdsOn('m', today)} group by 1, 2),
    told as (
      select person_id, workspace_id from leads where rank = (select min(rank) from leads l where l.workspace_id = leads.workspace_id)
      union select p.id, w.id from person p cross join unnest(${[...workspaceIds]}::uuid[]) w(id) where p.administrator and p.id <> ${leaverId} and not exists (select from leads where leads.workspace_id = w.id)
      union select unnest(${[...receiverIds]}::uuid[]), null::uuid)
    select t.person_id as id, i.subject as email, p.language, t.workspace_id as "workspaceId"
    from told t join person p on p.id = t.person_id
    join lateral (select subject from identity where person_id = p.id and provider = 'email' order by created_at limit 1) i on true
    order by t.person_id`.execute(db)
  return rows
}
