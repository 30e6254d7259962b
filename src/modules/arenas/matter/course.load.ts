import { membershipsIn } from '../../../platform/access/viewer.ts'
import type { Request, WorkspaceHead } from '../../../platform/http/page.ts'
import { type Item, type ItemHead, organisationsOf, readHeads, readItems, withFieldsOf } from '../../../platform/item/item.store.ts'
import { mayWriteAll } from '../../../platform/item/item.policy.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { organisationsById } from '../../actors/index.ts'
import { linksOf } from '../../thread/index.ts'
import { decision } from '../decision/decision.ts'
import { meeting } from '../meeting/meeting.ts'
import { leadsArena } from '../arena/arena-member.store.ts'
import { type Standing, standingOf, type Stay, staysOf } from './life.ts'
import { matter } from './matter.ts'
import { stepsOf, type TakenStep } from './matter-step.store.ts'

/** Arenas and meetings that steps name, by id; those that the viewer may not see are not there. */
export type StepNames = { arenas: ReadonlyMap<string, ItemHead>; meetings: ReadonlyMap<string, Item> }

/** What came of a matter, with the day it did where that is known: a decision's own, otherwise the day it was written. */
export type Outcome = { head: ItemHead; on: string }

export type Course = StepNames & { steps: TakenStep[]; standing: Standing | null; stays: Stay[]; /** Names of those who lead the arena that has it. */ ledBy: string[]; outcomes: Outcome[]; /** May write the next step. */ leads: boolean; member: boolean }

/** The arenas and meetings that these steps name: two statements, and the fields of the meetings. */
export async function namesOfSteps({ db, viewer }: Request, workspace: { id: string }, steps: readonly TakenStep[]): Promise<StepNames> {
  const ids = (of: (step: TakenStep) => string | null) => [...new Set(steps.flatMap((step) => of(step) ?? []))]
  const [arenaIds, meetingIds] = [[...ids((step) => step.arenaId), ...ids((step) => step.fromArenaId)], ids((step) => step.meetingId)]
  const [arenas, meetings] = await Promise.all([
    arenaIds.length > 0 ? readHeads(db, viewer, { workspaceId: workspace.id, ids: arenaIds }) : [],
    meetingIds.length > 0 ? readItems(db, viewer, meeting, { workspaceId: workspace.id, ids: meetingIds }) : [],
  ])
  return { arenas: new Map(arenas.map((one) => [one.id, one])), meetings: new Map(meetings.map((one) => [one.id, one])) }
}

/** Everything that has been said and done with a matter, as far as the viewer may see it. */
export async function readCourse(request: Request, workspace: WorkspaceHead, item: Item): Promise<Course> {
  const { db, viewer, now } = request
  const today = osloDate(now).toString()
  const steps = await stepsOf(db, [item.id])
  const standing = standingOf(steps)
  const here = standing?.arenaId ?? null
  const [names, links, leads] = await Promise.all([namesOfSteps(request, workspace, steps), linksOf(db, viewer, [item.id]), mayWriteAll(viewer, workspace, matter) || (here !== null && leadsArena(db, viewer, workspace.id, here, today))])
  const came = links.filter((link) => link.relation === 'comes_from' && link.to_id === item.id).map((link) => link.from_id)
  const owners = here !== null && names.arenas.has(here) ? ((await organisationsOf(db, [here])).get(here)?.owner ?? []) : []
  const [organisations, heads] = await Promise.all([organisationsById(db, owners), came.length > 0 ? readHeads(db, viewer, { workspaceId: workspace.id, ids: came }) : []])
  const dated = new Map((await withFieldsOf(db, new Map([[decision.name, decision]]), heads)).map((one) => [one.id, one.fields.decided_on]))
  return {
    ...names, steps, standing, stays: staysOf(steps, today), leads, member: membershipsIn(viewer, workspace.id).length > 0,
    ledBy: owners.flatMap((id) => organisations.get(id)?.name ?? []),
    outcomes: heads.map((head) => ({ head, on: typeof dated.get(head.id) === 'string' ? String(dated.get(head.id)) : osloDate(head.created_at).toString() })),
  }
}
