import { sql } from 'kysely'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { findWorkspace } from '../../../modules/workspaces/index.ts'
import { outdated } from '../compare/proposal.ts'
import { type Counts, findImport, finish, insertImportedRows } from '../plan-import.store.ts'
import { weighImport } from '../weighed.ts'
import { type SaveRefusal, savePlan } from './save-plan.ts'

/**
 * The import into the plan, in one transaction: everything that was chosen, where each came from, and that it is done.
 * One at a time in a workspace, so that two who import the same file do not double it.
 */
export async function saveImport(work: Work, slug: string, importId: string, workspaceId: string, progress?: (done: number, total: number) => Promise<void>): Promise<Outcome<Counts, SaveRefusal>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan-import ${workspaceId}`}, 0))`.execute(work.tx)
  const [workspace, one] = await Promise.all([findWorkspace(work.tx, work.viewer, slug), findImport(work.tx, workspaceId, importId)])
  if (!workspace || workspace.id !== workspaceId) return { refused: 'forbidden' }
  if (one?.state !== 'saving') return { refused: 'stale' }
  const weighed = await weighImport(work.tx, work.viewer, workspace, one)
  if (!weighed || outdated(one.choices, weighed.standing.all)) return { refused: 'stale' }
  const saved = await savePlan(work, { ...weighed, workspace }, progress)
  if ('refused' in saved) return saved
  const { counts, rows } = saved.done
  await insertImportedRows(work.tx, importId, rows)
  if (!(await finish(work.tx, importId, { counts, personId: work.viewer.person?.id ?? null, now: work.now }))) return { refused: 'stale' }
  work.record({ workspaceId, what: 'plan.imported', body: { import: importId, file: one.fileId, ...counts } })
  return { done: counts }
}
