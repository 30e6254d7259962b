import type { Outcome, Work } from '../../../platform/db/work.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { lengthenPasses, revokePasses } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { personByEmail, reachOf } from '../../actors/index.ts'
import { type HandRefusal, mailedLongAgo, mayWriteAgain, whyNotColleague } from '../../workspaces/index.ts'
import { type Answer, answersIn, countsOf } from './answer.store.ts'
import { type Asked, askedIn, insertAsked, markReminders, setHandedOn, setPassAndMail } from './asked.store.ts'
import { receiptMail } from './mails.ts'
import type { Question } from './question.store.ts'
import { closeRound, extendRound, holdRound, markReminded, showRound } from './round.store.ts'
import type { Round } from './round.ts'
import { reached, writeTo } from './write-to.ts'

/** Those who may be reminded now: their organisation has not answered, they have not let a colleague do it, and nobody has written to them in two days. */
export function remindable(people: readonly Asked[], answers: readonly Answer[], now: Temporal.Instant): (Asked & { email: string })[] {
  const waiting = new Set(answers.filter((one) => one.sentAt === null).map((one) => one.id))
  return people.filter((one) => waiting.has(one.answerId) && !one.revoked && !one.handedOn && one.mailedAt !== null && mayWriteAgain(one.mailedAt, now)).filter(reached)
}

/** Writes to those who are waited for, with the same link; says how many. Two who press at once write once. */
export async function remind(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<number> {
  const due = remindable(await askedIn(work.tx, round.id), await answersIn(work.tx, round.id), work.now)
  const marked = new Set(await markReminders(work.tx, due.map((one) => one.id), work.now.toString(), mailedLongAgo(work.now).toString()))
  const letters = due.filter((one) => marked.has(one.id)).map((asked) => ({ asked, about: { is: 'reminder' } as const, again: true }))
  await writeTo(work, linking, workspace, round, letters)
  if (letters.length > 0) work.record({ workspaceId: workspace.id, what: 'picture.reminded', body: { round: round.id, number: round.number, people: letters.map((one) => one.asked.personId) } })
  return letters.length
}

/** The reminder that goes by itself, once for a round. */
export async function remindByItself(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<void> {
  if (await markReminded(work.tx, round.id, work.now.toString())) await remind(work, linking, workspace, round)
}

/** Closes a round, once, and writes to the one who asked how it went. What was written but not sent is not used, and stays nobody else's. */
export async function close(work: Work, linking: Linking, workspace: { id: string; slug: string; title: string }, round: Round): Promise<boolean> {
  if (!(await closeRound(work.tx, round.id, work.now.toString()))) return false
  const count = (await countsOf(work.tx, [round.id])).get(round.id)
  const asker = round.madeBy ? (await reachOf(work.tx, [round.madeBy])).get(round.madeBy) : undefined
  if (count && asker?.email) {
    await queueMail(work.tx, {
      to: asker.email, lang: asker.language, purpose: 'picture-receipt', personId: asker.personId, from: { personId: null, workspaceId: workspace.id }, now: work.now,
      ...receiptMail({ ...count, lang: asker.language, workspace: workspace.title, title: round.title, url: `${linking.config.baseUrl}/arbeidsrom/${workspace.slug}/utfordringer/felles-bilde/${round.number}` }),
    })
  }
  work.record({ workspaceId: workspace.id, what: 'picture.closed', body: { round: round.id, number: round.number, asked: count?.asked ?? 0, answered: count?.answered ?? 0 } })
  return true
}

/** Shows the picture to the members of the workspace and to those who were asked, once. Refuses when nothing was sent, and while answers are taken. */
export async function show(work: Work, round: Round): Promise<Outcome<true, 'stale' | 'nothing'>> {
  const answered = (await countsOf(work.tx, [round.id])).get(round.id)?.answered ?? 0
  if (answered === 0) return { refused: 'nothing' }
  if (!(await showRound(work.tx, round.id, work.now.toString()))) return { refused: 'stale' }
  work.record({ workspaceId: round.workspaceId, what: 'picture.shown', body: { round: round.id, number: round.number, answered } })
  return { done: true }
}

/** A new deadline: a closed round is under way again. Links work through it. */
export async function extend(work: Work, round: Round, version: number, dueOn: string): Promise<Outcome<true, 'stale' | 'past'>> {
  if (isPast(dueOn, work.now)) return { refused: 'past' }
  if (!(await extendRound(work.tx, round.id, version, dueOn))) return { refused: 'stale' }
  const people = (await askedIn(work.tx, round.id)).filter((one) => one.passId !== null)
  const made = await lengthenPasses(work.tx, 'picture', people.map((one) => ({ subjectId: one.id, personId: one.personId })), dueOn, work.now)
  await setPassAndMail(work.tx, made.map(({ subjectId, passId }) => ({ askedId: subjectId, passId, mailId: null })), work.now.toString())
  work.record({ workspaceId: round.workspaceId, what: 'picture.extended', body: { round: round.id, number: round.number, due: dueOn } })
  return { done: true }
}

/** Takes somebody's link back: it opens nothing any more. */
export async function revokeLink(work: Work, round: Round, asked: Asked): Promise<void> {
  await revokePasses(work.tx, { purpose: 'picture', subjectId: asked.id }, work.now)
  work.record({ workspaceId: round.workspaceId, what: 'picture.link-revoked', body: { round: round.id, person: asked.personId } })
}

/** Gives somebody a new link in a new mail; the old one opens nothing any more. Refuses one without an address. */
export async function newLink(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, asked: Asked): Promise<boolean> {
  if (!reached(asked)) return false
  await revokePasses(work.tx, { purpose: 'picture', subjectId: asked.id }, work.now)
  await writeTo(work, linking, workspace, round, [{ asked, about: { is: 'question' }, again: false }])
  work.record({ workspaceId: workspace.id, what: 'picture.link-renewed', body: { round: round.id, person: asked.personId } })
  return true
}

/**
 * Asks a colleague to write on the organisation's answer, with a link of their own. One may go on writing oneself, and is not reminded any more. Who has
 * an address already is not told: the name that comes back is the one that was written.
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
  work.record({ workspaceId: workspace.id, what: 'picture.handed-on', body: { round: round.id, from: asked.personId, to: person.id } })
  return { done: { name: to.name } }
}
