import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Linking } from '../../../platform/platform.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { asking } from '../../workspaces/index.ts'
import { expectations, expectedOf } from './expectations.ts'
import { type Draft, insertRound, releaseRound } from './round.store.ts'
import type { Round } from './round.ts'
import { sentIn } from './statement.store.ts'

/** A new round that has asked nobody yet, of these organisations and those who speak for them here. */
export async function draftRound(work: Work, workspace: { id: string }, draft: Draft, organisationIds: readonly string[]): Promise<{ id: string; number: number }> {
  const made = await insertRound(work.tx, workspace.id, { personId: work.viewer.person?.id ?? null, at: work.now.toString() }, draft)
  await asking.addOrganisations(work, expectations, workspace, made.id, organisationIds)
  return made
}

export type ReleaseRefusal = 'stale' | 'past' | 'nothing'

/**
 * Shows the answers to those who were told that they would see them, and asks each organisation to reply to what others expect of it.
 * Only what was sent; once; and only when no more answers are taken.
 */
export async function release(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, replyBy: string): Promise<Outcome<{ people: number }, ReleaseRefusal>> {
  if (isPast(replyBy, work.now)) return { refused: 'past' }
  const sent = await sentIn(work.tx, [round.id])
  if (sent.length === 0) return { refused: 'nothing' }
  if (!(await releaseRound(work.tx, round.id, work.now.toString(), replyBy))) return { refused: 'stale' }
  const expected = expectedOf(sent)
  const have = (people: readonly asking.Asked[]) => people.filter((one) => !one.revoked && one.passId !== null)
  await asking.lengthen(work, 'expectation', have(await asking.askedIn(work.tx, 'expectation', round.id)), replyBy)
  // Who wrote nothing, and is not named by anybody, has nothing to see to; they may look all the same, with the link that they have.
  const letters = have(await asking.askedIn(work.tx, 'expectation', round.id)).filter(asking.reached).filter((one) => !one.handedOn && (expected.has(one.organisationId) || round.shownTo === 'asked'))
    .map((asked) => ({ asked, about: { is: 'shown', expected: expected.get(asked.organisationId)?.length ?? 0 } as const, again: true }))
  await asking.writeTo(work, linking, expectations, workspace, { ...round, state: 'released', replyBy }, letters)
  work.record({ workspaceId: workspace.id, what: 'expectation.released', body: { round: round.id, number: round.number, replyBy, shownTo: round.shownTo, statements: sent.length } })
  return { done: { people: letters.length } }
}
