import { holdRow, longestChain, mostColleagues } from '../../workspaces/index.ts'
import type { Linking } from '../../../platform/platform.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { revokePasses } from '../../../platform/pass/pass.ts'
import { personByEmail, reachOf } from '../../actors/index.ts'
import { askedIn, deleteShares, insertAsked, insertShares, setHanded, sharesIn } from './asked.store.ts'
import type { Question, ToAnswer } from './answering.store.ts'
import { writeTo } from './write-to.ts'

export type HandRefusal = 'self' | 'already' | 'far' | 'many'

/**
 * Lets a colleague answer about some of the measures in one's place: they get a link of their own, and one sees who has it. Bounded
 * in how far a question may wander and to how many one person may hand it, also when they took it back, and never back to somebody who has
 * been asked. Who has an address is not told: the name that comes back is the one that was written.
 */
export async function handOn(work: Work, linking: Linking, { asked, round, workspace }: Question, chosen: readonly ToAnswer[], to: { name: string; email: string }): Promise<Outcome<{ name: string }, HandRefusal>> {
  if (asked.depth >= longestChain) return { refused: 'far' }
  await holdRow(work.tx, 'status_round', round.id)
  const [shares, people] = [await sharesIn(work.tx, round.id), await askedIn(work.tx, round.id)]
  const handed = new Set([...shares.filter((share) => share.askedId === asked.id).flatMap((share) => share.handedTo ?? []), ...people.filter((one) => one.fromAskedId === asked.id).map((one) => one.id)])
  const person = await personByEmail(work.tx, to.email, to.name)
  if (person.id === asked.personId) return { refused: 'self' }
  const known = people.find((one) => one.personId === person.id)
  const answerIds = chosen.map(({ answer }) => answer.id)
  if (known && shares.some((share) => share.askedId === known.id && answerIds.includes(share.answerId))) return { refused: 'already' }
  if (handed.size >= mostColleagues && !(known && handed.has(known.id))) return { refused: 'many' }

  const [made] = known ? [] : await insertAsked(work.tx, [{ roundId: round.id, personId: person.id, organisationId: asked.organisationId, from: { askedId: asked.id, depth: asked.depth }, at: work.now.toString() }])
  const askedId = known?.id ?? made ?? ''
  await insertShares(work.tx, answerIds.map((answerId) => ({ askedId, answerId })))
  if ((await setHanded(work.tx, asked.id, answerIds, askedId)).length < answerIds.length) return { refused: 'already' }
  const reach = await reachOf(work.tx, [person.id, ...(round.madeBy ? [round.madeBy] : [])])
  const colleague = reach.get(person.id)
  await writeTo(work, linking, { workspace, round, asker: round.madeBy ? (reach.get(round.madeBy) ?? null) : null }, [{
    askedId, passId: known && !known.revoked ? known.passId : null, to: { personId: person.id, name: colleague?.name ?? to.name, language: colleague?.language ?? asked.language, email: to.email },
    organisation: asked.organisation, titles: chosen.map(({ item }) => item.title), handedBy: asked.name,
  }])
  work.record({ workspaceId: workspace.id, what: 'status.handed-on', body: { round: round.id, from: asked.personId, to: person.id, items: chosen.map(({ item }) => item.id) } })
  return { done: { name: to.name } }
}

/** Takes a question back from a colleague, and from whoever they handed it on to. What they have written is kept. */
export async function takeBack(work: Work, { asked, round, workspace }: Question, answerId: string): Promise<boolean> {
  const shares = await sharesIn(work.tx, round.id)
  const holder = (askedId: string) => shares.find((share) => share.askedId === askedId && share.answerId === answerId)?.handedTo ?? null
  const first = holder(asked.id)
  if (!first || (await setHanded(work.tx, asked.id, [answerId], null)).length === 0) return false
  for (let at: string | null = first, steps = 0; at !== null && steps <= longestChain; steps++) {
    const next: string | null = holder(at)
    await deleteShares(work.tx, at, [answerId])
    // A link that opens nothing any more is taken back with it.
    if (!shares.some((share) => share.askedId === at && share.answerId !== answerId)) await revokePasses(work.tx, { purpose: 'status', subjectId: at }, work.now)
    at = next
  }
  work.record({ workspaceId: workspace.id, what: 'status.taken-back', body: { round: round.id, by: asked.personId, answer: answerId } })
  return true
}
