export {
  addParties, guessKind, insertOrganisations, nameKey, type NewParty, type Organisation, type OrganisationKind, organisationsById, partiesByName, partiesOf,
} from './organisation.store.ts'
export { ensureAdministrator, insertPerson, type NewPerson, peopleById, personByEmail, setLanguage } from './person.store.ts'
export { ensureParty, partyHistory, type PartyPeriod, type PartyRole, partyRoles, setPartyRoles } from './party.store.ts'
