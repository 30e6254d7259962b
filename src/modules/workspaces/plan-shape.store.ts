import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { StepId } from '../../platform/item/kind.ts'

/** Which way a plan is built, where that is decided, and the parts of the thread that it takes into use beside those in use. */
export async function setPlanShape(tx: Tx, workspaceId: string, shape: { areasAboveGoals: boolean | null; partsTaken: readonly StepId[] }): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({
      parts_in_use: sql<string[]>`array(select distinct part from unnest(parts_in_use || ${shape.partsTaken}::text[]) part)`,
      ...(shape.areasAboveGoals !== null && { areas_above_goals: shape.areasAboveGoals }),
    })
    .where('id', '=', workspaceId)
    .execute()
}
