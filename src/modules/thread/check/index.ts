import type { Page } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { looseThreadsPage } from './pages/loose-threads.tsx'
import { checkSettingsPage } from './pages/settings.tsx'

export { type Choice, dropChoices, keepChoices } from './choice.store.ts'
export { looseThreadsPath, looseWords, type ThreadHealth, threadHealth } from './health.ts'
export { checkNewDayJob } from './job.ts'
export { checkEverything, checkNewDay, checkWorkspace, checkWorkspaces, recheckTouched } from './recheck.ts'
export { countLoose, listLoose, type LooseGroupTold, readLooseThreads } from './told.ts'
export { limitOf } from './row.store.ts'
export { insertWaiver } from './waiver.store.ts'

/** The pages of the thread check. */
export const checkPages = (catalogue: Catalogue): Page[] => [looseThreadsPage(catalogue), checkSettingsPage(catalogue)]
