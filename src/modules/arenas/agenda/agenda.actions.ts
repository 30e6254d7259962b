import type { Outcome, Work } from '../../../platform/db/work.ts'
import { adoptFile } from '../../../platform/files/file.store.ts'
import { changeChildren } from '../../../platform/item/item.actions.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { holdMeeting } from '../meeting/meeting.store.ts'
import { deletePaper, deletePoint, insertPaper, insertPoints, orderPoints, papersOf, pointsOf, updatePoint, type Written } from './agenda.store.ts'

export type AgendaRefusal = 'forbidden' | 'stale' | 'missing'

/**
 * Changes what counts under a meeting's version, whoever else does so meanwhile: the meeting is held, and each row has a version of its own
 * where two could write over each other.
 */
export async function inMeeting(work: Work, workspace: Place, item: Item, what: string, write: () => Promise<void>, may?: boolean): Promise<Outcome<true, 'forbidden' | 'stale'>> {
  const version = await holdMeeting(work.tx, item.id)
  return may === undefined ? changeChildren(work, workspace, meeting, item, version, what, write) : changeChildren(work, workspace, meeting, item, version, what, write, may)
}

/** Puts points last on the agenda. */
export const addPoints = (work: Work, workspace: Place, item: Item, points: readonly Written[]): Promise<Outcome<true, AgendaRefusal>> =>
  inMeeting(work, workspace, item, 'agenda.added', () => insertPoints(work.tx, item.id, points))

/** Changes a point that was read at `version`. */
export async function changePoint(work: Work, workspace: Place, item: Item, id: string, version: number, row: Written): Promise<Outcome<true, AgendaRefusal>> {
  let found = true
  const changed = await inMeeting(work, workspace, item, 'agenda.changed', async () => { found = await updatePoint(work.tx, item.id, id, version, row) })
  return found ? changed : { refused: 'stale' }
}

export async function removePoint(work: Work, workspace: Place, item: Item, id: string): Promise<Outcome<true, AgendaRefusal>> {
  if (!(await pointsOf(work.tx, [item.id])).some((one) => one.id === id)) return { refused: 'missing' }
  return inMeeting(work, workspace, item, 'agenda.removed', () => deletePoint(work.tx, item.id, id))
}

/** Moves a point one step. At the end of the agenda it stays where it is. */
export async function movePoint(work: Work, workspace: Place, item: Item, id: string, step: 1 | -1): Promise<Outcome<true, AgendaRefusal>> {
  await holdMeeting(work.tx, item.id)
  const ids = (await pointsOf(work.tx, [item.id])).map((one) => one.id)
  const at = ids.indexOf(id)
  const other = ids[at + step]
  if (at === -1) return { refused: 'missing' }
  if (other === undefined) return { done: true }
  return inMeeting(work, workspace, item, 'agenda.ordered', () => orderPoints(work.tx, item.id, ids.with(at, other).with(at + step, id)))
}

/** Adds an uploaded file to a point, or to the whole meeting. */
export async function addPaper(work: Work, workspace: Place, item: Item, paper: { pointNumber: number | null; title: string | null; fileId: string }): Promise<Outcome<true, AgendaRefusal>> {
  if (!(await adoptFile(work.tx, paper.fileId, { personId: work.viewer.person?.id ?? null, now: work.now }))) return { refused: 'missing' }
  return inMeeting(work, workspace, item, 'paper.added', () => insertPaper(work.tx, item.id, paper))
}

export async function removePaper(work: Work, workspace: Place, item: Item, id: string): Promise<Outcome<true, AgendaRefusal>> {
  if (!(await papersOf(work.tx, item.id)).some((one) => one.id === id)) return { refused: 'missing' }
  return inMeeting(work, workspace, item, 'paper.removed', () => deletePaper(work.tx, item.id, id))
}
