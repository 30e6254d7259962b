import { dropDraftsOf } from '../../../platform/draft/draft.store.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { changeChildren } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { lengthenPasses, revokePasses } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { isPast, osloDate } from '../../../platform/time/oslo.ts'
import { ensureAffiliation, personByEmail, reachOf } from '../../actors/index.ts'
import { type HandRefusal, mailedLongAgo, markReminders, mayWriteAgain, setHandedOn, setPassAndMail, whyNotColleague } from '../../workspaces/index.ts'
import { draftName } from './answer.actions.ts'
import { type Asked, askedIn, countsOf, insertAsked } from './asked.store.ts'
import { evaluation } from './evaluation.ts'
import { receiptMail } from './mails.ts'
import type { Question } from './question.store.ts'
import type { PartnerType } from './form.ts'
import { closeRound, extendRound, formOf, holdRound, itemOf, markReminded, openTally, publishRound, type Round } from './round.store.ts'
import { reached, writeTo } from './write-to.ts'

/** Those who may be reminded now: they have not answered, nor let a colleague do it, and nobody has written to them in two days. */
export const remindable = (people: readonly Asked[], now: Temporal.Instant): (Asked & { email: string })[] =>
  people.filter((one) => one.answeredOn === null && !one.revoked && !one.handedOn && one.mailedAt !== null && mayWriteAgain(one.mailedAt, now)).filter(reached)

/** Writes to those who have not answered, with the same link; says how many. Two who press at once write once. */
export async function remind(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<number> {
  const due = remindable(await askedIn(work.tx, round.id), work.now)
  const marked = new Set(await markReminders(work.tx, 'evaluation_asked', due.map((one) => one.id), work.now.toString(), mailedLongAgo(work.now).toString()))
  const letters = due.filter((one) => marked.has(one.id)).map((asked) => ({ asked, about: { is: 'reminder' } as const }))
  await writeTo(work, linking, workspace, round, letters)
  if (letters.length > 0) work.record({ workspaceId: workspace.id, what: 'evaluation.reminded', itemId: round.id, body: { people: letters.length } })
  return letters.length
}

/** The reminder that goes by itself, once. */
export async function remindByItself(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<void> {
  if (await markReminded(work.tx, round.id, work.now.toString())) await remind(work, linking, workspace, round)
}

/** Closes an evaluation, once: what was begun and not sent is deleted, and the one who asked is told how it went. The caller has asked whether one may. */
export async function close(work: Work, linking: Linking, workspace: Place & { slug: string; title: string }, round: Round): Promise<boolean> {
  if (!(await holdRound(work.tx, round.id)) || !(await closeRound(work.tx, round.id, osloDate(work.now).toString()))) return false
  const item = await itemOf(work.tx, round.id)
  if (!item || 'refused' in (await changeChildren(work, workspace, evaluation, item, item.version, 'evaluation.closed', async () => {}, true, 'closed'))) return false
  await dropDraftsOf(work.tx, (await askedIn(work.tx, round.id)).map(draftName))
  const count = (await countsOf(work.tx, [round.id])).get(round.id)
  const asker = round.askedBy ? (await reachOf(work.tx, [round.askedBy])).get(round.askedBy) : undefined
  if (count && asker?.email) {
    await queueMail(work.tx, {
      to: asker.email, lang: asker.language, purpose: 'evaluation-receipt', personId: asker.personId, from: { personId: null, workspaceId: workspace.id }, now: work.now,
      ...receiptMail({ ...count, lang: asker.language, workspace: workspace.title, title: round.title, url: `${linking.config.baseUrl}/arbeidsrom/${workspace.slug}/${evaluation.segment}/${round.number}` }),
    })
  }
  return true
}

/** Shows the results to the members of the workspace, once. The caller has asked whether one may. */
export async function publish(work: Work, workspace: Place, item: Item): Promise<boolean> {
  if (!(await publishRound(work.tx, item.id, osloDate(work.now).toString()))) return false
  return !('refused' in (await changeChildren(work, workspace, evaluation, item, item.version, 'evaluation.published', async () => {}, true, 'published')))
}

/** A new last day, while answers are taken. Links work through it. */
export async function extend(work: Work, round: Round, dueOn: string): Promise<Outcome<true, 'stale' | 'past'>> {
  if (isPast(dueOn, work.now)) return { refused: 'past' }
  if (!(await extendRound(work.tx, round.id, dueOn))) return { refused: 'stale' }
  const holders = (await askedIn(work.tx, round.id)).filter((one) => one.passId !== null && one.answeredOn === null).map((one) => ({ subjectId: one.id, personId: one.personId }))
  const made = await lengthenPasses(work.tx, 'evaluation', holders, dueOn, work.now)
  await setPassAndMail(work.tx, 'evaluation_asked', made.map(({ subjectId, passId }) => ({ askedId: subjectId, passId, mailId: null })), work.now.toString())
  work.record({ workspaceId: round.workspaceId, what: 'evaluation.extended', itemId: round.id, body: { due: dueOn } })
  return { done: true }
}

/**
 * Asks one more person for an organisation while answers are taken: it had nobody, or has somebody new. They are found or made by their address, and counted in the
 * group of their organisation. False when they are asked already.
 */
export async function askAlso(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, organisation: { id: string; kind: string }, contact: { name: string; email: string }): Promise<boolean> {
  await holdRound(work.tx, round.id)
  const person = await personByEmail(work.tx, contact.email, contact.name)
  if ((await askedIn(work.tx, round.id)).some((one) => one.personId === person.id)) return false
  if (person.made) await ensureAffiliation(work.tx, person.id, organisation.id, osloDate(work.now).toString())
  const type = organisation.kind as PartnerType
  await openTally(work.tx, round.id, await formOf(work.tx, round.id), [type])
  await insertAsked(work.tx, round.id, [{ personId: person.id, organisationId: organisation.id, type, leftOn: null }])
  await writeTo(work, linking, workspace, round, (await askedIn(work.tx, round.id)).filter((one) => one.personId === person.id).filter(reached).map((asked) => ({ asked, about: { is: 'question' } })))
  work.record({ workspaceId: workspace.id, what: 'evaluation.asked-also', itemId: round.id, body: { person: person.id, organisation: organisation.id } })
  return true
}

/** Takes somebody's link back: it opens nothing any more. */
export async function revokeLink(work: Work, round: Round, asked: Asked): Promise<void> {
  await revokePasses(work.tx, { purpose: 'evaluation', subjectId: asked.id }, work.now)
  work.record({ workspaceId: round.workspaceId, what: 'evaluation.link-revoked', itemId: round.id, body: { person: asked.personId } })
}

/** Gives somebody who has not answered a new link in a new mail; the old one opens nothing any more. Refuses one without an address. */
export async function newLink(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, asked: Asked): Promise<boolean> {
  if (asked.answeredOn !== null || !reached(asked)) return false
  await revokePasses(work.tx, { purpose: 'evaluation', subjectId: asked.id }, work.now)
  await writeTo(work, linking, workspace, round, [{ asked: { ...asked, passId: null }, about: { is: asked.type === 'left' ? 'left' : 'question' } }])
  work.record({ workspaceId: workspace.id, what: 'evaluation.link-renewed', itemId: round.id, body: { person: asked.personId } })
  return true
}

/**
 * Lets a colleague answer, with a link of their own, in the same group. One may still answer oneself, and is not reminded any more. Bounded in how far a question may
 * wander and in how many one person may ask. No event says who asked whom: it would tell who answered.
 */
export async function askColleague(work: Work, linking: Linking, { asked, round, workspace }: Question, to: { name: string; email: string }): Promise<Outcome<{ name: string }, HandRefusal>> {
  await holdRound(work.tx, round.id)
  const people = await askedIn(work.tx, round.id)
  const person = await personByEmail(work.tx, to.email, to.name)
  const why = whyNotColleague(asked, people, person.id)
  if (why) return { refused: why }
  await insertAsked(work.tx, round.id, [{ personId: person.id, organisationId: asked.organisationId, type: asked.type, leftOn: null, from: { askedId: asked.id, depth: asked.depth } }])
  await setHandedOn(work.tx, 'evaluation_asked', asked.id, work.now.toString())
  const colleague = (await askedIn(work.tx, round.id)).filter((one) => one.personId === person.id).filter(reached)
  await writeTo(work, linking, workspace, round, colleague.map((one) => ({ asked: { ...one, language: person.made ? asked.language : one.language }, about: { is: 'colleague', from: asked.name } })))
  return { done: { name: to.name } }
}
