import { membershipsIn, type Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { findWorkspaceById } from '../../workspaces/index.ts'
import { isKeptElsewhere } from '../measure/elsewhere.ts'
import { measure } from '../measure/measure.ts'
import { answersIn, type RoundAnswer } from './answer.store.ts'
import { type Asked, askedById, askedIn, type Share, sharesIn } from './asked.store.ts'
import { roundById } from './round.store.ts'
import type { Round } from './status.ts'

/** Somebody who was asked, and the round and workspace that it is about. */
export type Question = { asked: Asked; round: Round; workspace: WorkspaceHead }

/** The question behind a link or on my page; null when it is gone. */
export async function findQuestion(db: Reader, askedId: string): Promise<Question | null> {
  const asked = await askedById(db, askedId)
  const round = asked && (await roundById(db, asked.roundId))
  return asked && round ? { asked, round, workspace: await findWorkspaceById(db, round.workspaceId) } : null
}

/**
 * Somebody who was asked sees of the workspace what all its members do, and what is for the organisation they were asked for; the
 * question shows them no more than their own measures of it.
 */
export const seenBy = (viewer: Viewer, workspaceId: string, organisationId: string | null): Viewer => ({
  ...viewer,
  memberships: [...membershipsIn(viewer, workspaceId), { workspaceId, role: 'participant', organisationId }],
})

/** One measure to answer about: the measure as it is now, the answer, and who has it when it was handed on. */
export type ToAnswer = { item: Item; answer: RoundAnswer; handedTo: Asked | null; others: Asked[] }

/** Somebody, and those to whom an answer wandered from them: an address that they wrote does not tell them whose it is. */
function handedFrom(askedId: string, about: readonly Share[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at: string | null = askedId; at !== null && !found.has(at);) {
    const here: string = at
    found.add(here)
    at = about.find((share) => share.askedId === here)?.handedTo ?? null
  }
  return found
}

/** Everything that somebody is asked in a round, in the plan's order; what they may not see any more, or is removed, is left out. */
export async function readToAnswer(db: Reader, viewer: Viewer, { asked, round, workspace }: Question): Promise<ToAnswer[]> {
  const [answers, shares, people] = [await answersIn(db, [round.id]), await sharesIn(db, round.id), await askedIn(db, round.id)]
  const own = new Map(shares.filter((share) => share.askedId === asked.id).map((share) => [share.answerId, share]))
  const mine = answers.filter((answer) => own.has(answer.id))
  const items = new Map((await readItems(db, seenBy(viewer, workspace.id, asked.organisationId), measure, { workspaceId: workspace.id, ids: mine.map((answer) => answer.itemId) })).map((item) => [item.id, item]))
  const byId = new Map(people.map((one) => [one.id, one]))
  return mine.flatMap((answer) => {
    const item = items.get(answer.itemId)
    const about = shares.filter((share) => share.answerId === answer.id)
    const reached = handedFrom(asked.id, about)
    const others = about.filter((share) => !reached.has(share.askedId) && share.handedTo === null).flatMap((share) => byId.get(share.askedId) ?? [])
    // Nobody is asked for what has come to be kept in another system; what was sent before it did, is theirs to see.
    return item && (answer.sending || !isKeptElsewhere(item.fields)) ? [{ item, answer, handedTo: byId.get(own.get(answer.id)?.handedTo ?? '') ?? null, others }] : []
  })
}
