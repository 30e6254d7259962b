import type { Page, Resource } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { previewPage, uploadPage } from './bring-pages.tsx'
import { exportedFile, exportPage } from './export-page.tsx'
import { earlierHistoryPage } from './history-page.tsx'

export { bringJob } from './bring.job.ts'
export { exportJob } from './export.job.ts'

/** A whole workspace taken out as one file, and brought into another installation. */
export const exchangePages = (catalogue: Catalogue): readonly Page[] => [exportPage(catalogue), uploadPage, previewPage(catalogue), earlierHistoryPage]
export const exchangeResources: readonly Resource[] = [exportedFile]
