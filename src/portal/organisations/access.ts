import type { Access, Scope } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { isId } from '../../platform/item/id.ts'
import { type OrganisationHead, mayChangeOffer, type Offer, offerPen, type OfferPen, organisationAt, organisationKey, partyWorkspaces, readOffers } from '../../modules/actors/index.ts'

export type AtOrganisation = Scope & { organisation: OrganisationHead }

/** Whoever may know of the organisation. An address with an old name or an old number leads to the one of today. */
export const organisationReaders: Access<AtOrganisation> = {
  name: 'organisation-readers',
  async check(request, params) {
    const organisation = await organisationAt(request.db, request.viewer, params.key ?? '')
    if (!organisation) return { denied: 'missing' }
    const key = organisationKey(organisation)
    return key === params.key ? { organisation } : { denied: 'moved', to: request.path.replace(`/${encodeURI(params.key ?? '')}`, `/${key}`) }
  },
}

export type WithPen = AtOrganisation & { pen: OfferPen }

/** Those who may write what an organisation can contribute: its own people, and those who lead a workspace where it takes part. */
export const offerWriters: Access<WithPen> = {
  name: 'offer-writers',
  async check(request, params) {
    const found = await organisationReaders.check(request, params)
    if ('denied' in found) return found
    if (!request.viewer.person) return { denied: 'login' }
    const pen = offerPen(request.viewer, found.organisation.id, await partyWorkspaces(request.db, found.organisation.id, osloDate(request.now).toString()))
    return pen ? { ...found, pen, ...(pen.own && { actingFor: { id: found.organisation.id, name: found.organisation.name } }) } : { denied: 'forbidden' }
  },
}

/** Those who may change this very offer. One that they may not read is not found. */
export const offerChangers: Access<WithPen & { offer: Offer }> = {
  name: 'offer-changers',
  async check(request, params) {
    const found = await organisationReaders.check(request, params)
    if ('denied' in found) return found
    if (!request.viewer.person) return { denied: 'login' }
    const today = osloDate(request.now).toString()
    const id = params.offer ?? ''
    const { offers: [offer] } = isId(id) ? await readOffers(request.db, request.viewer, today, { ids: [id], organisationIds: [found.organisation.id] }) : { offers: [] }
    if (!offer) return { denied: 'missing' }
    const pen = offerPen(request.viewer, found.organisation.id, await partyWorkspaces(request.db, found.organisation.id, today))
    return pen && mayChangeOffer(pen, offer) ? { ...found, pen, offer, ...(pen.own && { actingFor: { id: found.organisation.id, name: found.organisation.name } }) } : { denied: 'forbidden' }
  },
}
