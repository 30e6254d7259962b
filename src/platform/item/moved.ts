import { sql } from 'kysely'
import { touchedBy } from '../db/journal/index.ts'
import type { Work } from '../db/work.ts'
import { indexItems } from './findable.store.ts'
import { snapshots } from './snapshot.store.ts'
import type { Kind } from './kind.ts'

/**
 * After rows were moved by a journal: the items whose contents changed get a new version, kept in their history as `what`, and are
 * findable by what they now say. By this the thread's rules are asked about them too. When they were last changed by somebody stands.
 * Returns the workspaces that the journal reached into.
 */
export async function recordMoved(work: Work, kinds: ReadonlyMap<string, Kind>, journal: string, what: string): Promise<string[]> {
  const all = [...kinds.values()]
  const { items, workspaces } = await touchedBy(work.tx, journal, {
    own: all.map((kind) => kind.table),
    children: ['item_organisation', ...all.flatMap((kind) => Object.keys(kind.children ?? {}))],
  })
  const { rows } = await sql<{ id: string; kind: string; workspace_id: string }>`
    update item set version = version + 1 where id = any(${items}::uuid[]) returning id, kind, workspace_id`.execute(work.tx)
  for (const [name, together] of Map.groupBy(rows, (row) => row.kind)) {
    const kind = kinds.get(name)
    if (!kind) continue
    const ids = together.map((row) => row.id)
    await indexItems(work.tx, kind, ids)
    const kept = await snapshots(work.tx, kind, ids)
    for (const { id, workspace_id: workspaceId } of together) {
      const snapshot = kept.get(id)
      if (snapshot) work.record({ workspaceId, what, itemId: id, itemVersion: snapshot.version, body: snapshot.body })
    }
  }
  return workspaces
}
