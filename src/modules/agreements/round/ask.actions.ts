import type { Linking } from '../../../platform/platform.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { isPast, osloDate } from '../../../platform/time/oslo.ts'
import { ensureAffiliation, personByEmail } from '../../actors/index.ts'
import { representativesOf } from '../../workspaces/index.ts'
import { answersIn, insertAnswers } from './answer.store.ts'
import { askedIn, insertAsked } from './asked.store.ts'
import { type Draft, holdRound, insertRound, openRound } from './round.store.ts'
import { mostOrganisations, type Round } from './round.ts'
import { reached, writeTo } from './write-to.ts'

/** A new round that has asked nobody yet, of these organisations and those who speak for them here. */
export async function draftRound(work: Work, workspace: Pick<WorkspaceHead, 'id'>, draft: Draft, organisationIds: readonly string[]): Promise<{ id: string; number: number }> {
  const made = await insertRound(work.tx, workspace.id, { personId: work.viewer.person?.id ?? null, at: work.now.toString() }, draft)
  await addOrganisations(work, workspace, made.id, organisationIds)
  return made
}

/** Adds organisations to a draft, with those who speak for them in the workspace. Refuses more than a round may ask. */
export async function addOrganisations(work: Work, workspace: Pick<WorkspaceHead, 'id'>, roundId: string, organisationIds: readonly string[]): Promise<Outcome<{ added: number }, 'many' | 'sent'>> {
  const round = await holdRound(work.tx, roundId)
  if (round?.state !== 'draft') return { refused: 'sent' }
  const made = await insertAnswers(work.tx, roundId, organisationIds)
  if ((await answersIn(work.tx, roundId)).length > mostOrganisations) return { refused: 'many' }
  const people = await representativesOf(work.tx, workspace.id, made.map((one) => one.organisationId), osloDate(work.now).toString())
  const answerOf = new Map(made.map((one) => [one.organisationId, one.id]))
  await insertAsked(work.tx, people.flatMap(({ organisationId, personId }) => { const answerId = answerOf.get(organisationId); return answerId ? [{ answerId, personId }] : [] }))
  return { done: { added: made.length } }
}

/** Names somebody to ask on behalf of an organisation: found or made by their address, and said to belong there. */
export async function namePerson(work: Work, workspace: Pick<WorkspaceHead, 'id'>, answer: { id: string; organisationId: string }, contact: { name: string; email: string }): Promise<boolean> {
  const person = await personByEmail(work.tx, contact.email, contact.name)
  const added = await insertAsked(work.tx, [{ answerId: answer.id, personId: person.id }])
  if (person.made) await ensureAffiliation(work.tx, person.id, answer.organisationId, osloDate(work.now).toString())
  if (added.length > 0) work.record({ workspaceId: workspace.id, what: 'expectation.person-named', body: { person: person.id, organisation: answer.organisationId } })
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
  work.record({ workspaceId: workspace.id, what: 'expectation.asked', body: { round: round.id, number: round.number, title: round.title, due: round.dueOn, shownTo: round.shownTo, organisations, people: people.map((one) => one.personId) } })
  return { done: { organisations, people: people.length } }
}

/** Asks one more person in a round that is under way: the organisation had nobody, or somebody left. */
export async function askAlso(work: Work, linking: Linking, workspace: { id: string; title: string }, round: Round, answer: { id: string; organisationId: string }, contact: { name: string; email: string }): Promise<boolean> {
  const known = new Set((await askedIn(work.tx, round.id)).filter((one) => one.answerId === answer.id).map((one) => one.id))
  if (!(await namePerson(work, workspace, answer, contact))) return false
  const fresh = (await askedIn(work.tx, round.id)).filter((one) => one.answerId === answer.id && !known.has(one.id)).filter(reached)
  await writeTo(work, linking, workspace, round, fresh.map((asked) => ({ asked, about: { is: 'question' }, again: false })))
  return true
}
