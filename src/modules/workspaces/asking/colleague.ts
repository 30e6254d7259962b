import { longestChain, mostColleagues } from './asking.ts'

/** Why a colleague cannot be asked in one's place. */
export type HandRefusal = 'self' | 'already' | 'far' | 'many'

/** Somebody who is asked: how far the question has wandered to them, and from whom. */
type Asked = { id: string; personId: string; fromAskedId: string | null; depth: number }

/** Whether somebody may ask a colleague: bounded in how far a question wanders and in how many one person asks, and never one who is asked already. `people` are all who are asked for the same answer. */
export function whyNotColleague(asked: Asked, people: readonly Asked[], colleagueId: string): HandRefusal | null {
  if (asked.depth >= longestChain) return 'far'
  if (colleagueId === asked.personId) return 'self'
  if (people.some((one) => one.personId === colleagueId)) return 'already'
  return people.filter((one) => one.fromAskedId === asked.id).length >= mostColleagues ? 'many' : null
}
