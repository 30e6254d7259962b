import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Elsewhere } from '../../../platform/item/elsewhere.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { measureElsewhere } from './elsewhere.ts'

/** That a measure is kept here: a condition on its table, named `own`. */
export const keptHere: RawBuilder<SqlBool> = sql<SqlBool>`own.kept_in is null and own.kept_at is null`

export type KeptElsewhere = Elsewhere & { id: string; number: number; title: string; language: Lang }

/** Measures that are not over, and are kept in another system, in the plan's own order. One statement. */
export async function elsewhereIn(db: Reader, viewer: Viewer, workspaceId: string): Promise<KeptElsewhere[]> {
  const { rows } = await sql<{ id: string; number: number; title: string; language: Lang; kept_in: string | null; kept_at: string | null }>`
    select item.id, item.number, item.title, item.language, own.kept_in, own.kept_at from item join measure own on own.id = item.id
    where item.workspace_id = ${workspaceId} and item.kind = 'measure' and item.removed_at is null and item.state is distinct from 'completed' and item.state is distinct from 'cancelled'
      and not (${keptHere}) and ${readable(viewer)}
    order by item.place, item.number`.execute(db)
  return rows.flatMap(({ kept_in, kept_at, ...head }) => {
    const where = measureElsewhere({ kept_in, kept_at })
    return where ? [{ ...head, ...where }] : []
  })
}
