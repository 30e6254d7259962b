import { type HandRefusal, whyNotColleague } from '../../workspaces/index.ts'
import type { Linking } from '../../../platform/platform.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { revokePasses } from '../../../platform/pass/pass.ts'
import { personByEmail } from '../../actors/index.ts'
import { askedIn, insertAsked, setHandedOn } from './asked.store.ts'
import type { Question } from './question.store.ts'
import { holdRound } from './round.store.ts'
import { reached, writeTo } from './write-to.ts'

/**
 * Asks a colleague to write on the organisation's answer, with a link of their own. One may go on writing oneself, and is not reminded
 * any more. Bounded in how far a question may wander and in how many one person may ask. Who has an address already is not told: the name
 * that comes back is the one that was written.
 */
export async function askColleague(work: Work, linking: Linking, { asked, round, workspace }: Question, to: { name: string; email: string }): Promise<Outcome<{ name: string }, HandRefusal>> {
  await holdRound(work.tx, round.id)
  const people = (await askedIn(work.tx, round.id)).filter((one) => one.answerId === asked.answerId)
  const person = await personByEmail(work.tx, to.email, to.name)
  const why = whyNotColleague(asked, people, person.id)
  if (why) return { refused: why }
  await insertAsked(work.tx, [{ answerId: asked.answerId, personId: person.id, from: { askedId: asked.id, depth: asked.depth } }])
  await setHandedOn(work.tx, asked.id, work.now.toString())
  const colleague = (await askedIn(work.tx, round.id)).filter((one) => one.answerId === asked.answerId && one.personId === person.id).filter(reached)
  await writeTo(work, linking, workspace, round, colleague.map((one) => ({ asked: { ...one, language: person.made ? asked.language : one.language }, about: { is: 'colleague', from: asked.name }, again: false })))
  work.record({ workspaceId: workspace.id, what: 'expectation.handed-on', body: { round: round.id, from: asked.personId, to: person.id } })
  return { done: { name: to.name } }
}

/** Takes the question back from the colleagues whom one asked, and from those whom they asked. What they have written stays in the answer. */
export async function takeBack(work: Work, { asked, round, workspace }: Question): Promise<boolean> {
  await holdRound(work.tx, round.id)
  const people = (await askedIn(work.tx, round.id)).filter((one) => one.answerId === asked.answerId)
  const all: typeof people = []
  // Two who were made one may stand as having asked themselves: each is taken once.
  for (let from = new Set([asked.id]); from.size > 0;) {
    const next = people.filter((one) => one.id !== asked.id && one.fromAskedId !== null && from.has(one.fromAskedId) && !all.includes(one))
    all.push(...next)
    from = new Set(next.map((one) => one.id))
  }
  if (all.length === 0 && !asked.handedOn) return false
  for (const one of all) await revokePasses(work.tx, { purpose: 'expectation', subjectId: one.id }, work.now)
  await setHandedOn(work.tx, asked.id, null)
  work.record({ workspaceId: workspace.id, what: 'expectation.taken-back', body: { round: round.id, by: asked.personId } })
  return true
}
