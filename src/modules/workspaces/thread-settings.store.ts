import type { Tx } from '../../platform/db/database.ts'
import type { StepId } from '../../platform/item/kind.ts'
import type { Focus } from './workspace.store.ts'

/** Keeps what the workspace says about its thread, if it still has this version; says whether it had. */
export async function setThreadSettings(tx: Tx, workspaceId: string, version: number, change: { parts: readonly StepId[] } | { focus: Focus }): Promise<boolean> {
  const updated = await tx
    .updateTable('workspace')
    .set({
      version: version + 1,
      ...('parts' in change
        ? { parts_in_use: [...change.parts] }
        : {
            focus_areas: change.focus.areas,
            focus_measures_per_area: change.focus.measuresPerArea,
            focus_measures_per_organisation: change.focus.measuresPerOrganisation,
            focus_reason: change.focus.reason,
          }),
    })
    .where('id', '=', workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
