import type { Outcome, Work } from '../../platform/db/work.ts'
import { adoptFile, stagedFiles } from '../../platform/files/file.store.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { type Choices, noChoices } from './compare/choices.ts'
import { readingJob, savingJob } from './import.jobs.ts'
import { beginReading, beginSaving, insertImport, keepReading, lastPartyChoices, type PlanImport, setJob } from './plan-import.store.ts'
import type { LayoutChoice } from './read/layout-choice.ts'
import { readInWorker, type ReadText, type Why } from './read/read-in-worker.ts'
import { contentOf } from './read/content.ts'
import { saveImport } from './save/save-import.ts'
import type { SaveRefusal } from './save/save-plan.ts'
import { weighImport } from './weighed.ts'

/** A file up to this size is read while one waits; a larger one, or one that takes longer, by a job. */
const straightBytes = 150_000
const straightMs = 3_000
/** So many new and changed ones are saved while one waits. */
const straightItems = 600

/** Reads while one waits, when the file is small and quick; null when it has to be a job. */
async function readStraight(platform: Platform, file: { name: string; sha256: Uint8Array; size: number }, choice: LayoutChoice): Promise<ReadText | { refused: Why } | null> {
  if (file.size > straightBytes) return null
  const read = await readInWorker({ bytes: await contentOf(platform, file.sha256), fileName: file.name, choice }, { ms: straightMs })
  return 'refused' in read && read.refused.code === 'tooSlow' ? null : read
}

/** Takes an uploaded file in. Refused with the reader's reason when it is no plan that can be read. */
export async function startImport(work: Work, platform: Platform, workspace: Workspace, fileId: string): Promise<Outcome<{ id: string; own: boolean }, Why | 'missing'>> {
  const by = { personId: work.viewer.person?.id ?? null, now: work.now }
  const [staged] = await stagedFiles(work.tx, [fileId], by)
  if (!staged) return { refused: 'missing' }
  const read = await readStraight(platform, { ...staged, size: Number(staged.size) }, [])
  if (read && 'refused' in read) return read
  await adoptFile(work.tx, fileId, by)
  const choices = { ...noChoices, parties: await lastPartyChoices(work.tx, workspace.id) }
  const id = await insertImport(work.tx, { workspaceId: workspace.id, fileId, ...by, choices })
  if (read) await keepReading(work.tx, id, read, [])
  else await setJob(work.tx, id, await queue(work.tx, readingJob(platform), { importId: id, workspaceId: workspace.id }))
  return { done: { id, own: read !== null && read.preview.startsWith('{"own":true') } }
}

/** Reads the file again by the columns that somebody has chosen. */
export async function readAgain(work: Work, platform: Platform, one: PlanImport, version: number, choice: LayoutChoice): Promise<Outcome<{ straight: boolean }, Why | 'stale'>> {
  if (!(await beginReading(work.tx, one.id, version, choice, one.choices))) return { refused: 'stale' }
  const read = await readStraight(platform, { name: one.fileName, sha256: one.sha256, size: one.size }, choice)
  if (read && 'refused' in read) return read
  if (read) await keepReading(work.tx, one.id, read, choice)
  else await setJob(work.tx, one.id, await queue(work.tx, readingJob(platform), { importId: one.id, workspaceId: one.workspaceId }))
  return { done: { straight: read !== null } }
}

/** Saves what was chosen: while one waits when it is little, else by a job. */
export async function confirmImport(work: Work, platform: Platform, workspace: Workspace, one: PlanImport, version: number, choices: Choices): Promise<Outcome<{ straight: boolean }, SaveRefusal>> {
  if (!(await beginSaving(work.tx, one.id, version, choices))) return { refused: 'stale' }
  const weighed = await weighImport(work.tx, work.viewer, workspace, one, choices)
  if (!weighed) return { refused: 'stale' }
  if (weighed.proposal.added.length + weighed.proposal.changed.length > straightItems) {
    const job = await queue(work.tx, savingJob(platform), { importId: one.id, slug: workspace.slug, personId: work.viewer.person?.id ?? '' })
    await setJob(work.tx, one.id, job)
    return { done: { straight: false } }
  }
  const saved = await saveImport(work, workspace.slug, one.id, workspace.id)
  return 'refused' in saved ? saved : { done: { straight: true } }
}
