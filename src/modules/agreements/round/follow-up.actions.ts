import { mailedLongAgo, mayWriteAgain } from '../../workspaces/index.ts'
import type { Linking } from '../../../platform/platform.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { lengthenPasses, revokePasses } from '../../../platform/pass/pass.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { reachOf } from '../../actors/index.ts'
import { type Answer, answersIn, countsOf, sentIn, type Stated } from './answer.store.ts'
import { type Asked, askedIn, markReminders, setPassAndMail } from './asked.store.ts'
import { receiptMail } from './mails.ts'
import { repliesIn } from './reply.store.ts'
import { closeRound, extendRound, markReminded, releaseRound } from './round.store.ts'
import type { Round } from './round.ts'
import { reached, writeTo } from './write-to.ts'

/** What is expected of each organisation by others, by organisation. */
export const expectedOf = (statements: readonly (Stated & { fromId: string })[]): Map<string, (Stated & { fromId: string })[]> =>
  Map.groupBy(statements.filter((one) => one.what === 'expects' && one.aboutId !== null && one.aboutId !== one.fromId), (one) => one.aboutId ?? '')

/** Organisations that something is waited for from: an answer while the round is open, replies when the answers are shown. */
export async function waitingIn(work: Pick<Work, 'tx'>, round: Round, answers: readonly Answer[]): Promise<Set<string>> {
  if (round.state !== 'released') return new Set(answers.filter((one) => one.sentAt === null).map((one) => one.id))
  const [expected, replied] = [expectedOf(await sentIn(work.tx, [round.id])), await repliesIn(work.tx, [round.id])]
  return new Set(answers.filter((one) => (expected.get(one.organisationId) ?? []).some((statement) => !replied.has(statement.id))).map((one) => one.id))
}

/** Those of these who may be reminded now: their organisation is waited for, they have not let a colleague do it, and nobody has written to them in two days. */
export const remindable = (people: readonly Asked[], waiting: ReadonlySet<string>, now: Temporal.Instant): (Asked & { email: string })[] =>
  people.filter((one) => waiting.has(one.answerId) && !one.revoked && !one.handedOn && one.mailedAt !== null && mayWriteAgain(one.mailedAt, now)).filter(reached)

/** Writes to those who are waited for, with the same link; says how many. Two who press at once write once. */
export async function remind(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<number> {
  const [people, answers] = [await askedIn(work.tx, round.id), await answersIn(work.tx, round.id)]
  const due = remindable(people, await waitingIn(work, round, answers), work.now)
  const marked = new Set(await markReminders(work.tx, due.map((one) => one.id), work.now.toString(), mailedLongAgo(work.now).toString()))
  const letters = due.filter((one) => marked.has(one.id)).map((asked) => ({ asked, about: { is: 'reminder' } as const, again: true }))
  await writeTo(work, linking, workspace, round, letters)
  if (letters.length > 0) work.record({ workspaceId: workspace.id, what: 'expectation.reminded', body: { round: round.id, number: round.number, people: letters.map((one) => one.asked.personId) } })
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
      to: asker.email, lang: asker.language, purpose: 'expectation-receipt', personId: asker.personId, from: { personId: null, workspaceId: workspace.id }, now: work.now,
      ...receiptMail({ ...count, lang: asker.language, workspace: workspace.title, title: round.title, url: `${linking.config.baseUrl}/arbeidsrom/${workspace.slug}/forventninger/${round.number}` }),
    })
  }
  work.record({ workspaceId: workspace.id, what: 'expectation.closed', body: { round: round.id, number: round.number, asked: count?.asked ?? 0, answered: count?.answered ?? 0 } })
  return true
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
  const people = (await askedIn(work.tx, round.id)).filter((one) => !one.revoked && one.passId !== null)
  await lengthen(work, people, replyBy)
  // Who wrote nothing, and is not named by anybody, has nothing to see to; they may look all the same, with the link that they have.
  const letters = people.filter(reached).filter((one) => !one.handedOn && (expected.has(one.organisationId) || round.shownTo === 'asked'))
    .map((asked) => ({ asked, about: { is: 'shown', expected: expected.get(asked.organisationId)?.length ?? 0 } as const, again: true }))
  const fresh = new Map((await askedIn(work.tx, round.id)).map((one) => [one.id, one.passId]))
  await writeTo(work, linking, workspace, { ...round, state: 'released', replyBy }, letters.map((one) => ({ ...one, asked: { ...one.asked, passId: fresh.get(one.asked.id) ?? null } })))
  work.record({ workspaceId: workspace.id, what: 'expectation.released', body: { round: round.id, number: round.number, replyBy, shownTo: round.shownTo, statements: sent.length } })
  return { done: { people: letters.length } }
}

/** Gives links a new last day. */
async function lengthen(work: Work, people: readonly Asked[], lastDay: string): Promise<void> {
  const made = await lengthenPasses(work.tx, 'expectation', people.map((one) => ({ subjectId: one.id, personId: one.personId })), lastDay, work.now)
  await setPassAndMail(work.tx, made.map(({ subjectId, passId }) => ({ askedId: subjectId, passId, mailId: null, at: work.now.toString() })))
}

/** A new deadline: for answers, where a closed round is under way again, or for replies when they are shown. Links work through it. */
export async function extend(work: Work, round: Round, version: number, day: string): Promise<Outcome<true, 'stale' | 'past'>> {
  if (isPast(day, work.now)) return { refused: 'past' }
  if (!(await extendRound(work.tx, round, version, day))) return { refused: 'stale' }
  await lengthen(work, (await askedIn(work.tx, round.id)).filter((one) => one.passId !== null), day)
  work.record({ workspaceId: round.workspaceId, what: 'expectation.extended', body: { round: round.id, number: round.number, due: day } })
  return { done: true }
}

/** Takes somebody's link back: it opens nothing any more. */
export async function revokeLink(work: Work, round: Round, asked: Asked): Promise<void> {
  await revokePasses(work.tx, { purpose: 'expectation', subjectId: asked.id }, work.now)
  work.record({ workspaceId: round.workspaceId, what: 'expectation.link-revoked', body: { round: round.id, person: asked.personId } })
}

/** Gives somebody a new link in a new mail; the old one opens nothing any more. Refuses one without an address. */
export async function newLink(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, asked: Asked): Promise<boolean> {
  if (!reached(asked)) return false
  await revokePasses(work.tx, { purpose: 'expectation', subjectId: asked.id }, work.now)
  const expected = round.state === 'released' ? (expectedOf(await sentIn(work.tx, [round.id])).get(asked.organisationId)?.length ?? 0) : null
  await writeTo(work, linking, workspace, round, [{ asked, about: expected === null ? { is: 'question' } : { is: 'shown', expected }, again: false }])
  work.record({ workspaceId: workspace.id, what: 'expectation.link-renewed', body: { round: round.id, person: asked.personId } })
  return true
}
