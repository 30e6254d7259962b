import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** A lesson that fits what somebody is about to begin on. `here` is when it stands in the same workspace, and can be tied. */
export type Offered = { id: string; number: number; title: string; language: Lang; advice: string | null; slug: string; workspace: string; here: boolean }

const mostOffered = 6

/**
 * Lessons that the viewer may read and that were learned from, or used in, something of these kinds, here or elsewhere; and those in this workspace that speak of it by
 * one of these words. Those from here come first, then those that were learned, then the newest. One statement.
 */
export async function lessonsFor(db: Reader, viewer: Viewer, workspaceId: string, kinds: readonly string[], words: readonly string[]): Promise<Offered[]> {
  const { rows } = await sql<Offered>`
    select item.id, item.number, item.title, item.language, own.advice, w.slug, w.title as workspace, item.workspace_id = ${workspaceId} as here
    from (
      select from_id as id, min(case relation when 'learned_from' then 1 else 2 end) as rank from link
      where from_kind = 'lesson' and to_kind = any(${[...kinds]}::text[]) and removed_at is null group by 1
      union all
      select i.id, 3 from item i where i.workspace_id = ${workspaceId} and i.kind = 'lesson' and i.removed_at is null and concat_ws(' ', i.title, i.search_body) ~* ${words.join('|')}) fits
    join item on item.id = fits.id join lesson own on own.id = item.id join workspace w on w.id = item.workspace_id
    where item.removed_at is null and ${readable(viewer)}
    group by item.id, own.advice, w.id
    order by (item.workspace_id = ${workspaceId}) desc, min(fits.rank), item.changed_at desc, item.id limit ${mostOffered}`.execute(db)
  return rows
}
