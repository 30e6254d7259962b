import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

export type EndedRole = { membershipId: string; workspaceId: string; role: string }

/**
 * Ends the roles in which a person acts for an organisation, in one workspace or (null) in all. They hold through the last day,
 * and from the next request after it they give no rights. A role that would have begun later never does. Returns those that were ended.
 */
export async function endActingFor(tx: Tx, of: { personId: string; organisationId: string; workspaceId: string | null }, lastDay: string): Promise<EndedRole[]> {
  const theirs = sql`person_id = ${of.personId} and organisation_id = ${of.organisationId} and (${of.workspaceId}::uuid is null or workspace_id = ${of.workspaceId}::uuid)`
  await sql`delete from membership where ${theirs} and valid_from > ${lastDay}::date`.execute(tx)
  const { rows } = await sql<EndedRole>`
    update membership set valid_to = ${lastDay}::date
    where ${theirs} and (valid_to is null or valid_to > ${lastDay}::date)
    returning id as "membershipId", workspace_id as "workspaceId", role`.execute(tx)
  return rows
}
