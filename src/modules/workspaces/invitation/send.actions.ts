import type { Outcome, Work } from '../../../platform/db/work.ts'
import { queueMail } from '../../../platform/mail/mail.ts'
import { issuePass, passToken, revokePasses } from '../../../platform/pass/pass.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { emailOf, organisationsById, peopleByEmail, peopleById } from '../../actors/index.ts'
import { rolesOfPeople, signedAs } from '../member/member.store.ts'
import { findTitle } from '../workspace.store.ts'
import { invitationMail, type InvitationMail } from './invitation.mail.ts'
import { type Invitation, lastDayFrom, mayRemind, maySendAgain } from './invitation.ts'
import { insertInvitations, lockInvitation, type NewInvitation, setInvitation, waitingFor } from './invitation.store.ts'

/** What links in mails are made with. */
export type Post = { passKey: Uint8Array; baseUrl: string }

export const invitationPath = (token: string): string => `/invitasjon/${token}`

/** Gives an invitation its link, new or the one it has, and queues the mail that carries it. */
export async function mailInvitation(work: Pick<Work, 'tx' | 'now'>, post: Post, invitation: Invitation, why: InvitationMail['why']): Promise<void> {
  const { tx, now } = work
  const passId = why === 'reminder' && invitation.passId
    ? invitation.passId
    : await issuePass(tx, { purpose: 'invitation', subjectId: invitation.id, personId: invitation.personId, lastDay: invitation.lastDay, now })
  const { invitedBy, organisationId } = invitation
  const [title, names, organisations, replyTo] = [
    await findTitle(tx, invitation.workspaceId),
    await peopleById(tx, invitedBy ? [invitedBy] : []),
    await organisationsById(tx, organisationId ? [organisationId] : []),
    invitedBy ? await emailOf(tx, invitedBy) : null,
  ]
  const name = invitedBy && names.get(invitedBy)
  const inviter = invitedBy && name ? await signedAs(tx, invitation.workspaceId, { id: invitedBy, name }, osloDate(now).toString()) : title
  const organisation = organisationId ? (organisations.get(organisationId)?.name ?? null) : null
  const { subject, body } = invitationMail({ invitation, title, inviter, organisation, why, lang: invitation.language, url: `${post.baseUrl}${invitationPath(passToken(post.passKey, 'invitation', passId))}` })
  const mailId = await queueMail(tx, {
    to: invitation.email, ...(replyTo && { replyTo }), subject, body, lang: invitation.language, purpose: 'invitation', nature: 'question', personId: invitation.personId, now,
  })
  await setInvitation(tx, invitation.id, { passId, mailId })
}

export type Asking = Pick<Invitation, 'kind' | 'organisationId' | 'role' | 'memberFrom' | 'memberTo' | 'greeting' | 'lastDay'> & { addresses: readonly string[]; language: Lang }

/** How many were asked, and which addresses were not, because they take part or are asked already. */
export type Asked = { asked: number; already: string[] }

/**
 * Asks the people at these addresses. Whether an address is known here cannot be told from what happens. Those who have the role for this
 * organisation already, or have been asked to and not answered, are not asked again.
 */
export async function sendInvitations(work: Work, post: Post, workspaceId: string, asking: Asking): Promise<Asked> {
  const { addresses, ...one } = asking
  const today = osloDate(work.now).toString()
  const people = await peopleByEmail(work.tx, addresses, one.language)
  const ids = people.map((person) => person.personId)
  const [waiting, members] = [await waitingFor(work.tx, workspaceId, ids, today), await rolesOfPeople(work.tx, workspaceId, ids, today)]
  const same = (other: { personId: string; role: string; organisationId: string | null }, personId: string) =>
    other.personId === personId && other.role === one.role && other.organisationId === one.organisationId
  const taken = (personId: string) => waiting.some((other) => same(other, personId)) || members.some((other) => same(other, personId))
  const [fresh, already] = [people.filter((person) => !taken(person.personId)), people.filter((person) => taken(person.personId))]
  const rows = fresh.map(({ email, personId, made }): NewInvitation => ({ ...one, workspaceId, email, personId, personMade: made, invitedBy: work.viewer.person?.id ?? null, invitedAt: work.now }))
  const made = await insertInvitations(work.tx, rows)
  for (const [i, row] of rows.entries()) {
    const id = made[i] ?? ''
    await mailInvitation(work, post, { ...row, id, ...unanswered }, 'first')
    work.record({ workspaceId, what: 'invitation.sent', body: { invitation: id, kind: row.kind, role: row.role, organisation: row.organisationId, person: row.personId } })
  }
  return { asked: fresh.length, already: already.map((person) => person.email) }
}

const unanswered = { state: 'sent', passId: null, mailId: null, remindedAt: null, passedOnAt: null, passedOnBy: null, answeredAt: null, answer: null } as const

/** Reminds the one who is asked; not twice within three days. */
export async function remind(work: Work, post: Post, workspaceId: string, id: string): Promise<Outcome<true, 'missing' | 'tooSoon'>> {
  const invitation = await lockInvitation(work.tx, id)
  if (invitation?.workspaceId !== workspaceId) return { refused: 'missing' }
  if (!mayRemind(invitation, work.now)) return { refused: 'tooSoon' }
  await setInvitation(work.tx, id, { state: 'reminded', remindedAt: work.now })
  await mailInvitation(work, post, invitation, 'reminder')
  work.record({ workspaceId, what: 'invitation.reminded', body: { invitation: id } })
  return { done: true }
}

/** Sends it once more with a new last day and a new link; the old link opens nothing any more. */
export async function sendAgain(work: Work, post: Post, workspaceId: string, id: string): Promise<Outcome<string, 'missing' | 'answered'>> {
  const invitation = await lockInvitation(work.tx, id)
  if (invitation?.workspaceId !== workspaceId) return { refused: 'missing' }
  if (!maySendAgain(invitation)) return { refused: 'answered' }
  const lastDay = lastDayFrom(work.now)
  await revokePasses(work.tx, { purpose: 'invitation', subjectId: id }, work.now)
  await setInvitation(work.tx, id, { state: 'sent', lastDay, invitedAt: work.now, remindedAt: null, remindedByItself: false, ...(work.viewer.person && { invitedBy: work.viewer.person.id }) })
  await mailInvitation(work, post, { ...invitation, lastDay, invitedBy: work.viewer.person?.id ?? invitation.invitedBy }, 'first')
  work.record({ workspaceId, what: 'invitation.sentAgain', body: { invitation: id, lastDay } })
  return { done: lastDay }
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdraw(work: Work, workspaceId: string, id: string): Promise<Outcome<true, 'missing' | 'answered'>> {
  const invitation = await lockInvitation(work.tx, id)
  if (invitation?.workspaceId !== workspaceId) return { refused: 'missing' }
  if (!maySendAgain(invitation)) return { refused: 'answered' }
  await revokePasses(work.tx, { purpose: 'invitation', subjectId: id }, work.now)
  await setInvitation(work.tx, id, { state: 'withdrawn', answeredAt: work.now })
  work.record({ workspaceId, what: 'invitation.withdrawn', body: { invitation: id } })
  return { done: true }
}
