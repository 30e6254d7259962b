import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { addItems, changeItem } from '../../../platform/item/item.actions.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import { type Audience, type Item, readItems } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { tieAll } from '../../thread/index.ts'
import { inMeeting } from '../agenda/agenda.actions.ts'
import { insertOutcome, type Point, writeSaid } from '../agenda/agenda.store.ts'
import { decision } from '../decision/decision.ts'
import { followUp } from '../follow-up/follow-up.ts'
import { takeStep } from '../matter/matter.actions.ts'
import { matter } from '../matter/matter.ts'
import { type Attendance, setAttendance } from '../meeting/invitee.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { holdMeeting } from '../meeting/meeting.store.ts'
import { momentOf } from '../meeting/when.ts'

export type MinutesRefusal = 'forbidden' | 'stale'

const byOf = (work: Work) => ({ personId: work.viewer.person?.id ?? null, at: work.now.toString() })

/** Minutes that are approved stand until they are opened again. */
export const isOpen = (item: Item): boolean => item.state !== 'approved' && item.state !== 'cancelled'

/** A meeting whose minutes are being written on its day or later has been held. */
async function held(work: Work, workspace: WorkspaceHead, item: Item): Promise<void> {
  const { heldOn } = momentOf(item)
  if ((item.state !== 'planned' && item.state !== 'called') || heldOn === null || heldOn > osloDate(work.now).toString()) return
  const version = await holdMeeting(work.tx, item.id)
  await changeItem(work, workspace, meeting, item, version, { state: 'held' })
}

/** Writes what was said at a point, if nobody has written there since `version`: two who write at once see each other's. */
export async function say(work: Work, workspace: WorkspaceHead, item: Item, point: Point, version: number, said: string | null): Promise<Outcome<true, MinutesRefusal>> {
  if (!mayChange(work.viewer, workspace, meeting, item) || !isOpen(item)) return { refused: 'forbidden' }
  await held(work, workspace, item)
  let first = true
  const written = await inMeeting(work, workspace, item, 'minutes.written', async () => { first = await writeSaid(work.tx, item.id, point.id, version, said, byOf(work)) })
  return first ? written : { refused: 'stale' }
}

/** Writes the opening of the minutes, if it still is what the one who writes began with. */
export async function open(work: Work, workspace: WorkspaceHead, item: Item, before: string | null, opening: string | null): Promise<Outcome<true, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  await held(work, workspace, item)
  const version = await holdMeeting(work.tx, item.id)
  const [now] = await readItems(work.tx, work.viewer, meeting, { workspaceId: workspace.id, ids: [item.id] })
  if (!now || (now.fields.opening ?? null) !== before) return { refused: 'stale' }
  return changeItem(work, workspace, meeting, now, version, { fields: { opening } })
}

/** Who was there. */
export async function attend(work: Work, workspace: WorkspaceHead, item: Item, attendance: ReadonlyMap<string, Attendance | null>): Promise<Outcome<true, MinutesRefusal>> {
  if (!mayChange(work.viewer, workspace, meeting, item) || !isOpen(item)) return { refused: 'forbidden' }
  await held(work, workspace, item)
  await setAttendance(work.tx, item.id, attendance)
  work.record({ workspaceId: workspace.id, what: 'meeting.attended', itemId: item.id, body: { present: [...attendance.values()].filter((one) => one === 'present').length, of: attendance.size } })
  return { done: true }
}

/** Ties what came of a meeting to it, to the matter of its point, and puts it under the point. */
async function cameOf(work: Work, workspace: WorkspaceHead, item: Item, point: Point | null, outcome: { id: string; kind: string }): Promise<Outcome<true, MinutesRefusal>> {
  const from = { fromId: outcome.id, fromKind: outcome.kind }
  await tieAll(work, workspace.id, [
    { relation: 'comes_from', ...from, toId: item.id, toKind: meeting.name },
    ...(point?.matterId ? [{ relation: 'comes_from', ...from, toId: point.matterId, toKind: matter.name }] : []),
    ...(point?.matterId && outcome.kind === decision.name ? [{ relation: 'decides', ...from, toId: point.matterId, toKind: matter.name }] : []),
  ])
  return inMeeting(work, workspace, item, 'outcome.added', () => insertOutcome(work.tx, item.id, { pointNumber: point?.number ?? null, outcomeId: outcome.id }))
}

/**
 * Takes down a decision. Where the point was about a decision that had to be made, that one is made; where it was about something else,
 * such as a measure, the decision is tied to that.
 */
export async function decide(work: Work, workspace: WorkspaceHead, item: Item, point: Point | null, { title, by, about }: { title: string; by: string | null; about: { id: string; kind: string } | null }): Promise<Outcome<string, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  await held(work, workspace, item)
  const day = momentOf(item).heldOn ?? osloDate(work.now).toString()
  const fields = { decided_on: day, decided_by: by, case_number: item.fields.case_number ?? null }
  const waiting = about?.kind === decision.name ? (await readItems(work.tx, work.viewer, decision, { workspaceId: workspace.id, ids: [about.id] })).find((one) => one.state === 'needed') : undefined
  let id = waiting?.id
  if (waiting) {
    const made = await changeItem(work, workspace, decision, waiting, waiting.version, { state: 'decided', fields: { ...fields, wording: title } })
    if ('refused' in made) return made
  } else {
    const added = await addItems(work, workspace, decision, [{ title, state: 'decided', language: item.language, ...audienceOf(item), fields }])
    if ('refused' in added) return added
    id = added.done[0]
  }
  if (id === undefined) return { refused: 'stale' }
  if (about && about.kind !== decision.name && about.kind !== matter.name) await tieAll(work, workspace.id, [{ relation: 'decides', fromId: id, fromKind: decision.name, toId: about.id, toKind: about.kind }])
  if (point?.matterId) await settle(work, workspace, item, point.matterId, day)
  const came = await cameOf(work, workspace, item, point, { id, kind: decision.name })
  return 'refused' in came ? came : { done: id }
}

/** The matter that was decided on is decided, where that may be its next step; otherwise it stands as it is, and the decision is tied to it. */
async function settle(work: Work, workspace: WorkspaceHead, item: Item, matterId: string, day: string): Promise<void> {
  const [found] = await readItems(work.tx, work.viewer, matter, { workspaceId: workspace.id, ids: [matterId] })
  if (found && found.state !== 'decided') await takeStep(work, workspace, found, found.version, { what: 'decided', meetingId: item.id, on: day })
}

/** Takes down a task: who does it, for whom, and by when. */
export async function takeOn(work: Work, workspace: WorkspaceHead, item: Item, point: Point | null, task: { title: string; personId: string | null; organisationId: string | null; dueOn: string | null }): Promise<Outcome<string, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  await held(work, workspace, item)
  const added = await addItems(work, workspace, followUp, [{
    title: task.title, language: item.language, ...audienceOf(item), fields: { responsible_id: task.personId, due_on: task.dueOn, owner: task.organisationId === null ? [] : [task.organisationId] },
  }])
  if ('refused' in added) return added
  const id = added.done[0] ?? ''
  const came = await cameOf(work, workspace, item, point, { id, kind: followUp.name })
  return 'refused' in came ? came : { done: id }
}

/** What comes of a meeting is seen by those who see the meeting; nothing is opened to all before the minutes are approved. */
const audienceOf = (item: Item): { audience?: Audience; audienceRoles?: readonly string[] } => (item.audience === 'roles' ? { audience: 'roles', audienceRoles: item.audience_roles } : {})

/** Says that the minutes are ready to be read through. */
export async function askApproval(work: Work, workspace: WorkspaceHead, item: Item, version: number): Promise<Outcome<true, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  return changeItem(work, workspace, meeting, item, version, { state: 'held', fields: { approval_asked_on: osloDate(work.now).toString() } })
}

/** Approves the minutes as they were read at `version`, and says who shall see them. */
export async function approve(work: Work, workspace: WorkspaceHead, item: Item, version: number, audience: Audience): Promise<Outcome<true, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  return changeItem(work, workspace, meeting, item, version, {
    state: 'approved', audience, ...(audience === 'roles' && { audienceRoles: ['leader', 'secretariat', 'process_leader'] }), fields: { approved_on: osloDate(work.now).toString() },
  })
}

/** Opens approved minutes again, for what must be corrected; they are then to be approved anew. */
export const reopen = (work: Work, workspace: WorkspaceHead, item: Item, version: number): Promise<Outcome<true, MinutesRefusal>> =>
  changeItem(work, workspace, meeting, item, version, { state: 'held', fields: { approved_on: null, archived_on: null } })
