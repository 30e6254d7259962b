import type { Outcome, Work } from '../../../../platform/db/work.ts'
import { revokePasses } from '../../../../platform/pass/pass.ts'
import type { Linking } from '../../../../platform/platform.ts'
import { personByEmail } from '../../../actors/index.ts'
import { type HandRefusal, whyNotColleague } from '../colleague.ts'
import { setHandedOn } from '../marks.store.ts'
import { holdRow } from '../steps.store.ts'
import { askedIn, insertAsked, reached } from './asked.store.ts'
import { type AskedRound, type RoundKind, type RoundName, tablesOf } from './kind.ts'
import { writeTo } from './letters.ts'
import type { Question } from './question.store.ts'

/**
 * Asks a colleague to write on the organisation's answer, with a link of their own. One may go on writing oneself, and is not reminded
 * any more. Bounded in how far a question may wander and in how many one person may ask. Who has an address already is not told: the name
 * that comes back is the one that was written.
 */
export async function askColleague<R extends AskedRound, X extends { is: string }>(
  work: Work, linking: Linking, kind: RoundKind<R, X>, { asked, round, workspace }: Question<R>, to: { name: string; email: string },
): Promise<Outcome<{ name: string }, HandRefusal>> {
  const { name } = kind
  await holdRow(work.tx, tablesOf(name).round, round.id)
  const people = (await askedIn(work.tx, name, round.id)).filter((one) => one.answerId === asked.answerId)
  const person = await personByEmail(work.tx, to.email, to.name)
  const why = whyNotColleague(asked, people, person.id)
  if (why) return { refused: why }
  await insertAsked(work.tx, name, [{ answerId: asked.answerId, personId: person.id, from: { askedId: asked.id, depth: asked.depth } }])
  await setHandedOn(work.tx, tablesOf(name).asked, asked.id, work.now.toString())
  const colleague = (await askedIn(work.tx, name, round.id)).filter((one) => one.answerId === asked.answerId && one.personId === person.id).filter(reached)
  await writeTo(work, linking, kind, workspace, round, colleague.map((one) => ({ asked: { ...one, language: person.made ? asked.language : one.language }, about: { is: 'colleague', from: asked.name }, again: false })))
  work.record({ workspaceId: workspace.id, what: `${name}.handed-on`, body: { round: round.id, from: asked.personId, to: person.id } })
  return { done: { name: to.name } }
}

/** Takes the question back from the colleagues whom one asked, and from those whom they asked. What they have written stays in the answer. */
export async function takeBack<R extends AskedRound>(work: Work, { name }: { name: RoundName }, { asked, round, workspace }: Question<R>): Promise<boolean> {
  await holdRow(work.tx, tablesOf(name).round, round.id)
  const people = (await askedIn(work.tx, name, round.id)).filter((one) => one.answerId === asked.answerId)
  const all: typeof people = []
  // Two who were made one may stand as having asked themselves: each is taken once.
  for (let from = new Set([asked.id]); from.size > 0;) {
    const next = people.filter((one) => one.id !== asked.id && one.fromAskedId !== null && from.has(one.fromAskedId) && !all.includes(one))
    all.push(...next)
    from = new Set(next.map((one) => one.id))
  }
  if (all.length === 0 && !asked.handedOn) return false
  for (const one of all) await revokePasses(work.tx, { purpose: name, subjectId: one.id }, work.now)
  await setHandedOn(work.tx, tablesOf(name).asked, asked.id, null)
  work.record({ workspaceId: workspace.id, what: `${name}.taken-back`, body: { round: round.id, by: asked.personId } })
  return true
}
