/** What is kept about a person: found by a classification of every column, shown, and taken away. */
export { type Candidate, candidates, faultsIn } from './columns.ts'
export { type Erased, erasePerson, formerName } from './erase.ts'
export { filesAbout, type Gathered, gatherPerson, rowsAbout } from './gather.ts'
export { type ColumnRule, type PersonalData, type Subject, type TableRule } from './rule.ts'
export { subjectOf } from './subject.ts'
export { tellingNames, wordsPattern } from './words.ts'
