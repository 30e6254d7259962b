import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { itemsAsOf, type Snapshot } from '../../thread/index.ts'
import type { PlanLink } from '../one-page/plan-tree.ts'

/** The items that the viewer may read today, also those that have been removed since: nobody sees more of the past than of the present. */
export async function readableEver(db: Reader, viewer: Viewer, workspaceId: string): Promise<Map<string, Lang>> {
  const rows = await db.selectFrom('item').select(['id', 'language']).where('workspace_id', '=', workspaceId).where(readable(viewer)).execute()
  return new Map(rows.map((row) => [row.id, row.language as Lang]))
}

/** What was kept of every item at an instant, of those that may be read. */
export async function standingAt(db: Reader, workspaceId: string, at: Temporal.Instant, mayRead: ReadonlyMap<string, unknown>): Promise<Map<string, Snapshot>> {
  const all = await itemsAsOf(db, workspaceId, at)
  return new Map([...all].filter(([id]) => mayRead.has(id)))
}

/** The links that held at an instant; those with an end that did not stand then are left out by the one who draws. */
export async function linksAt(db: Reader, workspaceId: string, at: Temporal.Instant): Promise<PlanLink[]> {
  const { rows } = await sql<PlanLink>`
    select relation, from_id, to_id from link
    where workspace_id = ${workspaceId} and created_at <= ${at.toString()}::timestamptz and (removed_at is null or removed_at > ${at.toString()}::timestamptz)
    order by id`.execute(db)
  return rows
}

/** The first day that anything was written, for the one who asks further back than that. */
export async function beganAt(db: Reader, workspaceId: string): Promise<Temporal.Instant | null> {
  const row = await db.selectFrom('event').select('at').where('workspace_id', '=', workspaceId).where('item_id', 'is not', null).orderBy('sequence').limit(1).executeTakeFirst()
  return row?.at ?? null
}
