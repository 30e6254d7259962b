import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { membershipsIn, type Viewer } from '../../../platform/access/viewer.ts'
import type { Database, Reader, Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/item/id.ts'

/** A long document that somebody asked for. `query` is what was chosen with it. */
export type Order = { id: string; workspaceId: string; personId: string; file: string; query: string; rights: string; askedAt: Temporal.Instant; jobId: string | null; fileId: string | null }

/** The roles that somebody has in a workspace, as one text: when it is another, what was made for them may hold too much. */
export const rightsOf = (viewer: Viewer, workspaceId: string): string =>
  membershipsIn(viewer, workspaceId).map((one) => `${one.role}:${one.organisationId ?? ''}`).toSorted().join(' ')

/** Notes what is asked for. Its id is random: the address of one says nothing about another's. */
export async function insertOrder(tx: Tx, order: Pick<Order, 'workspaceId' | 'personId' | 'file' | 'query' | 'rights' | 'askedAt'>): Promise<string> {
  const id = randomUUID()
  await tx.insertInto('document_order').values({
    id, workspace_id: order.workspaceId, person_id: order.personId, file: order.file, query: order.query, rights: order.rights, asked_at: order.askedAt.toString(),
  }).execute()
  return id
}

export const setJob = (tx: Tx, id: string, jobId: string) => tx.updateTable('document_order').set({ job_id: jobId }).where('id', '=', id).execute()
export const setFile = (tx: Tx, id: string, fileId: string) => tx.updateTable('document_order').set({ file_id: fileId }).where('id', '=', id).execute()

export async function findOrder(db: Reader, id: string): Promise<Order | null> {
  if (!isId(id)) return null
  const row = await db.selectFrom('document_order').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { id: row.id, workspaceId: row.workspace_id, personId: row.person_id, file: row.file, query: row.query, rights: row.rights, askedAt: row.asked_at, jobId: row.job_id, fileId: row.file_id } : null
}

/** Days that a document which was ordered is kept. */
export const daysKept = 7

/** Removes what was asked for before this; its files go with those that were staged and never used. Says how many. */
export async function sweepOrders(db: Database, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('document_order').where('asked_at', '<', sql<Temporal.Instant>`${before.toString()}::timestamptz`).executeTakeFirst()
  return Number(numDeletedRows)
}
