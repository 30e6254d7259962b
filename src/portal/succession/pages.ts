import type { Page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { successionAdminPage } from './admin-page.tsx'
import { successionPage } from './workspace-page.tsx'

/** Organisations that become others: written down for all, said yes to in each workspace. */
export const successionPages = (catalogue: Catalogue): Page[] => [successionPage(catalogue), successionAdminPage]
