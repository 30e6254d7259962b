import type { Outcome, Work } from '../../../platform/db/work.ts'
import { asking } from '../../workspaces/index.ts'
import { pictures } from './pictures.ts'
import { type Draft, insertRound, showRound } from './round.store.ts'
import { mostChallenges, type Round } from './round.ts'

/** A new round that has asked nobody yet: these challenges, these organisations, and those who speak for them here. The caller has read the challenges. */
export async function draftRound(work: Work, workspace: { id: string }, draft: Draft, challengeIds: readonly string[], organisationIds: readonly string[]): Promise<{ id: string; number: number }> {
  const made = await insertRound(work.tx, workspace.id, { personId: work.viewer.person?.id ?? null, at: work.now.toString() }, draft, challengeIds.slice(0, mostChallenges))
  await asking.addOrganisations(work, pictures, workspace, made.id, organisationIds.slice(0, asking.mostOrganisations))
  return made
}

/** Shows the picture to the members of the workspace and to those who were asked, once. Refuses when nothing was sent, and while answers are taken. */
export async function show(work: Work, round: Round): Promise<Outcome<true, 'stale' | 'nothing'>> {
  const answered = (await asking.countsOf(work.tx, 'picture', [round.id])).get(round.id)?.answered ?? 0
  if (answered === 0) return { refused: 'nothing' }
  if (!(await showRound(work.tx, round.id, work.now.toString()))) return { refused: 'stale' }
  work.record({ workspaceId: round.workspaceId, what: 'picture.shown', body: { round: round.id, number: round.number, answered } })
  return { done: true }
}
