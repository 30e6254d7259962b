export {
  addParties, guessKind, insertOrganisations, nameKey, type NewParty, type Organisation, type OrganisationKind, organisationsById, partiesByName, partiesOf,
} from './organisation.store.ts'
export { ensureAdministrator, insertPerson, type NewPerson, peopleById, personByEmail, setLanguage } from './person.store.ts'
export { ensureParty, partyHistory, type PartyPeriod, type PartyRole, partyRoles, setPartyRoles } from './party.store.ts'
export { type Merging, mergeTwo, undoMerge } from './merge/merge.actions.ts'
export { type Mergeable, type MergeKind, mergeKinds, type MergeRefusal, whyNotMerged } from './merge/merge.ts'
export { areRelated, currentOrganisation, currentPerson, findMerge, laterMerges, type Merge, mergeables, mergesIn } from './merge/merge.store.ts'
export { alikeOrganisations, alikePeople, setNotDuplicate, type Suggestion } from './merge/suggest.store.ts'
export { onlyIn, type Use, usesOf } from './merge/uses.store.ts'
export * from './register/index.ts'
