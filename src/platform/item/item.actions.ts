import type { Outcome, Work } from '../db/work.ts'
import type { FieldValues } from './field.ts'
import { mayAddThese, mayChange, mayRemove, type Place } from './item.policy.ts'
import { type Audience, bumpVersion, insertItems, type Item, type ItemChange, type NewItem, setRemoved, updateAudiences, updateItem } from './item.store.ts'
import { snapshots } from './snapshot.store.ts'
import type { Kind } from './kind.ts'

/** Why a change was not made: it was not theirs to make, or somebody else came first. */
export type ItemRefusal = 'forbidden' | 'stale'

const byOf = (work: Work) => ({ personId: work.viewer.person?.id ?? null, at: work.now.toString() })

async function recordVersions(work: Work, kind: Kind, workspaceId: string, ids: readonly string[], what: string): Promise<void> {
  const found = await snapshots(work.tx, kind, ids)
  for (const id of ids) {
    const snapshot = found.get(id)
    if (snapshot) work.record({ workspaceId, what, itemId: id, itemVersion: snapshot.version, body: snapshot.body })
  }
}

/** Adds items of one kind; the ids come back in the order given. `children` writes the rows that belong to them, so that their first version has them. */
export async function addItems(
  work: Work, workspace: Place, kind: Kind, items: readonly NewItem[], children: (ids: readonly string[]) => Promise<void> = async () => {},
): Promise<Outcome<string[], ItemRefusal>> {
  if (!mayAddThese(work.viewer, workspace, kind, items)) return { refused: 'forbidden' }
  if (items.length === 0) return { done: [] }
  const ids = await insertItems(work.tx, kind, workspace.id, byOf(work), items)
  await children(ids)
  await recordVersions(work, kind, workspace.id, ids, 'item.added')
  return { done: ids }
}

/**
 * Changes an item that was read at `version`; refuses when it has been changed since. `may` is for those who have been given the
 * right to this one change by other means than a role: somebody who was asked how it goes.
 */
export async function changeItem(
  work: Work, workspace: Place, kind: Kind, item: Item, version: number, change: ItemChange, may: boolean = mayChange(work.viewer, workspace, kind, item),
): Promise<Outcome<true, ItemRefusal>> {
  if (!may) return { refused: 'forbidden' }
  if (!(await updateItem(work.tx, kind, item.id, version, byOf(work), change))) return { refused: 'stale' }
  await recordVersions(work, kind, workspace.id, [item.id], 'item.changed')
  return { done: true }
}

/**
 * Gives items of one kind the audience that follows from something else, such as the minutes that they were taken down in: those that still are for
 * the roles `was`. The caller has asked whether one may.
 */
export async function changeAudiences(work: Work, workspaceId: string, kind: Kind, changes: readonly { id: string; was: readonly string[]; audience: Audience; roles: readonly string[] }[]): Promise<void> {
  const ids = await updateAudiences(work.tx, byOf(work), changes)
  await recordVersions(work, kind, workspaceId, ids.toSorted(), 'item.changed')
}

/** Removes an item so that it can be brought back; where a version is given, only if nobody has changed it since. */
export async function removeItem(work: Work, workspace: Place, kind: Kind, item: Item, version: number | null = null): Promise<Outcome<true, ItemRefusal>> {
  if (!mayRemove(work.viewer, workspace, kind)) return { refused: 'forbidden' }
  if (!(await setRemoved(work.tx, item.id, true, byOf(work), version))) return { refused: 'stale' }
  await recordVersions(work, kind, workspace.id, [item.id], 'item.removed')
  return { done: true }
}

export async function restoreItem(work: Work, workspace: Place, kind: Kind, item: Item): Promise<Outcome<true, ItemRefusal>> {
  if (!mayRemove(work.viewer, workspace, kind)) return { refused: 'forbidden' }
  if (!(await setRemoved(work.tx, item.id, false, byOf(work)))) return { refused: 'stale' }
  await recordVersions(work, kind, workspace.id, [item.id], 'item.restored')
  return { done: true }
}

/**
 * Changes rows that count under an item's version (milestones, money lines, measurements):
 * the item is locked at `version`, `write` does its work, and the new whole is recorded. `may` is for rows that others than
 * those who may change the item may write: what one's own organisation puts in. `state` is the one that follows from them.
 */
export async function changeChildren(
  work: Work, workspace: Place, kind: Kind, item: Item, version: number, what: string, write: () => Promise<void>,
  may: boolean = mayChange(work.viewer, workspace, kind, item), state?: string,
): Promise<Outcome<true, ItemRefusal>> {
  if (!may) return { refused: 'forbidden' }
  if (!(await bumpVersion(work.tx, item.id, version, byOf(work), state))) return { refused: 'stale' }
  await write()
  await recordVersions(work, kind, workspace.id, [item.id], what)
  return { done: true }
}

/** The fields of a change that differ from what stands, so that history shows only what was done. */
export const differing = (item: Item, fields: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(item.fields[name] ?? null)))
