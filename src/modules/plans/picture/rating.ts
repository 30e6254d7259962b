export const scale = [1, 2, 3, 4, 5] as const
/** How important a challenge is here: from 1, little, to 5, very. */
export type Importance = (typeof scale)[number]

/** Whether they know it from where they are. */
export const recognitions = ['yes', 'partly', 'no'] as const
export type Recognition = (typeof recognitions)[number]

/** What an organisation says of one challenge. `unsure` is that they do not know how important it is. */
export type Rating = { itemId: string; importance: Importance | null; unsure: boolean; recognised: Recognition | null; comment: string | null }

export const longestComment = 1_000

/** Nothing is said about it. */
export const isEmpty = (one: Rating): boolean => one.importance === null && !one.unsure && one.recognised === null && one.comment === null

const keyOf = (one: Rating): string => JSON.stringify([one.itemId, one.importance, one.unsure, one.recognised, one.comment])

/** Whether two answers say the same, whatever the order. */
export function sameRatings(a: readonly Rating[], b: readonly Rating[]): boolean {
  const said = (all: readonly Rating[]) => all.filter((one) => !isEmpty(one)).map(keyOf).toSorted()
  return JSON.stringify(said(a)) === JSON.stringify(said(b))
}

/** Something is said of importance, if only that they do not know: what an answer must have to be sent. */
export const maySend = (ratings: readonly Rating[]): boolean => ratings.some((one) => one.importance !== null || one.unsure)
