import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Facts, PartyRoleName, StepName } from './readiness.ts'

type Row = {
  possible: number; asked: number; answered: number; parties: number; anchored: number; founders: number; signed: number; agreed: boolean; roles: number; state: string | null; joined: number; joined_signed: number; renew: boolean
}

/**
 * What is known of the way to an agreement (null: there is none yet) in a workspace. The latest round that was sent is the one that counts. One who
 * took over from a party is bound as that one was. One statement.
 */
export async function factsOf(db: Reader, workspaceId: string, agreementId: string | null, today: string): Promise<Facts> {
  const { rows: [row] } = await sql<Row>`
    with latest as (select id, state from expectation_round where workspace_id = ${workspaceId} order by state = 'draft', number desc limit 1),
    here as (
      select p.*, exists (select from agreement_succession s where s.item_id = p.item_id and s.to_id = p.organisation_id and s.answer = 'taken_over') as took_over
      from agreement_party p where p.item_id = ${agreementId}::uuid and (p.left_on is null or p.left_on >= ${today}::date))
    select
      (select count(*) from (select organisation_id from party where workspace_id = ${workspaceId} and valid_to is null and role = 'partner'
        union select a.organisation_id from expectation_answer a join latest on latest.id = a.round_id) x)::int as possible,
      (select count(*) from expectation_answer a join latest on latest.id = a.round_id where latest.state <> 'draft')::int as asked,
      (select count(*) from expectation_answer a join latest on latest.id = a.round_id where latest.state <> 'draft' and a.sent_at is not null)::int as answered,
      (select count(*) from here)::int as parties, (select count(*) from here where anchored_on is not null or took_over)::int as anchored,
      (select count(*) from here where joined_on is null or took_over)::int as founders, (select count(*) from here where (joined_on is null or took_over) and (signed_on is not null or took_over))::int as signed,
      exists (select from agreement_edition e where e.item_id = ${agreementId}::uuid and e.agreed_on is not null) as agreed,
      (select count(*) from here join agreement_role r on r.item_id = here.item_id and r.organisation_id = here.organisation_id)::int as roles,
      (select item.state from item where item.id = ${agreementId}::uuid) as state,
      (select count(*) from here where joined_on is not null and not took_over)::int as joined, (select count(*) from here where joined_on is not null and not took_over and signed_on is not null)::int as joined_signed,
      exists (select from agreement a where a.id = ${agreementId}::uuid and a.renew_by is not null) as renew`.execute(db)
  if (!row) throw new Error('A select without from has one row')
  return {
    possible: row.possible, answers: { done: row.answered, of: row.asked }, anchored: { done: row.anchored, of: row.parties }, signed: { done: row.signed, of: row.founders }, textAgreed: row.agreed,
    roles: { done: row.roles, of: row.parties }, inForce: row.state === 'in_force', joined: { done: row.joined_signed, of: row.joined }, renewalPlanned: row.renew,
  }
}

/** A step that was passed by: why, by whom and when; and when that was taken back. */
export type Override = { id: string; step: StepName; reason: string; by: string | null; at: Temporal.Instant; withdrawnAt: Temporal.Instant | null; withdrawnBy: string | null }

/** All that was passed by on the way to an agreement, newest first, with what was before there was one. */
export async function overridesOf(db: Reader, workspaceId: string, agreementId: string | null): Promise<Override[]> {
  const rows = await db
    .selectFrom('readiness_override as o')
    .leftJoin('person as p', 'p.id', 'o.overridden_by')
    .leftJoin('person as w', 'w.id', 'o.withdrawn_by')
    .select(['o.id', 'o.step', 'o.reason', 'p.name as by', 'o.overridden_at as at', 'o.withdrawn_at as withdrawnAt', 'w.name as withdrawnBy'])
    .where('o.workspace_id', '=', workspaceId)
    .where((eb) => eb.or([eb('o.item_id', 'is', null), ...(agreementId === null ? [] : [eb('o.item_id', '=', agreementId)])]))
    .orderBy('o.overridden_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, step: row.step as StepName }))
}

/** The steps that stand as passed by now. */
export const standingOverrides = (all: readonly Override[]): Set<StepName> => new Set(all.filter((one) => one.withdrawnAt === null).map((one) => one.step))

/** Notes that a step is passed by; false when it stands as such already. */
export async function insertOverride(tx: Tx, one: { workspaceId: string; agreementId: string | null; step: StepName; reason: string; by: string | null; at: string }): Promise<boolean> {
  const made = await tx
    .insertInto('readiness_override')
    .values({ id: v7(), workspace_id: one.workspaceId, item_id: one.agreementId, step: one.step, reason: one.reason, overridden_by: one.by, overridden_at: one.at })
    .onConflict((c) => c.columns(['workspace_id', 'item_id', 'step']).where('withdrawn_at', 'is', null).doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function withdrawOverride(tx: Tx, workspaceId: string, id: string, by: { personId: string | null; at: string }): Promise<boolean> {
  const done = await tx.updateTable('readiness_override').set({ withdrawn_at: by.at, withdrawn_by: by.personId }).where('id', '=', id).where('workspace_id', '=', workspaceId).where('withdrawn_at', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The roles that are settled in an agreement, by organisation. */
export async function rolesIn(db: Reader, agreementId: string): Promise<Map<string, PartyRoleName>> {
  const rows = await db.selectFrom('agreement_role').select(['organisation_id', 'role']).where('item_id', '=', agreementId).execute()
  return new Map(rows.map((row) => [row.organisation_id, row.role as PartyRoleName]))
}

/** Settles the roles of these organisations; null takes one away. */
export async function writeRoles(tx: Tx, agreementId: string, roles: readonly { organisationId: string; role: PartyRoleName | null }[]): Promise<void> {
  const ids = roles.map((one) => one.organisationId)
  await tx.deleteFrom('agreement_role').where('item_id', '=', agreementId).where('organisation_id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const settled = roles.flatMap(({ organisationId, role }, place) => (role === null ? [] : [{ id: v7(), item_id: agreementId, place, organisation_id: organisationId, role }]))
  if (settled.length > 0) await tx.insertInto('agreement_role').values(settled).execute()
}
