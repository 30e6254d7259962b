import type { Reader, Tx } from '../../platform/db/database.ts'

/** How a workspace is set up: what it is called, who may see it, and who answers for what. */
export type Settings = {
  title: string
  language: string
  areas_above_goals: boolean
  public: boolean
  legal_owner_id: string | null
  data_controller_id: string | null
  archive_responsible_id: string | null
  funder: string | null
  ends_on: string | null
}

const columns = ['title', 'language', 'areas_above_goals', 'public', 'legal_owner_id', 'data_controller_id', 'archive_responsible_id', 'funder', 'ends_on'] as const

export const readSettings = (db: Reader, workspaceId: string): Promise<Settings & { version: number }> =>
  db.selectFrom('workspace').select([...columns, 'version']).where('id', '=', workspaceId).executeTakeFirstOrThrow()

/** Compare and swap: says whether the workspace still had this version. */
export async function writeSettings(tx: Tx, workspaceId: string, version: number, settings: Settings): Promise<boolean> {
  const updated = await tx
    .updateTable('workspace')
    .set({ ...settings, version: version + 1 })
    .where('id', '=', workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
