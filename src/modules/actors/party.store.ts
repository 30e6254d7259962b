import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'

/** The owner of a workspace, a partner in it, or only mentioned in its plan. */
export const partyRoles = ['owner', 'partner', 'mentioned'] as const
export type PartyRole = (typeof partyRoles)[number]

/**
 * Gives organisations of a workspace this role from a day; says how many had another. What they were until then stays as history,
 * unless it began that same day or was only a mention.
 */
export async function setPartyRoles(tx: Tx, workspaceId: string, organisationIds: readonly string[], role: PartyRole, from: string): Promise<number> {
  const others = () =>
    tx
      .updateTable('party')
      .where('workspace_id', '=', workspaceId)
      .where('organisation_id', '=', sql<string>`any(${[...organisationIds]}::uuid[])`)
      .where('valid_to', 'is', null)
      .where('role', '<>', role)
  const begins = role === 'mentioned' ? null : from
  const changed = await others()
    .where((eb) => eb.or([eb('role', '=', 'mentioned'), eb('valid_from', '>=', from)]))
    .set({ role, valid_from: begins })
    .executeTakeFirst()
  const ended = await others().set({ valid_to: sql<string>`${from}::date - 1` }).returning('organisation_id').execute()
  if (ended.length > 0) {
    await tx.insertInto('party').values(ended.map((one) => ({ workspace_id: workspaceId, organisation_id: one.organisation_id, role, valid_from: begins }))).execute()
  }
  return Number(changed.numUpdatedRows) + ended.length
}

/** Makes an organisation a party of a workspace with this role from a day, whether it was one before or not; says whether anything changed. */
export async function ensureParty(tx: Tx, workspaceId: string, organisationId: string, role: PartyRole, from: string): Promise<boolean> {
  const made = await tx
    .insertInto('party')
    .values({ workspace_id: workspaceId, organisation_id: organisationId, role, valid_from: role === 'mentioned' ? null : from })
    .onConflict((c) => c.columns(['workspace_id', 'organisation_id']).where('valid_to', 'is', null).doNothing())
    .executeTakeFirst()
  if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return true
  return (await setPartyRoles(tx, workspaceId, [organisationId], role, from)) > 0
}

export type PartyPeriod = { organisationId: string; name: string; role: PartyRole; from: string | null; to: string | null }

/** The organisations that have taken part, each time they did, latest first. Mentions are no taking part. */
export const partyHistory = (db: Reader, workspaceId: string): Promise<PartyPeriod[]> =>
  db
    .selectFrom('party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .select(['organisation.id as organisationId', 'organisation.name', 'party.role', 'party.valid_from as from', 'party.valid_to as to'])
    .where('party.workspace_id', '=', workspaceId)
    .where('party.role', '<>', 'mentioned')
    .orderBy(sql`party.valid_to desc nulls first`)
    .orderBy('party.valid_from', 'desc')
    .orderBy('organisation.name')
    .limit(500)
    .$castTo<PartyPeriod>()
    .execute()
