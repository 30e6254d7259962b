import { plainDate } from '../../../platform/time/oslo.ts'
import type { StateKind } from '../../../ui/index.ts'

export type MilestoneState = 'done' | 'overdue' | 'coming' | 'undated'

/** Where a milestone stands today (the date in Oslo). Its whole day counts: it is late from the day after. */
export function milestoneState(milestone: { dueOn: string | null; doneOn: string | null }, today: Temporal.PlainDate): MilestoneState {
  if (milestone.doneOn !== null) return 'done'
  if (milestone.dueOn === null) return 'undated'
  return Temporal.PlainDate.compare(plainDate(milestone.dueOn), today) < 0 ? 'overdue' : 'coming'
}

export const milestoneShapes: Readonly<Record<MilestoneState, StateKind>> = { done: 'completed', overdue: 'delayed', coming: 'not_started', undated: 'not_started' }
