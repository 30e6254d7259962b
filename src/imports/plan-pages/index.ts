import type { Page, Resource } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { LooseWords } from '../../modules/thread/index.ts'
import { exportResource, importedFileResource } from './export.ts'
import { statusExportResource } from './status-export.ts'
import { checkPage } from './pages/check.tsx'
import { columnsPage } from './pages/columns.tsx'
import { donePage } from './pages/done.tsx'
import { uploadPage } from './pages/upload.tsx'

export { planImportJobs } from './import.jobs.ts'
export { sweepReadings } from './plan-import.store.ts'

/** From a spreadsheet to a plan in four steps: file, columns, check, done. */
export const planImportPages = (catalogue: Catalogue, looseWords: LooseWords): readonly Page[] => [uploadPage, columnsPage, checkPage, donePage(catalogue, looseWords)]

/** The plan as a spreadsheet, and the spreadsheets that it came from. */
export const planImportResources: readonly Resource[] = [exportResource, importedFileResource, statusExportResource]
