import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeChildren, type ItemRefusal } from '../../../platform/item/item.actions.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { agreement } from '../agreement/agreement.ts'
import { blockedBy, type PartyRoleName, type StepName } from './readiness.ts'
import { factsOf, insertOverride, overridesOf, standingOverrides, withdrawOverride, writeRoles } from './readiness.store.ts'

const personOf = (work: Work) => work.viewer.person?.id ?? null

/** Passes a step by, with a reason that is kept and shown. Passed by twice it is so once. */
export async function passBy(work: Work, workspaceId: string, agreementId: string | null, step: StepName, reason: string): Promise<void> {
  const made = await insertOverride(work.tx, { workspaceId, agreementId, step, reason, by: personOf(work), at: work.now.toString() })
  if (made) work.record({ workspaceId, what: 'readiness.passed-by', body: { step, reason, agreement: agreementId } })
}

/** Takes it back: the step is to be taken after all. */
export async function takeUpAgain(work: Work, workspaceId: string, id: string): Promise<boolean> {
  if (!(await withdrawOverride(work.tx, workspaceId, id, { personId: personOf(work), at: work.now.toString() }))) return false
  work.record({ workspaceId, what: 'readiness.taken-up', body: { override: id } })
  return true
}

/** Where somebody stands who would take a step: what they must pass first, if anything. For every action on the way to an agreement. */
export async function stoppedBy(work: Work, workspaceId: string, agreementId: string, step: StepName): Promise<StepName | null> {
  const [facts, overrides] = [await factsOf(work.tx, workspaceId, agreementId, osloDate(work.now).toString()), await overridesOf(work.tx, workspaceId, agreementId)]
  return blockedBy(step, facts, standingOverrides(overrides))
}

/**
 * Settles who has a role and takes part. Before the text is agreed it is refused, unless it is said why; that is kept and shown like any
 * step that was passed by.
 */
export async function settleRoles(
  work: Work, workspace: WorkspaceHead, item: Item, version: number, roles: readonly { organisationId: string; role: PartyRoleName | null }[], reason: string | null,
): Promise<Outcome<true, ItemRefusal | { stopped: StepName }>> {
  const may = mayChange(work.viewer, workspace, agreement, item)
  if (!may) return { refused: 'forbidden' }
  const stopped = await stoppedBy(work, workspace.id, item.id, 'roles')
  if (stopped !== null) {
    if (reason === null) return { refused: { stopped } }
    await passBy(work, workspace.id, item.id, stopped, reason)
  }
  return await changeChildren(work, workspace, agreement, item, version, 'agreement.roles-settled', () => writeRoles(work.tx, item.id, roles), may)
}
