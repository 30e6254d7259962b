import { hasRole, type Role, type Viewer } from '../../../platform/access/viewer.ts'
import { actsFor } from './readable-offer.ts'

/** On whose behalf somebody may write for an organisation: as one of its own, or as those who lead a workspace where it takes part. */
export type OfferPen = { own: true } | { own: false; workspaceIds: readonly string[] }

const leads: readonly Role[] = ['leader', 'secretariat', 'process_leader']

/**
 * Who may write what an organisation can contribute; null is nobody. `partyIn` are the open workspaces where it is a party, not only mentioned.
 * Rights come from membership alone: whoever has left acts for it no more.
 */
export function offerPen(viewer: Viewer, organisationId: string, partyIn: readonly string[]): OfferPen | null {
  if (actsFor(viewer).includes(organisationId)) return { own: true }
  const workspaceIds = partyIn.filter((id) => hasRole(viewer, id, ...leads))
  return workspaceIds.length > 0 ? { own: false, workspaceIds } : null
}

/** Whether this pen may change this offer: one's own organisation's, or what was written in a workspace that one leads. */
export const mayChangeOffer = (pen: OfferPen | null, offer: { onBehalfIn: string | null }): boolean =>
  pen !== null && (pen.own || (offer.onBehalfIn !== null && pen.workspaceIds.includes(offer.onBehalfIn)))
