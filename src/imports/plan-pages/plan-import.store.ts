import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { isId, v7 } from '../../platform/item/id.ts'
import type { Layout, ParsedPlan } from '../plan/index.ts'
import { type Choices, choicesSchema } from './compare/choices.ts'
import type { Said } from './compare/said.ts'
import type { LayoutChoice } from './read/layout-choice.ts'
import type { ReadText, Why } from './read/read-in-worker.ts'
import type { SheetPreview } from './read/reading.ts'

export type ImportState = 'reading' | 'read' | 'refused' | 'saving' | 'done'
export type Counts = { goals: number; areas: number; measures: number; changed: number; removed: number; links: number }

/** A spreadsheet on its way into a plan. */
export type PlanImport = {
  id: string
  workspaceId: string
  fileId: string
  fileName: string
  sha256: Buffer
  size: number
  state: ImportState
  jobId: string | null
  refusal: Why | null
  layoutChoice: LayoutChoice
  choices: Choices
  version: number
  counts: Counts | null
  createdAt: Temporal.Instant
  doneAt: Temporal.Instant | null
}

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`
const instant = (at: Temporal.Instant) => at.toString()

const rows = (db: Reader) =>
  db
    .selectFrom('plan_import as i')
    .innerJoin('file as f', 'f.id', 'i.file_id')
    .select(['i.id', 'i.workspace_id', 'i.file_id', 'f.name', 'f.sha256', 'f.size', 'i.state', 'i.job_id', 'i.refusal', 'i.layout', 'i.choices', 'i.version', 'i.counts', 'i.created_at', 'i.done_at'])

const toImport = (row: Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>): PlanImport => ({
  id: row.id,
  workspaceId: row.workspace_id,
  fileId: row.file_id,
  fileName: row.name,
  sha256: row.sha256,
  size: Number(row.size),
  state: row.state as ImportState,
  jobId: row.job_id,
  refusal: row.refusal as Why | null,
  layoutChoice: ((row.layout as { choice?: LayoutChoice } | null)?.choice ?? []) as LayoutChoice,
  choices: choicesSchema.parse(row.choices),
  version: row.version,
  counts: row.counts as Counts | null,
  createdAt: row.created_at,
  doneAt: row.done_at,
})

export async function findImport(db: Reader, workspaceId: string, id: string): Promise<PlanImport | null> {
  if (!isId(id)) return null
  const row = await rows(db).where('i.id', '=', id).where('i.workspace_id', '=', workspaceId).executeTakeFirst()
  return row ? toImport(row) : null
}

/** The latest imports of a workspace, newest first: those under way, and those done. */
export const importsOf = async (db: Reader, workspaceId: string): Promise<PlanImport[]> =>
  (await rows(db).where('i.workspace_id', '=', workspaceId).where('i.state', '<>', 'refused').orderBy('i.created_at', 'desc').limit(10).execute()).map(toImport)

export async function insertImport(tx: Tx, made: { workspaceId: string; fileId: string; personId: string | null; now: Temporal.Instant; choices: Choices }): Promise<string> {
  const id = v7()
  await tx
    .insertInto('plan_import')
    .values({ id, workspace_id: made.workspaceId, file_id: made.fileId, state: 'reading', choices: json(made.choices), created_at: instant(made.now), created_by: made.personId })
    .execute()
  return id
}

/** Changes an import that is still at this version and in this state; says whether it was. */
async function change(db: Reader, id: string, at: { version?: number; state: readonly ImportState[] }, values: Record<string, unknown>): Promise<boolean> {
  let query = db.updateTable('plan_import').set((eb) => ({ ...values, version: eb('version', '+', 1) })).where('id', '=', id).where('state', 'in', [...at.state])
  if (at.version !== undefined) query = query.where('version', '=', at.version)
  return (await query.executeTakeFirst()).numUpdatedRows > 0n
}

/** It is to be read, by the columns that somebody has chosen. Choices about what was read before fall, but for names. */
export const beginReading = (db: Reader, id: string, version: number, choice: LayoutChoice, choices: Choices): Promise<boolean> =>
  change(db, id, { version, state: ['read', 'refused', 'reading'] }, { state: 'reading', layout: json({ choice }), refusal: null, choices: json({ ...choices, rows: [], leftOut: null, taken: [], declined: [], removed: [] }) })

export async function keepReading(tx: Tx, id: string, read: ReadText, choice: LayoutChoice): Promise<void> {
  if (!(await change(tx, id, { state: ['reading'] }, { state: 'read', job_id: null, layout: sql`jsonb_build_object('choice', ${JSON.stringify(choice)}::jsonb, 'layout', ${read.layout}::jsonb)` }))) return
  const values = { plan: sql<never>`${read.plan}::jsonb`, preview: sql<never>`${read.preview}::jsonb` }
  await tx.insertInto('plan_reading').values({ import_id: id, ...values }).onConflict((c) => c.column('import_id').doUpdateSet(values)).execute()
}

export const refuseImport = (db: Reader, id: string, why: Why): Promise<boolean> => change(db, id, { state: ['reading'] }, { state: 'refused', job_id: null, refusal: json(why) })
export const setJob = (db: Reader, id: string, jobId: string): Promise<unknown> => db.updateTable('plan_import').set({ job_id: jobId }).where('id', '=', id).execute()
export const keepChoices = (db: Reader, id: string, version: number, choices: Choices): Promise<boolean> => change(db, id, { version, state: ['read'] }, { choices: json(choices) })
export const beginSaving = (db: Reader, id: string, version: number, choices: Choices): Promise<boolean> => change(db, id, { version, state: ['read'] }, { state: 'saving', choices: json(choices) })
/** Saving could not be done; what was chosen stands, and one may look at it again. */
export const backToRead = (db: Reader, id: string): Promise<boolean> => change(db, id, { state: ['saving'] }, { state: 'read', job_id: null })

/** Done, once: a second saving of the same import finds it done already. */
export const finish = (tx: Tx, id: string, done: { counts: Counts; personId: string | null; now: Temporal.Instant }): Promise<boolean> =>
  change(tx, id, { state: ['saving'] }, { state: 'done', job_id: null, counts: json(done.counts), done_at: instant(done.now), done_by: done.personId })

export type StoredReading = { layout: Layout; sheets: readonly SheetPreview[]; own: boolean; plan: ParsedPlan }

export async function readingOf(db: Reader, id: string): Promise<StoredReading | null> {
  const row = await db
    .selectFrom('plan_reading as r')
    .innerJoin('plan_import as i', 'i.id', 'r.import_id')
    .select(['r.plan', 'r.preview', 'i.layout'])
    .where('r.import_id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { own, sheets } = row.preview as unknown as { own: boolean; sheets: SheetPreview[] }
  return { own, sheets, layout: (row.layout as unknown as { layout: Layout }).layout, plan: row.plan as unknown as ParsedPlan }
}

export type ImportedRow = { itemId: string; sheet: string; row: number; said: Said }

/** Notes where items came from and what the file said of them. */
export async function insertImportedRows(tx: Tx, importId: string, imported: readonly ImportedRow[]): Promise<void> {
  for (let i = 0; i < imported.length; i += 1_000) {
    const chunk = imported.slice(i, i + 1_000)
    await sql`
      insert into imported_row (import_id, item_id, sheet, row, said)
      select ${importId}::uuid, new.item_id, new.sheet, new.row, new.said
      from unnest(${chunk.map((one) => one.itemId)}::uuid[], ${chunk.map((one) => one.sheet)}::text[], ${chunk.map((one) => one.row)}::int[], ${chunk.map((one) => JSON.stringify(one.said))}::jsonb[]) as new (item_id, sheet, row, said)
      on conflict do nothing`.execute(tx)
  }
}

/** The names that were chosen in the last import, so that they need not be chosen again. */
export async function lastPartyChoices(db: Reader, workspaceId: string): Promise<Choices['parties']> {
  const row = await db.selectFrom('plan_import').select('choices').where('workspace_id', '=', workspaceId).where('state', '=', 'done').orderBy('done_at', 'desc').limit(1).executeTakeFirst()
  return row ? choicesSchema.parse(row.choices).parties : {}
}

/** Readings of imports that nobody went on with, and those that are done, need not be kept. The file is. */
export async function sweepReadings(db: Reader, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('plan_reading')
    .using('plan_import')
    .whereRef('plan_import.id', '=', 'plan_reading.import_id')
    .where('plan_import.state', '=', 'done')
    .where('plan_import.done_at', '<', sql<Temporal.Instant>`${instant(before)}::timestamptz`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
