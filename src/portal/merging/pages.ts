import type { Page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { comparePages } from './compare-page.tsx'
import { allDuplicatesPage, workspaceDuplicatesPage } from './duplicates-page.tsx'

/** Making one of two that are the same: in a workspace, and everywhere. */
export const mergingPages = (catalogue: Catalogue): Page[] => [workspaceDuplicatesPage(catalogue), allDuplicatesPage(catalogue), ...comparePages(catalogue)]
