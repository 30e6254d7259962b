import type { Change } from './changes.store.ts'

/** What one person did in one go: one change, or many of the same sort, such as an import. */
export type Together = { first: Change; all: readonly Change[] }

const together = (a: Change, b: Change) => a.workspaceId === b.workspaceId && a.what === b.what && a.who === b.who && a.at.equals(b.at)

/** Gathers changes that were made at the same moment by the same person; the order is kept. */
export function gather(changes: readonly Change[]): Together[] {
  const groups: { first: Change; all: Change[] }[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last && together(last.first, change)) last.all.push(change)
    else groups.push({ first: change, all: [change] })
  }
  return groups
}
