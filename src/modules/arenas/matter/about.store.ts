import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** A matter that takes something up. */
export type MatterAbout = { aboutId: string; id: string; number: number; title: string; language: Lang; state: string | null }

/** The matters that take up each of these items, the latest first, among those that the viewer may see. One statement. */
export async function mattersAbout(db: Reader, viewer: Viewer, itemIds: readonly string[]): Promise<Map<string, MatterAbout[]>> {
  if (itemIds.length === 0) return new Map()
  const { rows } = await sql<MatterAbout>`
    select link.to_id as "aboutId", item.id, item.number, item.title, item.language, item.state from link join item on item.id = link.from_id
    where link.to_id = any(${[...itemIds]}::uuid[]) and link.relation = 'handles' and link.removed_at is null and item.kind = 'matter' and item.removed_at is null and ${readable(viewer)}
    order by item.number desc`.execute(db)
  return Map.groupBy(rows, (row) => row.aboutId)
}

export const isUnsettled = ({ state }: Pick<MatterAbout, 'state'>): boolean => state !== 'decided' && state !== 'closed'

/** Holds an item until the transaction ends, and says whether a matter that takes it up is not settled, whoever may see that matter. */
export async function isTakenUp(tx: Tx, itemId: string): Promise<boolean> {
  await sql`select from item where id = ${itemId} for no key update`.execute(tx)
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from link join item on item.id = link.from_id
      where link.to_id = ${itemId} and link.relation = 'handles' and link.removed_at is null and item.kind = 'matter' and item.removed_at is null and item.state not in ('decided', 'closed')) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}
