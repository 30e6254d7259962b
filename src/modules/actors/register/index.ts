export { type NameLanguage, registerId } from './data.ts'
export { holdRegister, loadRegister } from './load.store.ts'
export {
  type Followed, type FoundOrganisation, type MunicipalityTile, municipalityTiles, type NumberHistory, organisationsByNumber, type RegisterFacts, registerFacts, successionsOf, successorsToday,
} from './lookup.store.ts'
export { perhapsMeant, registeredByName } from './match.store.ts'
export { addWithOrgnr, organisationByOrgnr } from './organisation-number.store.ts'
export { registerWords } from './register.words.ts'
export { isOrgnr, readOrgnr } from './orgnr.ts'
export { organisationSuggestions, suggestionLabel, suggestionNote, suggestionsPath } from './suggestions.ts'
export { suggestOrganisations, type SuggestedOrganisation } from './suggest.store.ts'
export { applyRegisterUpdate, isNothingNew, readRegisterState, type RegisterState, type RegisterUpdate, type StateOrganisation } from './update.store.ts'
