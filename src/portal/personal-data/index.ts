import type { Page, Resource } from '../../platform/http/page.ts'
import { deletePage } from './delete-page.tsx'
import { ownDataPage, ownExport } from './own-data-page.tsx'

export { carryOutErasures } from './erasure.actions.ts'

/** What is kept about oneself, handed out and deleted. */
export const personalDataPages: readonly Page[] = [ownDataPage, deletePage]
export const personalDataResources: readonly Resource[] = [ownExport]
