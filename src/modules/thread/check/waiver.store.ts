import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { prepared } from '../../../platform/db/prepared.ts'

export type Waiver = { rule: string; item_id: string; number: number; kind: string; title: string; reason: string; at: Temporal.Instant; by: string | null }

/** What has been said not to apply, to items that the viewer may see; the newest first. */
export const waiversIn = (db: Reader, viewer: Viewer, workspaceId: string): Promise<Waiver[]> =>
  db
    .selectFrom('loose_thread_waiver as w')
    .modifyFront(prepared)
    .innerJoin('item', 'item.id', 'w.item_id')
    .leftJoin('person', 'person.id', 'w.by')
    .select(['w.rule', 'w.item_id', 'item.number', 'item.kind', 'item.title', 'w.reason', 'w.at', 'person.name as by'])
    .where('w.workspace_id', '=', workspaceId)
    .where('item.removed_at', 'is', null)
    .where(readable(viewer))
    .orderBy('w.at', 'desc')
    .limit(200)
    .execute()

export async function insertWaiver(tx: Tx, waiver: { workspaceId: string; rule: string; itemId: string; reason: string; at: string; by: string | null }): Promise<void> {
  await tx
    .insertInto('loose_thread_waiver')
    .values({ workspace_id: waiver.workspaceId, rule: waiver.rule, item_id: waiver.itemId, reason: waiver.reason, at: waiver.at, by: waiver.by })
    .onConflict((c) => c.columns(['workspace_id', 'rule', 'item_id']).doUpdateSet({ reason: waiver.reason, at: waiver.at, by: waiver.by }))
    .execute()
}

export async function deleteWaiver(tx: Tx, workspaceId: string, rule: string, itemId: string): Promise<boolean> {
  const gone = await tx.deleteFrom('loose_thread_waiver').where('workspace_id', '=', workspaceId).where('rule', '=', rule).where('item_id', '=', itemId).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
