import type { Tx } from '../../../platform/db/database.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { revokePasses } from '../../../platform/pass/pass.ts'
import { hasLoggedIn, startSession } from '../../../platform/session/session.ts'
import { daysUntil, osloDate } from '../../../platform/time/oslo.ts'
import { ensureAffiliation, ensureParty, giveName, isAdministrator, peopleByEmail } from '../../actors/index.ts'
import { addMember, everMember, hasMembership } from '../member/member.store.ts'
import { type Invitation, isColleague, isWaiting, lastDayFrom } from './invitation.ts'
import { askedElsewhere, lockInvitation, setInvitation } from './invitation.store.ts'
import { mailInvitation, type Post } from './send.actions.ts'

/** The invitation was answered, passed on, withdrawn or is over. */
type Over = 'over'

/** A session that an invitation begins lasts a day: after that, and on every other device, one logs in. */
const sessionDays = 1

/** Whether the person is nobody's account yet: made by this very invitation, never let in, without a role anywhere, and asked for nothing else. */
async function isNewHere(tx: Tx, { personMade, personId, id }: Invitation): Promise<boolean> {
  return personMade && !(await hasLoggedIn(tx, personId)) && !(await everMember(tx, personId)) && !(await askedElsewhere(tx, personId, id)) && !(await isAdministrator(tx, personId))
}

/** The invitation, held, while it is this person's to answer. */
async function waitingOne(work: Work, id: string): Promise<Invitation | null> {
  const invitation = await lockInvitation(work.tx, id)
  return invitation && invitation.personId === work.viewer.person?.id && isWaiting(invitation, work.now) ? invitation : null
}

export type Acceptance = { name: string | null; title: string | null }

/**
 * Says yes: the person gets the role, from today or the day that was said; for an organisation, it becomes a partner and the person its
 * representative. Done once: the second of two at once finds it answered. Returns a session only when this cannot be somebody else's
 * account (decision 16).
 */
export async function accept(work: Work, id: string, { name, title }: Acceptance): Promise<Outcome<{ session: string | null }, Over>> {
  const invitation = await waitingOne(work, id)
  if (!invitation) return { refused: 'over' }
  const { workspaceId, personId, organisationId, role } = invitation
  const today = osloDate(work.now).toString()
  const fresh = await isNewHere(work.tx, invitation)
  if (fresh && name) await giveName(work.tx, personId, name)
  if (invitation.kind === 'organisation' && organisationId) await ensureParty(work.tx, workspaceId, organisationId, 'partner', today)
  if (organisationId) await ensureAffiliation(work.tx, personId, organisationId, today, title)
  const from = invitation.memberFrom && invitation.memberFrom > today ? invitation.memberFrom : today
  if (!(await hasMembership(work.tx, { workspaceId, personId, role, organisationId }, today))) {
    await addMember(work.tx, { workspaceId, personId, role, organisationId, from, to: invitation.memberTo })
  }
  await setInvitation(work.tx, id, { state: 'accepted', answeredAt: work.now })
  work.record({ workspaceId, what: 'invitation.accepted', body: { invitation: id, kind: invitation.kind, role, organisation: organisationId, person: personId, from } })
  return { done: { session: fresh ? await startSession(work.tx, personId, work.now, sessionDays) : null } }
}

/** Says no, with a reason if they like. */
export async function decline(work: Work, id: string, reason: string | null): Promise<Outcome<true, Over>> {
  const invitation = await waitingOne(work, id)
  if (!invitation) return { refused: 'over' }
  await setInvitation(work.tx, id, { state: 'declined', answeredAt: work.now, answer: reason })
  work.record({ workspaceId: invitation.workspaceId, what: 'invitation.declined', body: { invitation: id } })
  return { done: true }
}

/** The fewest days that a colleague gets to answer. */
const leastDays = 7

/** Passes it on to a colleague at the same organisation: this link is taken back, and the colleague gets one of their own. */
export async function passOn(work: Work, post: Post, id: string, email: string): Promise<Outcome<true, Over | 'elsewhere'>> {
  const invitation = await waitingOne(work, id)
  if (!invitation) return { refused: 'over' }
  if (!isColleague(invitation.email, email)) return { refused: 'elsewhere' }
  const [colleague] = await peopleByEmail(work.tx, [email], invitation.language)
  if (!colleague || colleague.personId === invitation.personId) return { refused: 'elsewhere' }
  const lastDay = daysUntil(invitation.lastDay, work.now) < leastDays ? lastDayFrom(work.now, leastDays) : invitation.lastDay
  const change = { personId: colleague.personId, email, personMade: colleague.made, lastDay, state: 'sent', passedOnAt: work.now, passedOnBy: invitation.personId } as const
  await revokePasses(work.tx, { purpose: 'invitation', subjectId: id }, work.now)
  await setInvitation(work.tx, id, change)
  await mailInvitation(work, post, { ...invitation, ...change }, { passedBy: invitation.email })
  work.record({ workspaceId: invitation.workspaceId, what: 'invitation.passedOn', body: { invitation: id, from: invitation.personId, to: colleague.personId } })
  return { done: true }
}
