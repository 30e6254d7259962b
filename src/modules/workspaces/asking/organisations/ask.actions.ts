import type { Outcome, Work } from '../../../../platform/db/work.ts'
import type { Linking } from '../../../../platform/platform.ts'
import { isPast, osloDate } from '../../../../platform/time/oslo.ts'
import { ensureAffiliation, personByEmail } from '../../../actors/index.ts'
import { representativesOf } from '../representatives.store.ts'
import { openRound } from '../steps.store.ts'
import { answersIn, insertAnswers } from './answer.store.ts'
import { askedIn, insertAsked, reached } from './asked.store.ts'
import { type AskedRound, type RoundKind, type RoundName, tablesOf } from './kind.ts'
import { writeTo } from './letters.ts'
import { holdRound } from './question.store.ts'

/** How many organisations one round may ask. */
export const mostOrganisations = 200

/** Adds organisations to a draft, with those who speak for them in the workspace. Refuses a round that is sent, and more than a round may ask. */
export async function addOrganisations(work: Work, kind: Pick<RoundKind<AskedRound>, 'name' | 'roundById'>, workspace: { id: string }, roundId: string, organisationIds: readonly string[]): Promise<Outcome<{ added: number }, 'many' | 'sent'>> {
  if ((await holdRound(work.tx, kind, roundId))?.state !== 'draft') return { refused: 'sent' }
  const made = await insertAnswers(work.tx, kind.name, roundId, organisationIds)
  if ((await answersIn(work.tx, kind.name, roundId)).length > mostOrganisations) return { refused: 'many' }
  const people = await representativesOf(work.tx, workspace.id, made.map((one) => one.organisationId), osloDate(work.now).toString())
  const answerOf = new Map(made.map((one) => [one.organisationId, one.id]))
  await insertAsked(work.tx, kind.name, people.flatMap(({ organisationId, personId }) => { const answerId = answerOf.get(organisationId); return answerId ? [{ answerId, personId }] : [] }))
  return { done: { added: made.length } }
}

/** Names somebody to ask on behalf of an organisation: found or made by their address, and said to belong there. False when they are asked already. */
export async function namePerson(work: Work, { name }: { name: RoundName }, workspace: { id: string }, answer: { id: string; organisationId: string }, contact: { name: string; email: string }): Promise<boolean> {
  const person = await personByEmail(work.tx, contact.email, contact.name)
  const added = await insertAsked(work.tx, name, [{ answerId: answer.id, personId: person.id }])
  if (person.made) await ensureAffiliation(work.tx, person.id, answer.organisationId, osloDate(work.now).toString())
  if (added.length > 0) work.record({ workspaceId: workspace.id, what: `${name}.person-named`, body: { person: person.id, organisation: answer.organisationId } })
  return added.length > 0
}

export type SendRefusal = 'stale' | 'nobody' | 'past'

/** Sends a draft: everybody who can be reached gets one mail with one link, in the same transaction as the round begins. Sent twice it is sent once. */
export async function sendRound<R extends AskedRound, X extends { is: string }>(
  work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; title: string }, round: R,
): Promise<Outcome<{ organisations: number; people: number }, SendRefusal>> {
  if (isPast(round.dueOn, work.now)) return { refused: 'past' }
  if (!(await openRound(work.tx, tablesOf(kind.name).round, round.id, work.now.toString()))) return { refused: 'stale' }
  const people = (await askedIn(work.tx, kind.name, round.id)).filter(reached)
  if (people.length === 0) return { refused: 'nobody' }
  await writeTo(work, linking, kind, workspace, round, people.map((asked) => ({ asked, about: { is: 'question' }, again: false })))
  const organisations = new Set(people.map((one) => one.organisationId)).size
  work.record({ workspaceId: workspace.id, what: `${kind.name}.asked`, body: { round: round.id, number: round.number, title: round.title, due: round.dueOn, ...kind.promised?.(round), organisations, people: people.map((one) => one.personId) } })
  return { done: { organisations, people: people.length } }
}

/** Asks one more person in a round that is under way: the organisation had nobody, or somebody left. False when they are asked already. */
export async function askAlso<R extends AskedRound, X extends { is: string }>(
  work: Work, linking: Linking, kind: RoundKind<R, X>, workspace: { id: string; title: string }, round: R, answer: { id: string; organisationId: string }, contact: { name: string; email: string },
): Promise<boolean> {
  const known = new Set((await askedIn(work.tx, kind.name, round.id)).map((one) => one.id))
  if (!(await namePerson(work, kind, workspace, answer, contact))) return false
  const fresh = (await askedIn(work.tx, kind.name, round.id)).filter((one) => !known.has(one.id)).filter(reached)
  await writeTo(work, linking, kind, workspace, round, fresh.map((asked) => ({ asked, about: { is: 'question' }, again: false })))
  return true
}
