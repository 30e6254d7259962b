import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import { type Viewer, workspacesOf } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'

type Brief = { kind: string; number: number; title: string; workspaceId: string }

/**
 * What came of something a person wrote or answered: somebody decided on it, it led to a result, or others went on with it.
 * `about` is theirs; `item` is what came of it, the same where others changed it.
 */
export type Outcome = { what: 'decided' | 'result' | 'changed'; at: Temporal.Instant; who: string | null; about: Brief; item: Brief }

/** The newest first, in a span of time. Only what the viewer may read at both ends, and nothing that they did themselves. */
export async function outcomesFor(db: Reader, viewer: Viewer, span: { since: Temporal.Instant; until: Temporal.Instant }, limit: number): Promise<Outcome[]> {
  const places = workspacesOf(viewer)
  const me = viewer.person?.id
  if (!me || places.length === 0) return []
  const within = (column: ReturnType<typeof sql.ref>) => sql`${column} >= ${span.since.toString()}::timestamptz and ${column} < ${span.until.toString()}::timestamptz`
  const brief = (alias: string) => sql`jsonb_build_object('kind', ${sql.ref(`${alias}.kind`)}, 'number', ${sql.ref(`${alias}.number`)}, 'title', ${sql.ref(`${alias}.title`)}, 'workspaceId', ${sql.ref(`${alias}.workspace_id`)})`
  const { rows } = await sql<Outcome>`
    with said as (
      select e.item_id, e.at from event e
      where e.person_id = ${me} and e.workspace_id = any(${places}::uuid[]) and e.item_id is not null and e.item_version is not null
        and e.at > ${span.until.subtract({ hours: 24 * 400 }).toString()}::timestamptz
      union all
      select answer.item_id, sending.sent_at from status_asked asked
        join status_share share on share.asked_id = asked.id and share.handed_to is null
        join status_answer answer on answer.id = share.answer_id join status_sending sending on sending.id = answer.sending_id
      where asked.person_id = ${me}),
    mine as (select item_id, min(at) as first, max(at) as last from said group by item_id),
    tied as (
      select case l.relation when 'decides' then 'decided' else 'result' end as what, l.created_at as at, l.created_by as by,
        case l.relation when 'decides' then l.to_id else l.from_id end as about_id, case l.relation when 'decides' then l.from_id else l.to_id end as item_id
      from link l join mine on mine.item_id = case l.relation when 'decides' then l.to_id else l.from_id end
      where l.removed_at is null and l.created_by is distinct from ${me}::uuid and l.created_at > mine.first and ${within(sql.ref('l.created_at'))}
        and ((l.relation = 'decides' and l.from_kind = 'decision') or (l.relation = 'leads_to' and l.to_kind in ('result', 'effect'))))
    select found.what, found.at, person.name as who, ${brief('about')} as about, ${brief('item')} as item
    from (
      select what, at, by, about_id, item_id from tied
      union all
      select 'changed', i.changed_at, i.changed_by, i.id, i.id from mine join item i on i.id = mine.item_id
      where i.changed_by is distinct from ${me}::uuid and i.changed_at > mine.last and ${within(sql.ref('i.changed_at'))}) found
    join item about on about.id = found.about_id join item on item.id = found.item_id
    left join person on person.id = found.by
    where about.removed_at is null and item.removed_at is null and ${readable(viewer, 'about')} and ${readable(viewer, 'item')}
    order by found.at desc, item.number limit ${limit}`.execute(db)
  return rows
}
