import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'
import type { StoredFile } from '../../platform/files/file.store.ts'
import { v7 } from '../../platform/item/id.ts'
import type { CarriedWorkspace } from './format.ts'

export type ExportKind = 'workspace' | 'noark5'
export type Export = { id: string; workspaceId: string; personId: string; what: ExportKind; jobId: string | null; fileId: string | null; madeAt: Temporal.Instant }

const exports = (db: Reader) =>
  db.selectFrom('workspace_export').select(['id', 'workspace_id as workspaceId', 'person_id as personId', 'what', 'job_id as jobId', 'file_id as fileId', 'made_at as madeAt']).$castTo<Export>()

export async function insertExport(tx: Tx, one: Pick<Export, 'workspaceId' | 'personId' | 'what' | 'madeAt'>): Promise<string> {
  const id = v7()
  await tx.insertInto('workspace_export').values({ id, workspace_id: one.workspaceId, person_id: one.personId, what: one.what, made_at: one.madeAt.toString() }).execute()
  return id
}

export const findExport = async (db: Reader, id: string): Promise<Export | null> => (await exports(db).where('id', '=', id).executeTakeFirst()) ?? null

/** What a person has asked for in a workspace, newest first. */
export const exportsOf = (db: Reader, workspaceId: string, personId: string): Promise<Export[]> =>
  exports(db).where('workspace_id', '=', workspaceId).where('person_id', '=', personId).orderBy('made_at', 'desc').limit(10).execute()

export async function setExport(tx: Tx, id: string, to: { jobId: string } | { fileId: string }): Promise<void> {
  await tx.updateTable('workspace_export').set('jobId' in to ? { job_id: to.jobId } : { file_id: to.fileId }).where('id', '=', id).execute()
}

export type Intake = { id: string; personId: string; fileId: string; workspaceId: string | null; jobId: string | null; /** Why it could not be made into a workspace. */ refused: string | null; sha256: Buffer; size: number; name: string }

export async function insertIntake(tx: Tx, one: { personId: string; file: Pick<StoredFile, 'id'>; now: Temporal.Instant }): Promise<string> {
  const id = v7()
  await tx.insertInto('workspace_intake').values({ id, person_id: one.personId, file_id: one.file.id, at: one.now.toString() }).execute()
  return id
}

/** What a person has brought; `lock` holds it until the transaction ends, so that it is made into a workspace once. */
export async function findIntake(db: Reader, id: string, personId: string, lock = false): Promise<Intake | null> {
  const query = db.selectFrom('workspace_intake as w').innerJoin('file as f', 'f.id', 'w.file_id')
    .select(['w.id', 'w.person_id as personId', 'w.file_id as fileId', 'w.workspace_id as workspaceId', 'w.job_id as jobId', 'w.refused', 'f.sha256', 'f.size', 'f.name']).where('w.id', '=', id).where('w.person_id', '=', personId)
  return (await (lock ? query.forUpdate('w') : query).executeTakeFirst()) ?? null
}

/** Begins anew, by this job. */
export const beginIntake = async (tx: Tx, id: string, jobId: string): Promise<void> => void (await tx.updateTable('workspace_intake').set({ job_id: jobId, refused: null }).where('id', '=', id).execute())

/** It could not be made, and why. */
export const refuseIntake = async (tx: Tx, id: string, why: string): Promise<void> => void (await tx.updateTable('workspace_intake').set({ refused: why }).where('id', '=', id).execute())

export async function settleIntake(tx: Tx, id: string, workspaceId: string): Promise<void> {
  await tx.updateTable('workspace_intake').set({ workspace_id: workspaceId }).where('id', '=', id).execute()
}

export async function insertBrought(tx: Tx, workspaceId: string, sha256: Buffer, { made, history }: Pick<CarriedWorkspace, 'made' | 'history'>): Promise<void> {
  await tx.insertInto('workspace_brought').values({ workspace_id: workspaceId, origin: made.from, program: made.program, made_at: made.at, sha256, history: JSON.stringify(history) }).execute()
}

export type Brought = { origin: string; program: string; madeAt: Temporal.Instant; count: number }

export const findBrought = async (db: Reader, workspaceId: string): Promise<Brought | null> =>
  (await db.selectFrom('workspace_brought').select(['origin', 'program', 'made_at as madeAt', sql<number>`jsonb_array_length(history)`.as('count')]).where('workspace_id', '=', workspaceId).executeTakeFirst()) ?? null

/** What happened where a workspace came from; newest first with a limit, else all in the order that it happened. */
export async function broughtHistory(db: Reader, workspaceId: string, part?: { skip: number; most: number }): Promise<CarriedWorkspace['history']> {
  const { rows } = await sql<{ one: CarriedWorkspace['history'][number] }>`
    select one from workspace_brought b cross join lateral jsonb_array_elements(b.history) with ordinality e (one, n) where b.workspace_id = ${workspaceId}
    order by ${part ? sql`n desc` : sql`n`} limit ${part?.most ?? null} offset ${part?.skip ?? 0}`.execute(db)
  return rows.map((row) => row.one)
}
