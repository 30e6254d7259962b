import type { Request } from '../../../platform/http/page.ts'
import { jobStatus, type JobStatus } from '../../../platform/jobs/jobs.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import { JobProgress, Progress } from '../../../ui/index.ts'
import type { PlanImport } from '../plan-import.store.ts'

const words = texts({
  nb: {
    reading: 'Leser regnearket', saving: 'Lagrer planen', wait: 'Du kan la siden stå. Den går videre av seg selv.',
    readRows: 'Leser rad', savedItems: 'Lagrer',
    begin: 'Snart i gang …', failed: 'Det stoppet opp hos oss. Ingenting er lagret i planen.',
  },
  nn: {
    reading: 'Les reknearket', saving: 'Lagrar planen', wait: 'Du kan la sida stå. Ho går vidare av seg sjølv.',
    readRows: 'Les rad', savedItems: 'Lagrar',
    begin: 'Snart i gang …', failed: 'Det stoppa opp hos oss. Ingenting er lagra i planen.',
  },
  en: {
    reading: 'Reading the spreadsheet', saving: 'Saving the plan', wait: 'You can leave this page open. It goes on by itself.',
    readRows: 'Reading row', savedItems: 'Saving',
    begin: 'Soon under way …', failed: 'Something stopped on our side. Nothing has been saved in the plan.',
  },
})

/** How far the job of an import has come; null when no job is under way. */
export const progressOf = async (request: Request, one: PlanImport): Promise<JobStatus | null> =>
  (one.state === 'reading' || one.state === 'saving') && one.jobId ? await jobStatus(request.db, one.jobId) : null

export const progressTitle = (one: PlanImport, lang: Lang): string => words[lang][one.state === 'saving' ? 'saving' : 'reading']
export const failedWords = (lang: Lang): string => words[lang].failed

/** What the job of an import is doing. */
export const ImportProgress = ({ lang, one, status }: { lang: Lang; one: PlanImport; status: JobStatus | null }) => {
  const w = words[lang]
  const told = one.state === 'saving' ? w.savedItems : w.readRows
  const begun = status !== null && status.total > 0
  return (
    <>
      <JobProgress>{begun ? <Progress lang={lang} value={status.done} max={status.total} label={told} /> : <p>{w.begin}</p>}</JobProgress>
      <p>{w.wait}</p>
    </>
  )
}
