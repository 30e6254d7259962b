import { measure } from '../../../../modules/plans/index.ts'
import type { Entry, Gift, Later, Milestone, Tie, Waived } from '../../entry.ts'
import { tie } from '../../entry.ts'
import type { OrganisationKey } from '../../organisations.ts'
import type { PersonKey } from '../../people.ts'

type Told = {
  code?: string
  /** The area (or goal) that it delivers to. */
  to: string | null
  title: string
  text: string
  nynorsk?: true
  /** The matter that it came from. */
  cameFrom?: string
  /** How many days ago it came into the plan. */
  day: number
  owner?: OrganisationKey
  partner?: readonly OrganisationKey[]
  from?: string
  until?: string
  period?: string
  again?: 'once' | 'ongoing' | 'recurring' | 'asneeded' | 'conditional'
  expected?: string
  cost?: string
  measured?: string
  fields?: Readonly<Record<string, string>>
  anchored?: readonly (readonly [document: string, place?: string])[]
  milestones?: readonly Milestone[]
  gifts?: readonly Gift[]
  /** When what is committed became binding, in days ago; it was so from the start when not said. */
  committed?: number
  later?: readonly Later[]
  waived?: Waived
}

/** A measure in the words of the plan. */
export const told = (one: Told): Entry => ({
  key: one.code ?? one.title,
  kind: measure,
  day: one.day,
  title: one.title,
  ...(one.code && { code: one.code }),
  ...(one.nynorsk && { language: 'nn' }),
  fields: {
    description: one.text,
    starts_on: one.from ?? null,
    ends_on: one.until ?? null,
    period_text: one.period ?? null,
    recurrence: one.again ?? 'once',
    expected_result: one.expected ?? null,
    cost_text: one.cost ?? null,
    indicator_text: one.measured ?? null,
    ...one.fields,
    ...(one.owner && { owner: [one.owner] }),
    ...(one.partner && { partner: one.partner }),
  },
  ties: [...(one.to ? [tie('delivers', one.to)] : []), ...(one.cameFrom ? [tie('comes_from', one.cameFrom)] : []), ...(one.anchored ?? []).map(([document, place]): Tie => tie('anchored_in', document, place))],
  ...(one.milestones && { milestones: one.milestones.map((m) => (m.done ? { ...m, done: { ...m.done, day: inRound(m.done.day) } } : m)) }),
  ...(one.gifts && { gifts: { day: one.day - 6, lines: one.gifts, ...(one.committed !== undefined && { committedDay: one.committed }) } }),
  ...(one.later && { later: one.later }),
  ...(one.waived && { waived: one.waived }),
})

/** The secretariat asks how things stand every third week; lately one sees the very days. */
const inRound = (day: number): number => (day > 60 ? Math.round(day / 21) * 21 : day)

/** How far it has come, as somebody said on a day. */
export const status = (day: number, state: string, note: string, by: PersonKey = 'sekretariat', more: Later['fields'] = {}): Later => ({
  day: by === 'sekretariat' ? inRound(day) : day, by, state, fields: { status_note: note, ...more },
})

type Years = readonly (readonly [year: number, amount: number])[]
const gift = (type: Gift['type'], from: OrganisationKey, state: Gift['state'], years: Years, note?: string): Gift => ({ type, from, state, years, ...(note !== undefined && { note }) })

/** Whole kroner by year. */
export const money = (from: OrganisationKey, state: Gift['state'], years: Years, note?: string): Gift => gift('money', from, state, years, note)
/** Man-years by year. */
export const hands = (from: OrganisationKey, state: Gift['state'], years: Years, note?: string): Gift => gift('people', from, state, years, note)
export const skill = (from: OrganisationKey, state: Gift['state'], note: string): Gift => gift('competence', from, state, [], note)
export const room = (from: OrganisationKey, state: Gift['state'], note: string): Gift => gift('premises', from, state, [], note)
