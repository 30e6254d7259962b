import { sql } from 'kysely'
import { readable } from '../../platform/access/readable.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { itemPath } from '../../modules/thread/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'

/** One thing that a person is asked for: what, from whom, by when, and where it is done. */
export type Asked = {
  what: 'measure' | 'decision' | 'status' | 'invitation' | 'handover'
  title: string
  href: string
  /** The workspace that asks. */
  from: string
  /** The whole day in Oslo. */
  due: string | null
  /** They are named themselves, and not only their organisation. */
  mine: boolean
}

export type AskedContext = { db: Reader; viewer: Viewer; workspaces: readonly Workspace[]; catalogue: Catalogue; now: Temporal.Instant; /** Signs the links of invitations. */ passKey: Uint8Array }

/**
 * Open measures and decisions that their organisation owns where they act for it, and measures they are named responsible for.
 * Those with a date first.
 */
export async function itemsAsked({ db, viewer, workspaces, catalogue }: AskedContext, limit: number): Promise<Asked[]> {
  if (!viewer.person || viewer.memberships.length === 0) return []
  const places = viewer.memberships.map((m) => m.workspaceId)
  const pairs = viewer.memberships.flatMap((m) => (m.organisationId ? [sql`(item.workspace_id = ${m.workspaceId} and io.organisation_id = ${m.organisationId})`] : []))
  const owned = pairs.length > 0 ? sql`exists (select from item_organisation io where io.item_id = item.id and io.role = 'owner' and (${sql.join(pairs, sql` or `)}))` : sql`false`
  const { rows } = await sql<{ kind: 'measure' | 'decision'; number: number; title: string; due: string | null; workspaceId: string; mine: boolean }>`
    select item.kind, item.number, item.title, coalesce(m.ends_on, d.due_on) as due, item.workspace_id as "workspaceId", coalesce(m.responsible_id = ${viewer.person.id}, false) as mine
    from item left join measure m on m.id = item.id left join decision d on d.id = item.id
    where item.workspace_id = any(${places}::uuid[]) and item.removed_at is null and ${readable(viewer)}
      and ((item.kind = 'measure' and item.state not in ('completed', 'cancelled')) or (item.kind = 'decision' and item.state <> 'followed_up'))
      and (${owned} or m.responsible_id = ${viewer.person.id})
    order by due nulls last, item.title limit ${limit}`.execute(db)
  const byId = new Map(workspaces.filter((one) => one.state === 'active').map((one) => [one.id, one]))
  return rows.flatMap(({ kind: name, number, title, due, workspaceId, mine }) => {
    const [workspace, kind] = [byId.get(workspaceId), catalogue.kinds.get(name)]
    return workspace && kind ? [{ what: name, title, due, mine, from: workspace.title, href: itemPath(workspace, kind, { number }) }] : []
  })
}
