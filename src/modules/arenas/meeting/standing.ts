import type { Reader } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type Outcome, outcomesOf, type Paper, papersOf, type Point, pointsOf } from '../agenda/agenda.store.ts'
import { openingOf } from '../minutes/opening.store.ts'
import { type Call, callsOf, findSeries, meetingIdsIn } from './call.store.ts'
import { type Invitee, inviteesOf } from './invitee.store.ts'
import { type ArenaHead, arenasOf } from './meeting.store.ts'
import { nextStep, type Step } from './next-step.ts'
import type { Series } from './series.ts'
import { momentOf, sentFace } from './when.ts'

/** A meeting with everything that its pages need: a fixed number of statements. Names of people are for members. */
export type Whole = {
  arena: ArenaHead | null
  points: Point[]
  papers: Paper[]
  /** What stands in the minutes before the points. */
  opening: string | null
  outcomes: Outcome[]
  call: Call | null
  series: Series | null
  /** The meetings of its series in order, itself among them. */
  inSeries: string[]
  invitees: Invitee[]
  step: Step
}

/** What minutes are written from. */
export type Written = Pick<Whole, 'arena' | 'opening' | 'points' | 'outcomes' | 'invitees'>

/** A meeting whose minutes are being written: five statements, whether or not it is called, is in a series or has papers. Names of people are for members. */
export async function readWritten(db: Reader, viewer: Viewer, item: Item): Promise<Written> {
  const [arenas, opening, points, outcomes, invitees] = await Promise.all([arenasOf(db, viewer, [item.id]), openingOf(db, item.id), pointsOf(db, [item.id]), outcomesOf(db, item.id), inviteesOf(db, [item.id])])
  return { arena: arenas.get(item.id) ?? null, opening, points, outcomes, invitees }
}

export async function readWholeMeeting(db: Reader, viewer: Viewer, item: Item, now: Temporal.Instant): Promise<Whole> {
  const [arenas, opening, points, papers, outcomes, calls, invitees] = await Promise.all([
    arenasOf(db, viewer, [item.id]), openingOf(db, item.id), pointsOf(db, [item.id]), papersOf(db, item.id), outcomesOf(db, item.id), callsOf(db, [item.id]), inviteesOf(db, [item.id]),
  ])
  const call = calls.get(item.id) ?? null
  const [series, inSeries] = call?.seriesId ? await Promise.all([findSeries(db, call.seriesId), meetingIdsIn(db, call.seriesId)]) : [null, []]
  const text = (name: string) => (typeof item.fields[name] === 'string' ? item.fields[name] : null)
  const step = nextStep({
    state: item.state ?? 'planned', day: momentOf(item).heldOn, points: points.length, called: call?.calledAt !== null && call !== null, changed: call?.sentAs !== sentFace(item),
    written: points.filter((one) => one.said !== null).length + (opening === null ? 0 : 1), approvalAskedOn: text('approval_asked_on'), archivedOn: text('archived_on'),
  }, osloDate(now).toString())
  return { arena: arenas.get(item.id) ?? null, opening, points, papers, outcomes, call, series, inSeries, invitees, step }
}
