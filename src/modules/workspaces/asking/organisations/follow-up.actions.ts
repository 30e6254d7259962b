import type { Outcome, Work } from '../../../../platform/db/work.ts'
import { queueMail } from '../../../../platform/mail/mail.ts'
import { lengthenPasses, revokePasses } from '../../../../platform/pass/pass.ts'
import type { Linking } from '../../../../platform/platform.ts'
import { isPast } from '../../../../platform/time/oslo.ts'
import { reachOf } from '../../../actors/index.ts'
import { mailedLongAgo, mayWriteAgain } from '../asking.ts'
import { markReminders, setPassAndMail } from '../marks.store.ts'
import { closeRound, markReminded } from '../steps.store.ts'
import { answersIn, countsOf } from './answer.store.ts'
import { type Asked, askedIn, reached } from './asked.store.ts'
import { type AskedRound, type RoundKind, type RoundName, tablesOf } from './kind.ts'
import { writeTo } from './letters.ts'

/** Those of these who may be reminded now: their organisation is waited for, they have not let a colleague do it, and nobody has written to them in two days. */
export const remindable = (people: readonly Asked[], waiting: ReadonlySet<string>, now: Temporal.Instant): (Asked & { email: string })[] =>
  people.filter((one) => waiting.has(one.answerId) && !one.revoked && !one.handedOn && one.mailedAt !== null && mayWriteAgain(one.mailedAt, now)).filter(reached)

/** Writes to those who are waited for, with the same link; says how many. Two who press at once write once. */
export async function remind<R extends AskedRound, X extends { is: string }>(work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; title: string }, round: R): Promise<number> {
  const [people, answers] = [await askedIn(work.tx, kind.name, round.id), await answersIn(work.tx, kind.name, round.id)]
  const due = remindable(people, await kind.waitingIn(work.tx, round, answers), work.now)
  const marked = new Set(await markReminders(work.tx, tablesOf(kind.name).asked, due.map((one) => one.id), work.now.toString(), mailedLongAgo(work.now).toString()))
  const letters = due.filter((one) => marked.has(one.id)).map((asked) => ({ asked, about: { is: 'reminder' } as const, again: true }))
  await writeTo(work, linking, kind, workspace, round, letters)
  if (letters.length > 0) work.record({ workspaceId: workspace.id, what: `${kind.name}.reminded`, body: { round: round.id, number: round.number, people: letters.map((one) => one.asked.personId) } })
  return letters.length
}

/** The reminder that goes by itself, once for a round. */
export async function remindByItself<R extends AskedRound, X extends { is: string }>(work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; title: string }, round: R): Promise<void> {
  if (await markReminded(work.tx, tablesOf(kind.name).round, round.id, work.now.toString())) await remind(work, linking, kind, workspace, round)
}

/** Closes a round, once, and writes to the one who asked how it went. What was written but not sent is not used, and stays nobody else's. */
export async function close<R extends AskedRound, X extends { is: string }>(work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; slug: string; title: string }, round: R): Promise<boolean> {
  if (!(await closeRound(work.tx, tablesOf(kind.name).round, round.id, work.now.toString()))) return false
  const count = (await countsOf(work.tx, kind.name, [round.id])).get(round.id)
  const asker = round.madeBy ? (await reachOf(work.tx, [round.madeBy])).get(round.madeBy) : undefined
  if (count && asker?.email) {
    await queueMail(work.tx, {
      to: asker.email, lang: asker.language, purpose: `${kind.name}-receipt`, personId: asker.personId, from: { personId: null, workspaceId: workspace.id }, now: work.now,
      ...kind.receipt({ ...count, lang: asker.language, workspace: workspace.title, title: round.title, url: `${linking.config.baseUrl}/arbeidsrom/${workspace.slug}/${kind.path}/${round.number}` }),
    })
  }
  work.record({ workspaceId: workspace.id, what: `${kind.name}.closed`, body: { round: round.id, number: round.number, asked: count?.asked ?? 0, answered: count?.answered ?? 0 } })
  return true
}

/** Gives those who have a link a new last day of it. */
export async function lengthen(work: Work, name: RoundName, people: readonly Asked[], lastDay: string): Promise<void> {
  const made = await lengthenPasses(work.tx, name, people.filter((one) => one.passId !== null).map((one) => ({ subjectId: one.id, personId: one.personId })), lastDay, work.now)
  await setPassAndMail(work.tx, tablesOf(name).asked, made.map(({ subjectId, passId }) => ({ askedId: subjectId, passId, mailId: null })), work.now.toString())
}

/** A new last day: a closed round is under way again. Links work through it. */
export async function extend<R extends AskedRound, X extends { is: string }>(work: Work, kind: RoundKind<R, X>, round: R, version: number, day: string): Promise<Outcome<true, 'stale' | 'past'>> {
  if (isPast(day, work.now)) return { refused: 'past' }
  if (!(await kind.extend(work.tx, round, version, day))) return { refused: 'stale' }
  await lengthen(work, kind.name, await askedIn(work.tx, kind.name, round.id), day)
  work.record({ workspaceId: round.workspaceId, what: `${kind.name}.extended`, body: { round: round.id, number: round.number, due: day } })
  return { done: true }
}

/** Takes somebody's link back: it opens nothing any more. */
export async function revokeLink(work: Work, { name }: { name: RoundName }, round: Pick<AskedRound, 'id' | 'workspaceId'>, asked: Asked): Promise<void> {
  await revokePasses(work.tx, { purpose: name, subjectId: asked.id }, work.now)
  work.record({ workspaceId: round.workspaceId, what: `${name}.link-revoked`, body: { round: round.id, person: asked.personId } })
}

/** Gives somebody a new link in a new mail; the old one opens nothing any more. Refuses one without an address. */
export async function newLink<R extends AskedRound, X extends { is: string }>(work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; title: string }, round: R, asked: Asked): Promise<boolean> {
  if (!reached(asked)) return false
  await revokePasses(work.tx, { purpose: kind.name, subjectId: asked.id }, work.now)
  await writeTo(work, linking, kind, workspace, round, [{ asked, about: await kind.openingOf(work.tx, round, asked), again: false }])
  work.record({ workspaceId: workspace.id, what: `${kind.name}.link-renewed`, body: { round: round.id, person: asked.personId } })
  return true
}
