import type { GoingOn, OpenKinds } from '../../modules/actors/index.ts'
import { rounds } from '../people/rounds.ts'

/** What goes on when an organisation becomes another, and the states in which it is over. Findings, results, effects and lessons are of their time and keep the name they had. */
export const openKinds: OpenKinds = {
  measure: ['completed', 'cancelled'],
  decision: ['followed_up'],
  follow_up: ['done', 'dropped'],
  goal: [],
  priority_area: [],
  indicator: [],
}

/** All that a successor takes over. */
export const goingOn: GoingOn = { open: openKinds, answers: rounds.flatMap((kind) => kind.answers ?? []) }
