import { closeRound, extendRound, mailedLongAgo, markReminded, markReminders, mayWriteAgain, setPassAndMail } from '../../workspaces/index.ts'
import type { Linking } from '../../../platform/platform.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { lengthenPasses, revokePasses } from '../../../platform/pass/pass.ts'
import { isPast } from '../../../platform/time/oslo.ts'
import { reachOf } from '../../actors/index.ts'
import { tieAll } from '../../thread/index.ts'
import { measure } from '../measure/measure.ts'
import { result } from '../result/result.ts'
import { answersIn, countsOf, type RoundAnswer, setResultItem } from './answer.store.ts'
import { type Asked, askedIn, type Share, sharesIn } from './asked.store.ts'
import { receiptMail } from './mails.ts'
import type { Round } from './status.ts'
import { type Letter, writeTo } from './write-to.ts'

const reached = (one: Asked): one is Asked & { email: string } => one.email !== null

/** Those who have something left to answer, with what it is; one whose link was taken back is left in peace. */
export function waitingIn(people: readonly Asked[], shares: readonly Share[], answers: readonly RoundAnswer[]): { asked: Asked; left: RoundAnswer[] }[] {
  const byId = new Map(answers.map((one) => [one.id, one]))
  return people.flatMap((asked) => {
    const left = shares.filter((share) => share.askedId === asked.id && share.handedTo === null).flatMap((share) => byId.get(share.answerId) ?? []).filter((one) => !one.sending && one.nameable)
    return left.length > 0 && !asked.revoked ? [{ asked, left }] : []
  })
}

/** Those who may be reminded now: waiting, reachable, and not written to in the last two days. */
export const remindable = (waiting: ReturnType<typeof waitingIn>, now: Temporal.Instant) => waiting.filter(({ asked }) => reached(asked) && mayWriteAgain(asked.mailedAt, now))

/** Writes to those who have not answered, with the same link; says how many. Two who press at once write once. */
export async function remind(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<number> {
  const [people, shares, answers] = [await askedIn(work.tx, round.id), await sharesIn(work.tx, round.id), await answersIn(work.tx, [round.id])]
  const due = remindable(waitingIn(people, shares, answers), work.now)
  const marked = new Set(await markReminders(work.tx, 'status_asked', due.map(({ asked }) => asked.id), work.now.toString(), mailedLongAgo(work.now).toString()))
  const letters = due.filter(({ asked }) => marked.has(asked.id)).flatMap(({ asked, left }): Letter[] => (reached(asked) ? [letterTo(asked, left, true)] : []))
  const asker = round.madeBy ? ((await reachOf(work.tx, [round.madeBy])).get(round.madeBy) ?? null) : null
  await writeTo(work, linking, { workspace, round, asker }, letters)
  if (letters.length > 0) work.record({ workspaceId: workspace.id, what: 'status.reminded', body: { round: round.id, number: round.number, people: letters.map((one) => one.to.personId) } })
  return letters.length
}

const letterTo = (asked: Asked & { email: string }, left: readonly RoundAnswer[], reminder: boolean): Letter => ({
  askedId: asked.id, passId: reminder ? asked.passId : null, to: { personId: asked.personId, name: asked.name, email: asked.email, language: asked.language },
  organisation: asked.organisation, titles: left.map((one) => one.title), reminder,
})

/** The reminder that goes by itself, once for a round. */
export async function remindByItself(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<void> {
  if (await markReminded(work.tx, 'status_round', round.id, work.now.toString())) await remind(work, linking, workspace, round)
}

/** Closes a round, once, and writes to the one who asked how it went. Links end; what was written but not sent is not used. */
export async function close(work: Work, linking: Linking, workspace: { id: string; slug: string; title: string }, round: Round): Promise<boolean> {
  if (!(await closeRound(work.tx, 'status_round', round.id, work.now.toString()))) return false
  const count = (await countsOf(work.tx, [round.id])).get(round.id)
  const asker = round.madeBy ? (await reachOf(work.tx, [round.madeBy])).get(round.madeBy) : undefined
  if (count && asker?.email) {
    await queueMail(work.tx, {
      to: asker.email, lang: asker.language, purpose: 'status-receipt', personId: asker.personId, from: { personId: null, workspaceId: workspace.id }, now: work.now,
      ...receiptMail({ ...count, lang: asker.language, workspace: workspace.title, title: round.title, url: `${linking.config.baseUrl}/arbeidsrom/${workspace.slug}/plan/status/${round.number}` }),
    })
  }
  work.record({ workspaceId: workspace.id, what: 'status.closed', body: { round: round.id, number: round.number, asked: count?.asked ?? 0, answered: count?.answered ?? 0 } })
  return true
}

/** A new deadline: links that had ended work again through it, and a closed round is under way again. */
export async function extend(work: Work, round: Round, version: number, dueOn: string): Promise<Outcome<true, 'stale' | 'past'>> {
  if (isPast(dueOn, work.now)) return { refused: 'past' }
  if (!(await extendRound(work.tx, 'status_round', round.id, version, dueOn))) return { refused: 'stale' }
  const made = await lengthenPasses(work.tx, 'status', (await askedIn(work.tx, round.id)).map((one) => ({ subjectId: one.id, personId: one.personId })), dueOn, work.now)
  await setPassAndMail(work.tx, 'status_asked', made.map(({ subjectId, passId }) => ({ askedId: subjectId, passId, mailId: null })), work.now.toString())
  work.record({ workspaceId: round.workspaceId, what: 'status.extended', body: { round: round.id, number: round.number, due: dueOn } })
  return { done: true }
}

/** Takes somebody's link back: it opens nothing any more. */
export async function revokeLink(work: Work, round: Round, asked: Asked): Promise<void> {
  await revokePasses(work.tx, { purpose: 'status', subjectId: asked.id }, work.now)
  work.record({ workspaceId: round.workspaceId, what: 'status.link-revoked', body: { round: round.id, person: asked.personId } })
}

/** Gives somebody a new link in a new mail; the old one opens nothing any more. Refuses one without an address; how often anybody is written to is bounded with all other mail. */
export async function newLink(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, asked: Asked): Promise<boolean> {
  if (!reached(asked)) return false
  const [shares, answers] = [await sharesIn(work.tx, round.id), await answersIn(work.tx, [round.id])]
  const own = new Set(shares.filter((share) => share.askedId === asked.id && share.handedTo === null).map((share) => share.answerId))
  await revokePasses(work.tx, { purpose: 'status', subjectId: asked.id }, work.now)
  const asker = round.madeBy ? ((await reachOf(work.tx, [round.madeBy])).get(round.madeBy) ?? null) : null
  await writeTo(work, linking, { workspace, round, asker }, [letterTo(asked, answers.filter((one) => own.has(one.id) && one.nameable), false)])
  work.record({ workspaceId: workspace.id, what: 'status.link-renewed', body: { round: round.id, person: asked.personId } })
  return true
}

/** Makes a result of what was told as the result so far, tied to its measure; once for each answer. */
export async function makeResult(work: Work, workspace: WorkspaceHead, answer: RoundAnswer, source: string): Promise<Outcome<true, 'forbidden' | 'missing'>> {
  const { sending } = answer
  if (!sending?.result || sending.resultItemId) return { refused: 'missing' }
  const [first = '', ...more] = sending.result.split('\n')
  const long = first.length > 200 || more.length > 0
  const title = first.length > 200 ? `${first.slice(0, 199).trimEnd()}…` : first
  const made = await addItems(work, workspace, result, [{ title, fields: { description: long ? sending.result : null, happened_on: sending.toldOn, source } }])
  if ('refused' in made) return { refused: 'forbidden' }
  const id = made.done[0] ?? ''
  if (!(await setResultItem(work.tx, sending.id, id))) return { refused: 'missing' }
  await tieAll(work, workspace.id, [{ relation: 'leads_to', fromId: answer.itemId, fromKind: measure.name, toId: id, toKind: result.name, note: null }])
  return { done: true }
}
