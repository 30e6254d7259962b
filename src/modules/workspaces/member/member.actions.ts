import type { Role } from '../../../platform/access/viewer.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { leading } from '../../../platform/item/kind.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { addMember, correctMembership, endMemberships, hasMembership, leadersRemain, type Member, membersOf, setLastDay } from './member.store.ts'

/** Nobody would lead any more · it is oneself · they have that role already · somebody else changed it meanwhile. */
export type RoleRefusal = 'noLeader' | 'yourself' | 'already' | 'stale'

export type RoleChange = { role: Role; organisationId: string | null; from: string; to: string | null }

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/** The role as it stands now, unless it is over. */
async function standing(work: Work, workspaceId: string, membershipId: string): Promise<Member | null> {
  const today = osloDate(work.now).toString()
  const member = (await membersOf(work.tx, workspaceId)).find((one) => one.membershipId === membershipId)
  return member && (member.valid_to === null || member.valid_to >= today) ? member : null
}

const leads = (role: string): boolean => leading.some((one) => one === role)

/**
 * Gives somebody another role, or the same for another organisation or other days. What they were until then stays as history: the old role
 * ends the day before the new one begins. A role that has not been held a whole day is corrected instead.
 */
export async function changeRole(work: Work, workspaceId: string, membershipId: string, change: RoleChange): Promise<Outcome<true, RoleRefusal>> {
  const today = osloDate(work.now).toString()
  const member = await standing(work, workspaceId, membershipId)
  if (!member) return { refused: 'stale' }
  const same = member.role === change.role && member.organisationId === change.organisationId
  const losesLead = leads(member.role) && (!leads(change.role) || (change.to !== null && member.valid_to !== change.to) || (!same && change.from > today))
  if (losesLead && member.id === work.viewer.person?.id) return { refused: 'yourself' }
  if (losesLead && !(await leadersRemain(work.tx, workspaceId, [membershipId], today))) return { refused: 'noLeader' }
  if (!same && (await hasMembership(work.tx, { workspaceId, personId: member.id, role: change.role, organisationId: change.organisationId }, today))) return { refused: 'already' }
  if (same && member.valid_from <= today) await setLastDay(work.tx, membershipId, change.to)
  else if (member.valid_from >= today) await correctMembership(work.tx, membershipId, change)
  else {
    await endMemberships(work.tx, [membershipId], dayBefore(change.from))
    await addMember(work.tx, { workspaceId, personId: member.id, role: change.role, organisationId: change.organisationId, from: change.from, to: change.to })
  }
  work.record({ workspaceId, what: 'member.changed', body: { person: member.id, was: { role: member.role, organisation: member.organisationId }, ...change } })
  return { done: true }
}

/** Takes a role from somebody: it works no more on their next request. Nobody takes out themselves, and somebody must lead. */
export async function endRole(work: Work, workspaceId: string, membershipId: string): Promise<Outcome<true, RoleRefusal>> {
  const today = osloDate(work.now).toString()
  const member = await standing(work, workspaceId, membershipId)
  if (!member) return { refused: 'stale' }
  if (member.id === work.viewer.person?.id) return { refused: 'yourself' }
  if (leads(member.role) && !(await leadersRemain(work.tx, workspaceId, [membershipId], today))) return { refused: 'noLeader' }
  await endMemberships(work.tx, [membershipId], dayBefore(today))
  work.record({ workspaceId, what: 'member.ended', body: { person: member.id, role: member.role, organisation: member.organisationId } })
  return { done: true }
}

/** Leaves a workspace, with all roles that one has in it. Whoever leads alone hands over first. */
export async function leave(work: Work, workspaceId: string): Promise<Outcome<Member[], 'noLeader' | 'stale'>> {
  const today = osloDate(work.now).toString()
  const personId = work.viewer.person?.id
  const own = (await membersOf(work.tx, workspaceId)).filter((one) => one.id === personId && (one.valid_to === null || one.valid_to >= today))
  if (own.length === 0) return { refused: 'stale' }
  const ids = own.map((one) => one.membershipId)
  if (own.some((one) => leads(one.role)) && !(await leadersRemain(work.tx, workspaceId, ids, today))) return { refused: 'noLeader' }
  await endMemberships(work.tx, ids, dayBefore(today))
  work.record({ workspaceId, what: 'member.left', body: { person: personId, roles: own.map(({ role, organisationId }) => ({ role, organisation: organisationId })) } })
  return { done: own }
}
