import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { addItems, changeItem } from '../../../platform/item/item.actions.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import { leading } from '../../../platform/item/kind.ts'
import { type Audience, type Item, readItems } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { tieAll } from '../../thread/index.ts'
import { inMeeting } from '../agenda/agenda.actions.ts'
import { insertOutcome, type Point, pointsOf, setSaid, writeSaid } from '../agenda/agenda.store.ts'
import { decision } from '../decision/decision.ts'
import { followUp } from '../follow-up/follow-up.ts'
import { takeStep } from '../matter/matter.actions.ts'
import { matter } from '../matter/matter.ts'
import { type Attendance, setAttendance } from '../meeting/invitee.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { holdMeeting } from '../meeting/meeting.store.ts'
import { momentOf } from '../meeting/when.ts'
import { wayOf } from './minutes.policy.ts'
import { openingOf, setOpening } from './opening.store.ts'
import { outcomeSeen, type Seen } from './outcome-audience.ts'
import { settleOutcomes } from './settle-outcomes.ts'
import { insertUnapproved } from './unapproved.store.ts'

export type MinutesRefusal = 'forbidden' | 'stale'

const byOf = (work: Work) => ({ personId: work.viewer.person?.id ?? null, at: work.now.toString() })

/** Minutes that are approved stand until they are opened again. */
export const isOpen = (item: Item): boolean => item.state !== 'approved' && item.state !== 'cancelled'

/**
 * The meeting as it stands, held while something is written in its minutes; null when they were approved meanwhile. One whose minutes are
 * written on its day or later has been held.
 */
async function held(work: Work, workspace: WorkspaceHead, item: Item): Promise<Item | null> {
  const version = await holdMeeting(work.tx, item.id)
  const [now] = await readItems(work.tx, work.viewer, meeting, { workspaceId: workspace.id, ids: [item.id] })
  if (!now || !isOpen(now)) return null
  const { heldOn } = momentOf(now)
  if ((now.state !== 'planned' && now.state !== 'called') || heldOn === null || heldOn > osloDate(work.now).toString()) return now
  const changed = await changeItem(work, workspace, meeting, now, version, { state: 'held' })
  return 'refused' in changed ? now : { ...now, state: 'held', version: version + 1 }
}

/** Writes what was said at a point, if nobody has written there since `version`: two who write at once see each other's. */
export async function say(work: Work, workspace: WorkspaceHead, item: Item, point: Point, version: number, said: string | null): Promise<Outcome<true, MinutesRefusal>> {
  if (!mayChange(work.viewer, workspace, meeting, item) || !(await held(work, workspace, item))) return { refused: 'forbidden' }
  let first = true
  const written = await inMeeting(work, workspace, item, 'minutes.written', async () => { first = await writeSaid(work.tx, item.id, point.id, version, said, byOf(work)) })
  return first ? written : { refused: 'stale' }
}

/** Writes the opening of the minutes, if it still is what the one who writes began with. */
export async function open(work: Work, workspace: WorkspaceHead, item: Item, before: string | null, opening: string | null): Promise<Outcome<true, MinutesRefusal>> {
  const now = await held(work, workspace, item)
  if (!now) return { refused: 'forbidden' }
  if ((await openingOf(work.tx, item.id)) !== before) return { refused: 'stale' }
  return inMeeting(work, workspace, now, 'minutes.written', () => setOpening(work.tx, item.id, opening))
}

/** How long the minutes of one point can be, and the opening: more than that is read by nobody. */
export const longestSaid = 20_000

const below = (standing: string | null, text: string): string => (standing ? `${standing}\n\n${text}` : text)

/**
 * Adds text below what is written at points, and (null) below the opening. What stands is kept, also what somebody wrote meanwhile. Refuses what would
 * become longer than it can be.
 */
export async function addText(work: Work, workspace: WorkspaceHead, item: Item, texts: readonly { pointId: string | null; text: string }[]): Promise<Outcome<true, MinutesRefusal | 'long'>> {
  const now = mayChange(work.viewer, workspace, meeting, item) ? await held(work, workspace, item) : null
  if (!now) return { refused: 'forbidden' }
  const added = new Map([...Map.groupBy(texts, (one) => one.pointId)].map(([id, some]) => [id, some.map((one) => one.text).join('\n\n')] as const))
  const said = (await pointsOf(work.tx, [item.id])).flatMap((point) => { const text = added.get(point.id); return text === undefined ? [] : [{ id: point.id, said: below(point.said, text) }] })
  const more = added.get(null)
  const opening = more === undefined ? null : below(await openingOf(work.tx, item.id), more)
  if ([...said.map((one) => one.said), opening ?? ''].some((text) => text.length > longestSaid)) return { refused: 'long' }
  if (opening === null && said.length === 0) return { done: true }
  return inMeeting(work, workspace, now, 'minutes.written', async () => {
    if (opening !== null) await setOpening(work.tx, item.id, opening)
    await setSaid(work.tx, item.id, said, byOf(work))
  })
}

/** Who was there. */
export async function attend(work: Work, workspace: WorkspaceHead, item: Item, attendance: ReadonlyMap<string, Attendance | null>): Promise<Outcome<true, MinutesRefusal>> {
  if (!mayChange(work.viewer, workspace, meeting, item) || !(await held(work, workspace, item))) return { refused: 'forbidden' }
  await setAttendance(work.tx, item.id, attendance)
  work.record({ workspaceId: workspace.id, what: 'meeting.attended', itemId: item.id, body: { present: [...attendance.values()].filter((one) => one === 'present').length, of: attendance.size } })
  return { done: true }
}

/** What came of a meeting, who sees it, and whether that is until its minutes are approved; of a decision that stood before, who saw it. */
type Came = ReturnType<typeof outcomeSeen> & { id: string; kind: string; before: Seen | null }

const audienceOf = ({ audience, roles }: Seen) => ({ audience, audienceRoles: roles })
const seenIn = (item: Item, before: Seen | null) => outcomeSeen({ audience: item.audience, roles: item.audience_roles, ...wayOf(item) }, before)

/** Ties what came of a meeting to it, to the matter of its point, and puts it under the point. */
async function cameOf(work: Work, workspace: WorkspaceHead, item: Item, point: Point | null, outcome: Came): Promise<Outcome<true, MinutesRefusal>> {
  if (outcome.waits) await insertUnapproved(work.tx, { outcomeId: outcome.id, meetingId: item.id, roles: outcome.seen.roles, before: outcome.before })
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
export async function decide(work: Work, workspace: WorkspaceHead, item: Item, point: Point | null, { title, by, about, wording = null }: { title: string; by: string | null; about: { id: string; kind: string } | null; /** The whole of it, where the title is not. */ wording?: string | null }): Promise<Outcome<string, MinutesRefusal>> {
  const now = await held(work, workspace, item)
  if (!now) return { refused: 'forbidden' }
  const day = momentOf(now).heldOn ?? osloDate(work.now).toString()
  const fields = { decided_on: day, decided_by: by, case_number: now.fields.case_number ?? null }
  const waiting = about?.kind === decision.name ? (await readItems(work.tx, work.viewer, decision, { workspaceId: workspace.id, ids: [about.id] })).find((one) => one.state === 'needed') : undefined
  const before: Seen | null = waiting ? { audience: waiting.audience, roles: waiting.audience_roles } : null
  const { seen, waits } = seenIn(now, before)
  let id = waiting?.id
  if (waiting) {
    const made = await changeItem(work, workspace, decision, waiting, waiting.version, { state: 'decided', ...(waits && audienceOf(seen)), fields: { ...fields, wording: wording ?? title } })
    if ('refused' in made) return made
  } else {
    const added = await addItems(work, workspace, decision, [{ title, state: 'decided', language: now.language, ...audienceOf(seen), fields: { ...fields, wording } }])
    if ('refused' in added) return added
    id = added.done[0]
  }
  if (id === undefined) return { refused: 'stale' }
  if (about && about.kind !== decision.name && about.kind !== matter.name) await tieAll(work, workspace.id, [{ relation: 'decides', fromId: id, fromKind: decision.name, toId: about.id, toKind: about.kind }])
  if (point?.matterId) await settle(work, workspace, now, point.matterId, day)
  const came = await cameOf(work, workspace, now, point, { id, kind: decision.name, seen, waits, before })
  return 'refused' in came ? came : { done: id }
}

/** The matter that was decided on is decided, where that may be its next step; otherwise it stands as it is, and the decision is tied to it. */
async function settle(work: Work, workspace: WorkspaceHead, item: Item, matterId: string, day: string): Promise<void> {
  const [found] = await readItems(work.tx, work.viewer, matter, { workspaceId: workspace.id, ids: [matterId] })
  if (found && found.state !== 'decided') await takeStep(work, workspace, found, found.version, { what: 'decided', meetingId: item.id, on: day })
}

/** Takes down a task: who does it, for whom, and by when. */
export async function takeOn(work: Work, workspace: WorkspaceHead, item: Item, point: Point | null, task: { title: string; personId: string | null; organisationId: string | null; dueOn: string | null; /** The whole of it, where the title is not. */ description?: string | null }): Promise<Outcome<string, MinutesRefusal>> {
  const now = await held(work, workspace, item)
  if (!now) return { refused: 'forbidden' }
  const { seen, waits } = seenIn(now, null)
  const added = await addItems(work, workspace, followUp, [{
    title: task.title, language: now.language, ...audienceOf(seen), fields: { description: task.description ?? null, responsible_id: task.personId, due_on: task.dueOn, owner: task.organisationId === null ? [] : [task.organisationId] },
  }])
  if ('refused' in added) return added
  const id = added.done[0] ?? ''
  const came = await cameOf(work, workspace, now, point, { id, kind: followUp.name, seen, waits, before: null })
  return 'refused' in came ? came : { done: id }
}

/** Says that the minutes are ready to be read through: those who read them see what was taken down too. */
export async function askApproval(work: Work, workspace: WorkspaceHead, item: Item, version: number): Promise<Outcome<true, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  const asked = await changeItem(work, workspace, meeting, item, version, { state: 'held', fields: { approval_asked_on: osloDate(work.now).toString() } })
  if ('done' in asked) await settleOutcomes(work, [item.id])
  return asked
}

/** Approves the minutes as they were read at `version`, and says who shall see them; what was taken down is seen with them. */
export async function approve(work: Work, workspace: WorkspaceHead, item: Item, version: number, audience: Audience): Promise<Outcome<true, MinutesRefusal>> {
  if (!isOpen(item)) return { refused: 'forbidden' }
  const approved = await changeItem(work, workspace, meeting, item, version, {
    state: 'approved', audience, ...(audience === 'roles' && { audienceRoles: leading }), fields: { approved_on: osloDate(work.now).toString() },
  })
  if ('done' in approved) await settleOutcomes(work, [item.id])
  return approved
}

/** Opens approved minutes again, for what must be corrected; they are then to be approved anew. */
export const reopen = (work: Work, workspace: WorkspaceHead, item: Item, version: number): Promise<Outcome<true, MinutesRefusal>> =>
  changeItem(work, workspace, meeting, item, version, { state: 'held', fields: { approved_on: null, archived_on: null } })
