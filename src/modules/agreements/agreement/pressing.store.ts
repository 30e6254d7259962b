import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { renewalDays } from './standing.ts'

/** What is pressing about an agreement: a successor to be settled, or a renewal whose day has come near. Days as YYYY-MM-DD. */
export type Pressing = { number: number; title: string; renewBy: string | null; questions: number }

/** The agreements of a workspace that those who lead it should do something about now. One statement. */
export async function pressingAgreements(db: Reader, viewer: Viewer, workspaceId: string, today: string): Promise<Pressing[]> {
  const { rows } = await sql<Pressing>`
    select item.number, item.title, case when own.renew_by <= ${today}::date + ${renewalDays}::int and item.state in ('agreed', 'in_force') and not replaced.yes then own.renew_by end as "renewBy", asked.questions
    from item join agreement own on own.id = item.id
    cross join lateral (select exists (select from link l join item newer on newer.id = l.from_id where l.to_id = item.id and l.relation = 'replaces' and l.removed_at is null and newer.removed_at is null) as yes) replaced
    cross join lateral (
      select count(*)::int as questions from agreement_party p join succession s on s.from_id = p.organisation_id
      where p.item_id = item.id and (p.left_on is null or p.left_on >= s.on_date - 1) and s.on_date <= ${today}::date
        and not exists (select from agreement_succession a where a.item_id = p.item_id and a.from_id = s.from_id and a.to_id = s.to_id)) asked
    where item.workspace_id = ${workspaceId} and item.kind = 'agreement' and item.removed_at is null and item.state is distinct from 'ended' and ${readable(viewer)}
      and (asked.questions > 0 or (own.renew_by <= ${today}::date + ${renewalDays}::int and item.state in ('agreed', 'in_force') and not replaced.yes))
    order by item.number`.execute(db)
  return rows
}

export type Due = { itemId: string; number: number; title: string; renewBy: string; workspaceId: string }

/** Agreements, anywhere, whose renewal is near and that nobody has been reminded of: not those that another has taken the place of. */
export async function renewalsDue(db: Reader, today: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select item.id as "itemId", item.number, item.title, own.renew_by as "renewBy", item.workspace_id as "workspaceId"
    from agreement own join item on item.id = own.id join workspace w on w.id = item.workspace_id
    where own.renew_by <= ${today}::date + ${renewalDays}::int and item.state in ('agreed', 'in_force') and item.removed_at is null and w.state = 'active'
      and not exists (select from agreement_reminded r where r.item_id = item.id and r.renew_by = own.renew_by)
      and not exists (select from link l join item newer on newer.id = l.from_id where l.to_id = item.id and l.relation = 'replaces' and l.removed_at is null and newer.removed_at is null)
    order by item.id`.execute(db)
  return rows
}

/** Marks that they were reminded of this day, once: says whether this was the time. */
export async function markReminded(db: Reader, itemId: string, renewBy: string, at: string): Promise<boolean> {
  const { rows } = await sql`insert into agreement_reminded (item_id, renew_by, reminded_at) values (${itemId}, ${renewBy}::date, ${at}::timestamptz) on conflict do nothing returning 1`.execute(db)
  return rows.length > 0
}
