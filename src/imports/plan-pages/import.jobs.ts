import { sql } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../platform/db/work.ts'
import { type AnyJob, defineJob, type Job } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import { backToRead, findImport, keepReading, refuseImport } from './plan-import.store.ts'
import { contentOf } from './read/content.ts'
import { readInWorker } from './read/read-in-worker.ts'
import { saveImport } from './save/save-import.ts'

const longestReadingMs = 60_000
const toldEveryMs = 400

type Reading = { importId: string; workspaceId: string }
type Saving = { importId: string; slug: string; personId: string }

/** Reads a large file, and tells how far it has come. */
export const readingJob = (platform: Platform): Job<Reading> =>
  defineJob({
    name: 'plan-import-read',
    input: z.object({ importId: z.string(), workspaceId: z.string() }),
    retries: 1,
    longestSeconds: 150,
    async run({ input, tx, db, progress }) {
      const one = await findImport(db, input.workspaceId, input.importId)
      if (one?.state !== 'reading') return
      let told = 0
      const tell = (done: number, total: number) => {
        if (done < total && performance.now() - told < toldEveryMs) return
        told = performance.now()
        progress(done, total).catch((error: unknown) => platform.log.warn('progress was not noted', { error: error instanceof Error ? error : new Error(String(error)) }))
      }
      const read = await readInWorker({ bytes: await contentOf(platform, one.sha256), fileName: one.fileName, choice: one.layoutChoice }, { ms: longestReadingMs, progress: tell })
      if ('refused' in read) await refuseImport(tx, one.id, read.refused)
      else await keepReading(tx, one.id, read, one.layoutChoice)
    },
  })

/** Saves a large plan for the one who asked for it. Run twice it saves once: the import is done already. */
export const savingJob = (platform: Platform): Job<Saving> =>
  defineJob({
    name: 'plan-import-save',
    input: z.object({ importId: z.string(), slug: z.string(), personId: z.string() }),
    retries: 2,
    longestSeconds: 300,
    async run({ input, db, now, progress }) {
      const viewer = await viewerOfPerson(db, input.personId, now)
      const workspace = await db.selectFrom('workspace').select('id').where('slug', '=', input.slug).executeTakeFirst()
      if (!viewer || !workspace) return
      const one = await findImport(db, workspace.id, input.importId)
      if (one?.state !== 'saving') return
      const saved = await inTransaction(platform, { viewer, now, via: 'job' }, (work) => saveImport(work, input.slug, input.importId, workspace.id, progress))
      if ('refused' in saved) await backToRead(db, input.importId)
      // Thousands of events came at once: without this the first one to verify the chain would wait for a plan made for few.
      else await sql`analyze event, event_chain`.execute(db)
    },
  })

export const planImportJobs = (platform: Platform): readonly AnyJob[] => [readingJob(platform), savingJob(platform)]
