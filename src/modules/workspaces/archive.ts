import type { Outcome, Work } from '../../platform/db/work.ts'
import { revokePassesTo } from '../../platform/pass/pass.ts'
import { withdrawWaiting } from './invitation/invitation.store.ts'
import { setWorkspaceState } from './workspace.store.ts'

/** Closes a workspace: from now on it is read and not changed, and what was asked by invitation is taken back. */
export async function archive(work: Work, workspaceId: string): Promise<Outcome<true, 'stale'>> {
  if (!(await setWorkspaceState(work.tx, workspaceId, 'archived', { by: work.viewer.person?.id ?? null, at: work.now }))) return { refused: 'stale' }
  const withdrawn = await withdrawWaiting(work.tx, workspaceId, work.now)
  await revokePassesTo(work.tx, 'invitation', withdrawn, work.now)
  work.record({ workspaceId, what: 'workspace.archived', body: { invitations: withdrawn.length } })
  return { done: true }
}

/** Opens it again, as it was. Invitations that were taken back are not sent again by themselves. */
export async function restore(work: Work, workspaceId: string): Promise<Outcome<true, 'stale'>> {
  if (!(await setWorkspaceState(work.tx, workspaceId, 'active', { by: work.viewer.person?.id ?? null, at: work.now }))) return { refused: 'stale' }
  work.record({ workspaceId, what: 'workspace.restored' })
  return { done: true }
}
