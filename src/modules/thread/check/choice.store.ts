import type { Tx } from '../../../platform/db/database.ts'

/** Keeps what a workspace says about a rule; null takes it back, so that the rule is as declared. */
export async function keepChoice(
  tx: Tx, workspaceId: string, rule: string, choice: { active: boolean; limit: number | null; reason: string } | null, by: { personId: string | null; at: string },
): Promise<void> {
  if (!choice) {
    await tx.deleteFrom('loose_thread_choice').where('workspace_id', '=', workspaceId).where('rule', '=', rule).execute()
    return
  }
  const values = { active: choice.active, own_limit: choice.limit, reason: choice.reason, at: by.at, by: by.personId }
  await tx
    .insertInto('loose_thread_choice')
    .values({ workspace_id: workspaceId, rule, ...values })
    .onConflict((c) => c.columns(['workspace_id', 'rule']).doUpdateSet(values))
    .execute()
}

export type Choice = { rule: string; active: boolean; limit: number | null; reason: string }

/** Keeps several choices of a workspace that has made none of them yet, as a template says. */
export async function keepChoices(tx: Tx, workspaceId: string, choices: readonly Choice[], by: { personId: string | null; at: string }): Promise<void> {
  if (choices.length === 0) return
  await tx
    .insertInto('loose_thread_choice')
    .values(choices.map(({ rule, active, limit, reason }) => ({ workspace_id: workspaceId, rule, active, own_limit: limit, reason, at: by.at, by: by.personId })))
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Takes back choices, where their reason is still the one given here: what somebody has chosen themselves stays. */
export async function dropChoices(tx: Tx, workspaceId: string, choices: readonly { rule: string; reasons: readonly string[] }[]): Promise<void> {
  if (choices.length === 0) return
  await tx
    .deleteFrom('loose_thread_choice')
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or(choices.map((one) => eb.and([eb('rule', '=', one.rule), eb('reason', 'in', [...one.reasons])]))))
    .execute()
}
