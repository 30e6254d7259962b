import type { Message } from './messages.ts'

export const periodKinds = ['period', 'deadline', 'start', 'ongoing', 'recurring', 'years', 'conditional', 'asneeded', 'unknown'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** When: as written, and what it surely means. Dates are YYYY-MM-DD. */
export type Period = { readonly text: string; readonly kind: PeriodKind; readonly start: string | null; readonly end: string | null }

export const statuses = ['not_started', 'in_progress', 'delayed', 'completed', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** In whole kroner. The total is null when it is neither written nor the sum of years that were all understood. */
export type Cost = { readonly total: number | null; readonly byYear: Readonly<Record<string, number>> }

export type Source = { readonly sheet: string; readonly row: number }

/** Ids are g1, g2 … in the order the goals first stand in the file. */
export type ParsedGoal = { readonly id: string; readonly number: string | null; readonly title: string }

/** Ids are a1, a2 … in the order of the file. `goals` are the goals it stands under, over or beside. */
export type ParsedArea = { readonly id: string; readonly number: string | null; readonly title: string; readonly goals: readonly string[] }

export type ParsedMeasure = {
  readonly title: string
  readonly number: string | null
  readonly goals: readonly string[]
  readonly priorityArea: string | null
  readonly owners: readonly string[]
  readonly partners: readonly string[]
  readonly period: Period
  readonly status: { readonly text: string; readonly normalised: Status | null }
  readonly cost: Cost
  readonly indicators: readonly string[]
  readonly anchoring: readonly string[]
  /** What has no other place, one «Kolonne: verdi» to a line. */
  readonly notes: string
  readonly source: Source
}

/** `row` is null when it concerns the whole sheet. */
export type Remark = { readonly sheet: string; readonly row: number | null; readonly why: Message }

export type ParsedPlan = {
  readonly goals: readonly ParsedGoal[]
  readonly priorityAreas: readonly ParsedArea[]
  readonly measures: readonly ParsedMeasure[]
  readonly notUnderstood: readonly Remark[]
  readonly ignored: readonly Remark[]
  readonly warnings: readonly Message[]
}
