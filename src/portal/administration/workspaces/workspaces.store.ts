import { type SqlBool, sql } from 'kysely'
import { holdsOn } from '../../../platform/access/holds.ts'
import type { Reader } from '../../../platform/db/database.ts'

export const workspaceStates = ['all', 'active', 'archived', 'leaderless'] as const
export type WorkspaceState = (typeof workspaceStates)[number]

/** A workspace as an administrator sees it: who answers for it, how large it is and whether it lives. Nothing of what stands in it. */
export type AdministeredWorkspace = {
  id: string; slug: string; title: string; kind: string; state: string; public: boolean; example: boolean; owner: string | null; controller: string | null; archive: string | null; funder: string | null; endsOn: string | null
  createdAt: Temporal.Instant; changedAt: Temporal.Instant | null; items: number; members: number; total: number
}

const leads = (today: string) => sql`exists (select from membership m where m.workspace_id = w.id and m.role in ('leader', 'secretariat', 'process_leader') and ${holdsOn('m', today)})`

/** Workspaces by title. One statement; the sizes are counted for those that are shown only. */
export async function administeredWorkspaces(db: Reader, filter: { text: string; state: WorkspaceState; slug?: string; today: string; page: number; pageSize: number }): Promise<{ workspaces: AdministeredWorkspace[]; total: number }> {
  const conditions: ReturnType<typeof sql<SqlBool>>[] = [sql<SqlBool>`true`]
  if (filter.slug !== undefined) conditions.push(sql<SqlBool>`w.slug = ${filter.slug}`)
  if (filter.text) conditions.push(sql<SqlBool>`w.search_title like '%' || search_fold(${filter.text.replace(/[\\%_]/g, '\\$&')}) || '%'`)
  if (filter.state === 'active' || filter.state === 'archived') conditions.push(sql<SqlBool>`w.state = ${filter.state}`)
  if (filter.state === 'leaderless') conditions.push(sql<SqlBool>`w.state = 'active' and not ${leads(filter.today)}`)
  const { rows } = await sql<AdministeredWorkspace>`
    select w.id, w.slug, w.title, w.kind, w.state, w.public, w.example, w.funder, w.ends_on as "endsOn", w.created_at as "createdAt", w.total, o.name as owner, c.name as controller, a.name as archive,
      (select max(changed_at) from item i where i.workspace_id = w.id) as "changedAt",
      (select count(*)::int from item i where i.workspace_id = w.id and i.removed_at is null) as items,
      (select count(distinct m.person_id)::int from membership m where m.workspace_id = w.id and ${holdsOn('m', filter.today)}) as members
    from (select w.*, count(*) over ()::int as total from workspace w where ${sql.join(conditions, sql` and `)} order by w.title, w.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}) w
      left join organisation o on o.id = w.legal_owner_id left join organisation c on c.id = w.data_controller_id left join organisation a on a.id = w.archive_responsible_id
    order by w.title, w.id`.execute(db)
  return { workspaces: rows, total: rows[0]?.total ?? 0 }
}

export type Leader = { id: string; name: string; role: string; organisation: string | null }

/** Who leads a workspace today. */
export async function leadersOf(db: Reader, workspaceId: string, today: string): Promise<Leader[]> {
  return (await sql<Leader>`
    select p.id, p.name, m.role, o.name as organisation from membership m join person p on p.id = m.person_id left join organisation o on o.id = m.organisation_id
    where m.workspace_id = ${workspaceId} and m.role in ('leader', 'secretariat', 'process_leader') and ${holdsOn('m', today)} order by p.name, m.id limit 100`.execute(db)).rows
}
