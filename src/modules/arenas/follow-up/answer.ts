import { membershipsIn, type Viewer } from '../../../platform/access/viewer.ts'
import type { Item } from '../../../platform/item/item.store.ts'

/** What somebody may say of a task that is theirs. */
export const sayings = ['done', 'on_the_way', 'problem', 'not_mine'] as const
export type Said = (typeof sayings)[number]

/** Through the link in the mail, or logged in. */
export type Channel = 'link' | 'page'

/** Whom a task is given on to: somebody who is here, or a name that was written. */
export type GivenTo = { personId: string | null; name: string }
export type FollowUpAnswer = { said: Said; note: string | null; givenTo: GivenTo | null }

/** The states in which a task is still to be done. */
export const openStates = ['open', 'on_the_way', 'problem'] as const
export const isOpen = (state: string | null): boolean => openStates.some((one) => one === state)

/** What stands in the way of an answer: a problem without a word, or a task that is given on to nobody. */
export function lackingIn({ said, note, givenTo }: { said: Said | null; note: string | null; givenTo: GivenTo | null }): 'said' | 'note' | 'to' | null {
  if (said === null) return 'said'
  if (said === 'problem' && note === null) return 'note'
  return said === 'not_mine' && givenTo === null ? 'to' : null
}

/** Where a task stands after an answer: what is given on to somebody who is here begins anew, and what nobody here got needs help. */
export function stateAfter({ said, givenTo }: FollowUpAnswer): string {
  if (said !== 'not_mine') return said
  return givenTo?.personId ? 'open' : 'problem'
}

/** The owners after somebody gave a task on: their organisation gives its place to the receiver's, unless both are there already. */
export function ownersAfter(owners: readonly string[], from: string | null, to: string | null): string[] {
  if (to === null || from === null || to === from || owners.includes(to)) return to !== null && owners.length === 0 ? [to] : [...owners]
  return owners.includes(from) ? owners.map((one) => (one === from ? to : one)) : [...owners, to]
}

/**
 * Whose a task is: the responsible person's while they are in the workspace; without one, it is for the partners' representatives of the
 * organisations that have it. `heldBy` is the same rule as a condition; a test holds the two together.
 */
export function isHeldBy(viewer: Viewer, item: Pick<Item, 'workspace_id' | 'fields'>): boolean {
  const here = membershipsIn(viewer, item.workspace_id)
  const responsible = item.fields.responsible_id ?? null
  if (responsible !== null) return here.length > 0 && responsible === viewer.person?.id
  const owners = Array.isArray(item.fields.owner) ? item.fields.owner : []
  return here.some((one) => one.role === 'partner' && one.organisationId !== null && owners.includes(one.organisationId))
}
