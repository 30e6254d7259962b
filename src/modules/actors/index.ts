export { guessKind, nameKey, type Organisation, organisationsById, partiesByName, partiesOf } from './organisation.store.ts'
