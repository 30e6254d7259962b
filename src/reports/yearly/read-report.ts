import type { Viewer } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { type Edition, type Section, type Writing, writingOf } from '../../modules/thread/index.ts'
import { editionsOf, type Fetched, fetchedOf, sectionsOf } from './report-text.store.ts'
import { seesDraft } from './yearly-report.policy.ts'

export type ReadReport = {
  /** The editions that the viewer may see. */
  editions: readonly Edition[]
  shown: Edition | null
  /** What is shown is being written. */
  current: boolean
  writing: Writing
  sections: readonly Section[]
  fetched: { on: string | null; sections: ReadonlyMap<string, Fetched> }
}

/** The text that a viewer may see of a report: the edition that is asked for, or the latest. Four statements. */
export async function readReport(db: Reader, viewer: Viewer, workspaceId: string, itemId: string, asked: string | null): Promise<ReadReport> {
  const all = await editionsOf(db, itemId)
  const editions = all.filter((one) => one.agreedOn !== null || seesDraft(viewer, workspaceId))
  const shown = editions.find((one) => String(one.number) === asked) ?? editions.at(-1) ?? null
  const writing = writingOf(all)
  const [sections, fetched] = shown ? await Promise.all([sectionsOf(db, itemId, shown.number), fetchedOf(db, itemId, shown.number)]) : [[], { on: null, sections: new Map<string, Fetched>() }]
  return { editions, shown, current: shown !== null && writing.current?.number === shown.number, writing, sections, fetched }
}
