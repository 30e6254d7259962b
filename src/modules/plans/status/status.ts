import type { Fields } from '../../../platform/item/field.ts'
import { isPast, osloDate } from '../../../platform/time/oslo.ts'
import { measure } from '../measure/measure.ts'

/** Which measures a round is about: all open ones, those that are late, or those of one goal, area, organisation or measure. */
export const scopes = ['open', 'late', 'goal', 'priority_area', 'organisation', 'measure'] as const
export type RoundScope = (typeof scopes)[number]

export type RoundState = 'draft' | 'open' | 'closed'

/** A round in which a workspace asks how its measures are going. `dueOn` is a whole day in Oslo. */
export type Round = {
  id: string
  workspaceId: string
  number: number
  title: string
  message: string | null
  dueOn: string
  state: RoundState
  scope: RoundScope
  scopeId: string | null
  leftOut: readonly string[]
  version: number
  madeBy: string | null
  askedAt: Temporal.Instant | null
  remindedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
}

/** What a person writes about a measure. The first three are the measure's own; the result so far stays on the answer. */
export type Answer = { state: string | null; note: string | null; decision: string | null; result: string | null; notOurs: boolean; whyNot: string | null }

export const noAnswer: Answer = { state: null, note: null, decision: null, result: null, notOurs: false, whyNot: null }

const longest = 2_000

/** The form of an answer. Nothing is required while it is being written. */
export const answerFields = {
  state: { type: 'choice', label: measure.stateLabel, options: Object.fromEntries(Object.entries(measure.states).map(([name, { text }]) => [name, text])) },
  note: { type: 'longText', max: longest, label: measure.fields.status_note.label },
  result: { type: 'longText', max: longest, label: { nb: 'Resultat så langt', nn: 'Resultat så langt', en: 'Result so far' } },
  decision: { type: 'text', max: 300, label: measure.fields.needs_decision.label },
  whyNot: { type: 'text', max: 300, label: { nb: 'Hvorfor ikke?', nn: 'Kvifor ikkje?', en: 'Why not?' } },
} as const satisfies Fields

/** What stands in the way of sending an answer, by field; nothing when it can be sent. */
export function missingIn(answer: Answer): 'state' | 'whyNot' | null {
  if (answer.notOurs) return answer.whyNot ? null : 'whyNot'
  return answer.state ? null : 'state'
}

export const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.state === b.state && a.note === b.note && a.decision === b.decision && a.result === b.result && a.notOurs === b.notOurs && a.whyNot === b.whyNot

/** Whether answers are taken: the round is under way, its deadline's whole day is not over, and the workspace is in use. */
export const takesAnswers = (round: Pick<Round, 'state' | 'dueOn'>, workspaceState: string, now: Temporal.Instant): boolean =>
  round.state === 'open' && workspaceState === 'active' && !isPast(round.dueOn, now)

/** A deadline to begin with: two weeks from today. */
export const usualDeadline = (now: Temporal.Instant): string => osloDate(now).add({ days: 14 }).toString()
