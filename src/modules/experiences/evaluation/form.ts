/**
 * The statements of the form, by name: what Telemarksforsking's evaluation of the Buskerud partnership (2023) found to be good (common understanding,
 * knowing each other, concrete measures, coordination of instruments) and what it missed (leadership, links between arenas, focus).
 */
export const standardNames = ['understanding', 'acquaintance', 'measures', 'coordination', 'leadership', 'connections', 'focus'] as const
export type StandardName = (typeof standardNames)[number]
/** Those who lead may add up to three of their own. */
export const ownNames = ['own_1', 'own_2', 'own_3'] as const
export const statementNames = [...standardNames, ...ownNames] as const
export type StatementName = (typeof statementNames)[number]

/** What is asked for in words at the end. */
export const questionNames = ['go_on', 'change', 'advice'] as const
export type QuestionName = (typeof questionNames)[number]
export type Topic = StatementName | QuestionName
export const topics: readonly Topic[] = [...statementNames, ...questionNames]

/** A statement of a form; `text` is there for those of one's own. */
export type Statement = { name: StatementName; text: string | null }
export const standardForm: readonly Statement[] = standardNames.map((name) => ({ name, text: null }))

/** From strongly disagree to strongly agree; 0 is «don't know». */
export const scores = [1, 2, 3, 4, 5] as const
export const dontKnow = 0
export const longestStatement = 200
export const longestWord = 2_000

/** What somebody answers: a score for each statement that they answered, and what they wrote. */
export type Ballot = { scores: ReadonlyMap<StatementName, number>; words: readonly { topic: Topic; text: string }[] }
export const isEmpty = (ballot: Ballot): boolean => ballot.scores.size === 0 && ballot.words.length === 0

export const partnerTypes = ['municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other', 'left'] as const
/** The group that an answer is counted in: the kind of organisation, or those who left. */
export type PartnerType = (typeof partnerTypes)[number]
