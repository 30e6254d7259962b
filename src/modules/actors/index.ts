export { guessKind, nameKey, type Organisation, organisationsById, partiesByName, partiesOf } from './organisation.store.ts'
export { insertPerson, type NewPerson, peopleById, setLanguage } from './person.store.ts'
