import type { Linking } from '../../../platform/platform.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { isPast, osloDate } from '../../../platform/time/oslo.ts'
import { affiliationsOf, insertAffiliation, personByEmail, reachOf } from '../../actors/index.ts'
import { openRound } from '../../workspaces/index.ts'
import { insertAnswers } from './answer.store.ts'
import { insertAsked, insertShares } from './asked.store.ts'
import { type Asked, readAsking } from './asking.store.ts'
import { type Draft, insertContact, insertRound, roundById } from './round.store.ts'
import type { Recipient } from './recipients.ts'
import type { Round } from './status.ts'
import { writeTo } from './write-to.ts'

const byOf = (work: Work) => ({ personId: work.viewer.person?.id ?? null, at: work.now.toString() })

/** A new round that has asked nobody yet. */
export async function draftRound(work: Work, workspace: WorkspaceHead, draft: Draft): Promise<{ id: string; number: number }> {
  return insertRound(work.tx, workspace.id, byOf(work), draft)
}

/** Names somebody to ask for an organisation, or about what has no owner: found or made by their address, and said to belong there. */
export async function nameContact(work: Work, workspace: WorkspaceHead, contact: { organisationId: string | null; name: string; title: string | null; email: string }): Promise<void> {
  const person = await personByEmail(work.tx, contact.email, contact.name)
  await insertContact(work.tx, { workspaceId: workspace.id, organisationId: contact.organisationId, personId: person.id, at: work.now.toString() })
  const { organisationId } = contact
  if (organisationId && !(await affiliationsOf(work.tx, person.id)).some((one) => one.organisation.id === organisationId && one.to === null)) {
    await insertAffiliation(work.tx, { personId: person.id, organisationId, title: contact.title, from: osloDate(work.now).toString(), to: null })
  }
  work.record({ workspaceId: workspace.id, what: 'status.contact-named', body: { person: person.id, organisation: contact.organisationId } })
}

export type SendRefusal = 'stale' | 'nobody' | 'past'

/**
 * Sends a draft: everybody who can be reached gets one mail with one link, in the same transaction as the round begins. Sent twice
 * it is sent once. Who is asked follows from how things stand now, not from when the draft was looked at.
 */
export async function sendRound(work: Work, linking: Linking, workspace: WorkspaceHead, round: Round): Promise<Outcome<{ people: number }, SendRefusal>> {
  if (isPast(round.dueOn, work.now)) return { refused: 'past' }
  if (!(await openRound(work.tx, 'status_round', round.id, work.now.toString()))) return { refused: 'stale' }
  const asking = await readAsking(work.tx, work.viewer, workspace, round, work.now)
  return askThem(work, linking, workspace, round, asking, asking.recipients)
}

/** Asks these people in a round that has just begun. */
async function askThem(work: Work, linking: Linking, workspace: WorkspaceHead, round: Round, asking: Asked, recipients: readonly Recipient[]): Promise<Outcome<{ people: number }, SendRefusal>> {
  if (recipients.length === 0) return { refused: 'nobody' }
  const asked = new Set(recipients.flatMap((one) => one.measureIds))
  const measures = asking.measures.filter((one) => asked.has(one.id))
  const answerIds = await insertAnswers(work.tx, round.id, measures.map((one) => ({ itemId: one.id, version: one.version, state: one.state })))
  const answerOf = new Map(measures.map((one, i) => [one.id, answerIds[i] ?? '']))
  const titleOf = new Map(measures.map((one) => [one.id, one.title]))
  const askedIds = await insertAsked(work.tx, recipients.map((one) => ({ roundId: round.id, personId: one.personId, organisationId: one.organisationId, at: work.now.toString() })))
  await insertShares(work.tx, recipients.flatMap((one, i) => one.measureIds.map((id) => ({ askedId: askedIds[i] ?? '', answerId: answerOf.get(id) ?? '' }))))
  const asker = work.viewer.person ? ((await reachOf(work.tx, [work.viewer.person.id])).get(work.viewer.person.id) ?? null) : null
  await writeTo(work, linking, { workspace, round, asker }, recipients.map((one, i) => ({
    askedId: askedIds[i] ?? '', passId: null, to: one, organisation: one.organisationId ? (asking.organisations.get(one.organisationId) ?? null) : null,
    titles: one.measureIds.flatMap((id) => titleOf.get(id) ?? []),
  })))
  work.record({ workspaceId: workspace.id, what: 'status.asked', body: { round: round.id, number: round.number, title: round.title, due: round.dueOn, people: recipients.map((one) => one.personId), measures: measures.length } })
  return { done: { people: recipients.length } }
}

/** Measures that a trial asks about: enough to see how it works, few enough to answer in a minute. */
export const trialSize = 3

/**
 * The shortest way: a round of the first few open measures to the one who asks, whoever owns them, to see what a partner sees.
 * Refuses when there is no open measure, or no address to send to.
 */
export async function askOneself(work: Work, linking: Linking, workspace: WorkspaceHead, draft: Draft): Promise<Outcome<{ number: number; email: string }, 'nobody' | 'no-address'>> {
  const own = work.viewer.person
  const me = own ? (await reachOf(work.tx, [own.id])).get(own.id) : undefined
  if (!me?.email) return { refused: 'no-address' }
  const made = await draftRound(work, workspace, draft)
  const round = await roundById(work.tx, made.id)
  if (!round || !(await openRound(work.tx, 'status_round', made.id, work.now.toString()))) return { refused: 'nobody' }
  const asking = await readAsking(work.tx, work.viewer, workspace, round, work.now)
  const measureIds = asking.measures.slice(0, trialSize).map((one) => one.id)
  if (measureIds.length === 0) return { refused: 'nobody' }
  const sent = await askThem(work, linking, workspace, round, asking, [{ ...me, email: me.email, organisationId: null, measureIds }])
  return 'refused' in sent ? { refused: 'nobody' } : { done: { number: made.number, email: me.email } }
}
