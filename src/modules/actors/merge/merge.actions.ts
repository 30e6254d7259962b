import { beginJournal, moveReferences, undoJournal } from '../../../platform/db/journal/index.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { recordMoved } from '../../../platform/item/moved.ts'
import { type MergeKind, type MergeRefusal, mergingRules, whyNotMerged } from './merge.ts'
import { endSessionsOf } from '../../../platform/session/session.ts'
import { areRelated, findMerge, holdForMerge, insertMerge, laterMerges, markUndone, mergeables, takeOver } from './merge.store.ts'

export type Merging = { kind: MergeKind; fromId: string; toId: string; /** What the one that stays is called from now on. */ name: string; workspaceId: string | null }
type Kinds = ReadonlyMap<string, Kind>

/** The event of a workspace's chain; people stand in it by id alone. */
const told = (work: Work, workspaces: readonly string[], what: string, body: Record<string, unknown>) => {
  for (const workspaceId of workspaces) work.record({ workspaceId, what, body })
}

/**
 * Makes one of two: all that points at `fromId` points at `toId`, and `fromId` leads there. Who may is asked before.
 * Returns the id of the merge, by which it is undone.
 */
export async function mergeTwo(work: Work, kinds: Kinds, { kind, fromId, toId, name, workspaceId }: Merging): Promise<Outcome<string, MergeRefusal | 'missing'>> {
  const { tx } = work
  await holdForMerge(tx, kind, [fromId, toId])
  const found = await mergeables(tx, kind, [fromId, toId])
  const [from, to] = [found.get(fromId), found.get(toId)]
  if (!from || !to) return { refused: 'missing' }
  const why = whyNotMerged(from, to, kind === 'organisation' && (await areRelated(tx, fromId, toId)))
  if (why) return { refused: why }
  const id = v7()
  const called = to.registered ? to.name : name
  await insertMerge(tx, { id, kind, fromId, toId, workspaceId, fromName: from.name, toName: to.name, name: called, at: work.now.toString(), by: work.viewer.person?.id ?? null })
  const journal = await beginJournal(tx, id)
  await moveReferences(journal, kind, [{ from: fromId, to: toId }], mergingRules)
  await takeOver(journal, kind, fromId, toId, called)
  const workspaces = await recordMoved(work, kinds, id, 'item.moved')
  told(work, workspaces, `${kind}.merged`, { merge: id, gone: fromId, stays: toId })
  return { done: id }
}

/** Takes two apart again. What was added to the one that stayed meanwhile stays there; how much could not be put back is said. */
export async function undoMerge(work: Work, kinds: Kinds, id: string): Promise<Outcome<{ left: number }, 'missing' | 'undone already' | 'later first'>> {
  const { tx } = work
  const known = await findMerge(tx, id)
  if (!known) return { refused: 'missing' }
  await holdForMerge(tx, known.kind, [known.fromId, known.toId])
  const merge = await findMerge(tx, id)
  if (!merge || merge.undoneAt !== null) return { refused: 'undone already' }
  if ((await laterMerges(tx, merge)) > 0) return { refused: 'later first' }
  const { left } = await undoJournal(tx, id)
  if (merge.kind === 'person') await endSessionsOf(tx, [merge.fromId, merge.toId])
  await markUndone(tx, id, work.now.toString(), work.viewer.person?.id ?? null)
  const workspaces = await recordMoved(work, kinds, id, 'item.moved')
  told(work, workspaces, `${merge.kind}.parted`, { merge: id, gone: merge.fromId, stays: merge.toId })
  return { done: { left } }
}
