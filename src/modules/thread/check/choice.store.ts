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
