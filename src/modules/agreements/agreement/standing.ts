import { type Edition, writingOf } from '../../thread/index.ts'
import type { SuccessorAnswer } from './succession.store.ts'

/** What these rules need to know of a party. */
export type PartyFacts = { organisationId: string; anchoredOn: string | null; signedOn: string | null; signedEdition: number | null; leftOn: string | null }

/** How far a party has come. `earlier` has signed, but not the text that is agreed now; `taken_over` stands in for one that had signed. */
export type PartyState = 'waiting' | 'anchored' | 'earlier' | 'signed' | 'taken_over' | 'left'

type Answer = { fromId: string; toId: string; answer: SuccessorAnswer }

/** A party has left from the day after the last one it was there. One that took over needs no signature of its own: the answer that says so is kept. */
export function partyState(party: PartyFacts, agreed: number | null, answers: readonly Answer[], today: string): PartyState {
  if (party.leftOn !== null && party.leftOn < today) return 'left'
  if (party.signedOn !== null) return agreed === null || party.signedEdition === null || party.signedEdition >= agreed ? 'signed' : 'earlier'
  if (answers.some((one) => one.toId === party.organisationId && one.answer === 'taken_over')) return 'taken_over'
  return party.anchoredOn === null ? 'waiting' : 'anchored'
}

export const isBound = (state: PartyState): boolean => state === 'signed' || state === 'taken_over'

export type Standing = {
  /** Nothing is written, it is being written, a new edition is being written while an agreed one holds, or it is agreed. */
  text: 'none' | 'draft' | 'redraft' | 'agreed'
  agreed: Edition | null
  current: Edition | null
  /** Those who are parties now. */
  parties: number
  anchored: number
  bound: number
  renewal: 'none' | 'later' | 'soon' | 'past'
  /** What is to be done now, the most pressing first. */
  next: Next[]
}
export type Next = 'successor' | 'draft' | 'agree' | 'parties' | 'anchor' | 'sign' | 'force' | 'renew'

/** How many days before the day set for renewal it is time to take it up. */
export const renewalDays = 90

type Asked = {
  state: string | null; renewBy: string | null; editions: readonly Edition[]; parties: readonly PartyFacts[]; answers: readonly Answer[]
  questions: number; replaced: boolean; today: string
}

/** How far an agreement has come, what is left, and what to do now. Days as YYYY-MM-DD. */
export function standingOf({ state, renewBy, editions, parties, answers, questions, replaced, today }: Asked): Standing {
  const { current, agreed } = writingOf(editions)
  const states = parties.map((party) => partyState(party, agreed?.number ?? null, answers, today))
  const here = states.filter((one) => one !== 'left')
  const anchored = parties.filter((party, i) => states[i] !== 'left' && (party.anchoredOn !== null || states[i] === 'taken_over')).length
  const bound = here.filter(isBound).length
  const until = renewBy === null ? null : Temporal.PlainDate.from(today).until(renewBy, { largestUnit: 'days' }).days
  const renewal = until === null || replaced ? 'none' : until < 0 ? 'past' : until <= renewalDays ? 'soon' : 'later'
  const over = state === 'ended'
  const next: Next[] = over ? [] : [
    ...(questions > 0 ? ['successor' as const] : []),
    ...(editions.length === 0 ? ['draft' as const] : current ? ['agree' as const] : []),
    ...(here.length === 0 ? ['parties' as const] : []),
    ...(here.length > anchored ? ['anchor' as const] : []),
    ...(agreed && here.length > bound ? ['sign' as const] : []),
    ...(agreed && here.length > 0 && here.length === bound && state !== 'in_force' ? ['force' as const] : []),
    ...(renewal === 'soon' || renewal === 'past' ? ['renew' as const] : []),
  ]
  return { text: editions.length === 0 ? 'none' : current ? (agreed ? 'redraft' : 'draft') : 'agreed', agreed, current, parties: here.length, anchored, bound, renewal, next }
}
