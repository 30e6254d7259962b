/** What an organisation may contribute with, in the order that people read it. The same sorts as what is put into a measure. */
export const offerKinds = ['money', 'people', 'competence', 'premises'] as const
export type OfferKind = (typeof offerKinds)[number]

/** For everybody, or for those that the organisation works with in a workspace. */
export const offerAudiences = ['partners', 'public'] as const
export type OfferAudience = (typeof offerAudiences)[number]

/** What a person writes of it. Days are YYYY-MM-DD, both included. */
export type OfferContent = {
  kind: OfferKind
  text: string
  startsOn: string | null
  endsOn: string | null
  contactId: string | null
  audience: OfferAudience
}
