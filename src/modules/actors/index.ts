export {
  addParties, guessKind, insertOrganisations, nameKey, type NewParty, type Organisation, type OrganisationKind, organisationsById, partiesByName, partiesOf, setPartyRole,
} from './organisation.store.ts'
export { insertPerson, type NewPerson, peopleById, setLanguage } from './person.store.ts'
export { type PartyRole, partyRoles, setPartyRoles } from './party.store.ts'
