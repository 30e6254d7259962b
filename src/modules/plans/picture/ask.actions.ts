import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Linking } from '../../../platform/platform.ts'
import { isPast, osloDate } from '../../../platform/time/oslo.ts'
import { ensureAffiliation, personByEmail } from '../../actors/index.ts'
import { representativesOf } from '../../workspaces/index.ts'
import { insertAnswers } from './answer.store.ts'
import { askedIn, insertAsked } from './asked.store.ts'
import { type Draft, insertRound, openRound } from './round.store.ts'
import { mostChallenges, mostOrganisations, type Round } from './round.ts'
import { reached, writeTo } from './write-to.ts'

/** A new round that has asked nobody yet: these challenges, these organisations, and those who speak for them here. The caller has read the challenges. */
export async function draftRound(work: Work, workspace: { id: string }, draft: Draft, challengeIds: readonly string[], organisationIds: readonly string[]): Promise<{ id: string; number: number }> {
  const made = await insertRound(work.tx, workspace.id, { personId: work.viewer.person?.id ?? null, at: work.now.toString() }, draft, challengeIds.slice(0, mostChallenges))
  const answers = await insertAnswers(work.tx, made.id, organisationIds.slice(0, mostOrganisations))
  const people = await representativesOf(work.tx, workspace.id, answers.map((one) => one.organisationId), osloDate(work.now).toString())
  const answerOf = new Map(answers.map((one) => [one.organisationId, one.id]))
  await insertAsked(work.tx, people.flatMap(({ organisationId, personId }) => { const answerId = answerOf.get(organisationId); return answerId ? [{ answerId, personId }] : [] }))
  return made
}

/** Names somebody to ask on behalf of an organisation: found or made by their address, and said to belong there. False when they are asked already. */
export async function namePerson(work: Work, workspace: { id: string }, answer: { id: string; organisationId: string }, contact: { name: string; email: string }): Promise<boolean> {
  const person = await personByEmail(work.tx, contact.email, contact.name)
  const added = await insertAsked(work.tx, [{ answerId: answer.id, personId: person.id }])
  if (person.made) await ensureAffiliation(work.tx, person.id, answer.organisationId, osloDate(work.now).toString())
  if (added.length > 0) work.record({ workspaceId: workspace.id, what: 'picture.person-named', body: { person: person.id, organisation: answer.organisationId } })
  return added.length > 0
}

export type SendRefusal = 'stale' | 'nobody' | 'past'

/** Sends a draft: everybody who can be reached gets one mail with one link, in the same transaction as the round begins. Sent twice it is sent once. */
export async function sendRound(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round): Promise<Outcome<{ organisations: number; people: number }, SendRefusal>> {
  if (isPast(round.dueOn, work.now)) return { refused: 'past' }
  if (!(await openRound(work.tx, round.id, work.now.toString()))) return { refused: 'stale' }
  const people = (await askedIn(work.tx, round.id)).filter(reached)
  if (people.length === 0) return { refused: 'nobody' }
  await writeTo(work, linking, workspace, round, people.map((asked) => ({ asked, about: { is: 'question' }, again: false })))
  const organisations = new Set(people.map((one) => one.organisationId)).size
  work.record({ workspaceId: workspace.id, what: 'picture.asked', body: { round: round.id, number: round.number, title: round.title, due: round.dueOn, organisations, people: people.map((one) => one.personId) } })
  return { done: { organisations, people: people.length } }
}

/** Asks one more person in a round that is under way: the organisation had nobody, or somebody left. */
export async function askAlso(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, answer: { id: string; organisationId: string }, contact: { name: string; email: string }): Promise<boolean> {
  const known = new Set((await askedIn(work.tx, round.id)).map((one) => one.id))
  if (!(await namePerson(work, workspace, answer, contact))) return false
  const fresh = (await askedIn(work.tx, round.id)).filter((one) => !known.has(one.id)).filter(reached)
  await writeTo(work, linking, workspace, round, fresh.map((asked) => ({ asked, about: { is: 'question' }, again: false })))
  return true
}
