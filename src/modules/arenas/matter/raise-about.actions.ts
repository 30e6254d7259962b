import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { type ItemHead, readHeads, readItem } from '../../../platform/item/item.store.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { tieAll } from '../../thread/index.ts'
import { addPoints } from '../agenda/agenda.actions.ts'
import { type MeetingInBrief, nextAndLastMeetings } from '../arena/arena-meetings.store.ts'
import { openArenas } from '../arena/open-arenas.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { isTakenUp } from './about.store.ts'
import { raiseMatter } from './matter.actions.ts'
import { matter } from './matter.ts'

/** Where something may be taken up: an arena, and its next meeting if one is planned. */
export type Place = { arena: ItemHead; next: MeetingInBrief | null }

/** The arenas that are in use and their next meetings, among those that the viewer may see; those that soon meet first. */
export async function placesToRaise(db: Reader, viewer: Viewer, workspaceId: string, now: Temporal.Instant): Promise<Place[]> {
  const [arenas, meetings] = await Promise.all([openArenas(db, viewer, workspaceId), nextAndLastMeetings(db, viewer, workspaceId, osloDate(now).toString())])
  const places = arenas.map((arena): Place => {
    const next = meetings.get(arena.id)?.next ?? null
    return { arena, next: next?.state === 'planned' || next?.state === 'called' ? next : null }
  })
  return places.toSorted((a, b) => (a.next?.on ?? '9').localeCompare(b.next?.on ?? '9'))
}

/** What is raised, and what it is about; `from` is the organisation that raises it. */
export type Raised = { title: string; background: string | null; ownerId: string | null; about: { id: string; kind: string } }

/**
 * Raises a matter about an item in an arena, and puts it last on the agenda of a meeting where one is given: one press. Something that a matter
 * takes up already is not raised again before that is settled.
 */
export async function raiseAbout(work: Work, workspace: WorkspaceHead, raised: Raised, { place, onAgenda }: { place: Place; onAgenda: boolean }): Promise<Outcome<ItemHead, 'forbidden' | 'already'>> {
  if (await isTakenUp(work.tx, raised.about.id)) return { refused: 'already' }
  const made = await raiseMatter(
    work, workspace,
    { title: raised.title.slice(0, 300), language: workspace.language, fields: { background: raised.background, ...(raised.ownerId && { owner: [raised.ownerId] }) } },
    { arenaId: place.arena.id, on: osloDate(work.now).toString() },
  )
  if ('refused' in made) return { refused: 'forbidden' }
  await tieAll(work, workspace.id, [{ relation: 'handles', fromId: made.done, fromKind: matter.name, toId: raised.about.id, toKind: raised.about.kind }])
  const next = onAgenda && place.next ? await readItem(work.tx, work.viewer, meeting, workspace.id, place.next.number) : null
  if (next) {
    const added = await addPoints(work, workspace, next, [{ title: raised.title.slice(0, 300), kind: 'decision', minutes: null, responsibleId: null, matterId: made.done, aboutId: null, note: null }])
    if ('refused' in added) return { refused: 'forbidden' }
  }
  const [head] = await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, ids: [made.done] })
  return head ? { done: head } : { refused: 'forbidden' }
}
