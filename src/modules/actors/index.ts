export {
  type AdministeredPerson, administeredPeople, administeredPerson, administratorsRemain, type PersonState, personStates, setAdministrator, setBlocked, type WholePerson,
} from './administered.store.ts'
export { type Addressed, emailOf, emailsOf, giveName, isAdministrator, peopleByEmail } from './address.store.ts'
export { type BroughtOrganisation, broughtOrganisations, matching } from './exchange.store.ts'
export {
  addParties, guessKind, insertOrganisations, nameKey, namesInHistory, type NewParty, type Organisation, type OrganisationKind, organisationsById, partiesByName, partiesOf,
} from './organisation.store.ts'
export { ensureAdministrator, insertPerson, type NewPerson, peopleById, personByEmail, setLanguage } from './person.store.ts'
export { ensureParty, partyHistory, type PartyPeriod, type PartyRole, partyRoles, setPartyRoles } from './party.store.ts'
export { type Merging, mergeTwo, undoMerge } from './merge/merge.actions.ts'
export { type Mergeable, type MergeKind, mergeKinds, type MergeRefusal, whyNotMerged } from './merge/merge.ts'
export { areRelated, findMerge, foundByName, identitiesOf, laterMerges, type Merge, mergeables, mergesIn, organisationFacts } from './merge/merge.store.ts'
export { sweepMerges } from './merge/sweep.ts'
export { alikeOrganisations, alikePeople, sameNames, setNotDuplicate, type Suggestion } from './merge/suggest.store.ts'
export { onlyIn, type Use, usesOf } from './merge/uses.store.ts'
export * from './register/index.ts'
export {
  type Affiliation, affiliationsOf, type Belonging, type Colleague, colleaguesOf, deleteAffiliation, endAffiliations, ensureAffiliation, insertAffiliation, ownAffiliation, peopleIn, updateAffiliation,
} from './affiliation/affiliation.store.ts'
export { type Leaving, type LeftBehind, raiseHandovers, settleHandover } from './handover/handover.store.ts'
export { type OfferAudience, offerAudiences, type OfferContent, type OfferKind, offerKinds } from './offer/offer.ts'
export { mayChangeOffer, offerPen, type OfferPen } from './offer/offer.policy.ts'
export { insertOffer, type Offer, type OfferFilter, offerHistory, type OfferVersion, partyWorkspaces, readOffers, removedOffer, setOfferRemoved, updateOffer } from './offer/offer.store.ts'
export { actsFor, readableOffer } from './offer/readable-offer.ts'
export { type CorrectableOrganisation, correctableOrganisation, correctOrganisation, holdOrgnr, type OrganisationFacts } from './organisation/correct.store.ts'
export { organisationKey, organisationLink, organisationPath } from './organisation/address.ts'
export { choosableOrganisations, chosenOrganisation, type OrganisationHead, listOrganisations, organisationAt, type OrganisationFilter } from './organisation/find.store.ts'
export { knownOrganisation, knownWorkspace } from './organisation/known.ts'
export { audiences as consentAudiences, type Consent, isShown, leastConsent, mayOpen, type Nearness, parts as profileParts, type ProfilePart, type ShownTo, withoutName } from './profile/profile.ts'
export {
  type ConsentChange, consentHistory, findHelpers, type Helper, ownProfile, type Profile, type ProfileChange, seenPerson, type SeenPerson, writeConsent, writeProfile,
} from './profile/profile.store.ts'
export { near, openPerson, shownPerson } from './profile/shown-person.ts'
export { type Reach, reachOf } from './reach.store.ts'
export type { AnswerTables, AskedRounds } from './rounds.ts'
export * from './succession/index.ts'
export { addWay, administratorsWays, removeWay, useWay, type Way, waysOf } from './way/way.store.ts'
