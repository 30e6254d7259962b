import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { type Organisation, partiesOf } from '../../modules/actors/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import type { ParsedPlan } from '../plan/index.ts'
import type { Choices } from './compare/choices.ts'
import { type Name, namesIn } from './compare/names.ts'
import type { Proposal } from './compare/proposal.ts'
import { guessAreasAbove } from './compare/shape.ts'
import { readStanding, type StandingPlan } from './compare/standing.store.ts'
import { weigh, withRows } from './compare/weigh.ts'
import { type PlanImport, readingOf, type StoredReading } from './plan-import.store.ts'

/** A file that has been read, held against the plan as it stands: what the check page shows and what saving does. */
export type Weighed = {
  reading: StoredReading
  plan: ParsedPlan
  choices: Choices
  names: readonly Name[]
  parties: readonly Organisation[]
  standing: StandingPlan
  proposal: Proposal
  areasAbove: boolean
  /** Nothing stands in the plan yet. */
  first: boolean
}

export async function weighImport(db: Reader, viewer: Viewer, workspace: Workspace, one: PlanImport, choices: Choices = one.choices): Promise<Weighed | null> {
  const reading = await readingOf(db, one.id)
  if (!reading) return null
  const [parties, standing] = await Promise.all([partiesOf(db, workspace.id), readStanding(db, viewer, workspace)])
  const plan = withRows(reading.plan, choices.rows)
  const names = namesIn(plan, parties, choices.parties)
  const live = standing.all.filter((each) => !each.removed)
  // The way that a plan is built is the workspace's own as soon as it has goals or areas.
  const built = live.some((each) => each.kind !== 'measure')
  return {
    reading, plan, choices, names, parties, standing,
    proposal: weigh(plan, standing.all, names, reading.own),
    areasAbove: choices.areasAbove ?? (built ? workspace.areasAboveGoals : (guessAreasAbove(plan) ?? workspace.areasAboveGoals)),
    first: live.length === 0,
  }
}
