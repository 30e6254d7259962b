import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** The owner of a workspace, a partner in it, or only mentioned in its plan. */
export const partyRoles = ['owner', 'partner', 'mentioned'] as const
export type PartyRole = (typeof partyRoles)[number]

/** Gives organisations of a workspace this role; says how many had another. */
export async function setPartyRoles(tx: Tx, workspaceId: string, organisationIds: readonly string[], role: PartyRole): Promise<number> {
  const changed = await tx
    .updateTable('party')
    .set({ role })
    .where('workspace_id', '=', workspaceId)
    .where('organisation_id', '=', sql<string>`any(${[...organisationIds]}::uuid[])`)
    .where('role', '<>', role)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}
